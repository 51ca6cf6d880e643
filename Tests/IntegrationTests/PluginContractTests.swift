import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

/// What every plugin keeps to, whatever it adds.
@Suite("Every installed plugin")
struct PluginContractTests {
    /// Mutations that name a row first and leave it as it is.
    private static let readers: Set = [
        // Shows a petitioner's data and logs that it did.
        "revealPetitioner",
        // Answers where to download a document, and logs that it did.
        "downloadMaterial",
    ]

    /// Mutations that change a row and do not ask for the version that was read.
    private static func versionFaults(_ schema: Schema) -> [String] {
        var faults: [String] = []
        for mutation in schema.rootType(for: .mutation)?.fields ?? [] where !readers.contains(mutation.name) {
            guard let argument = mutation.arguments.first,
                case .input(let input) = schema.type(named: argument.type.namedType),
                let target = input.fields.first, "\(target.type.nullable)" == "ID", target.name.hasSuffix("Id")
            else { continue }
            let second = input.fields.dropFirst().first
            if "\(target.type)" != "ID!" { faults.append("\(mutation.name): \(target.name) may be left out") }
            if second?.name != "version" || second.map({ "\($0.type)" }) != "Int!" {
                faults.append("\(mutation.name): no version: Int! after \(target.name)")
            }
        }
        return faults
    }

    @Test("A mutation that changes a row asks for its id and the version that was read, whatever the row is called")
    func versions() throws {
        #expect(try Self.versionFaults(Composition(Installed.all(KeyRing.generate())).schema) == [])
        let others = try Schema.build(
            """
            type Query { a: Int }
            type Mutation {
                end(input: EndInput!): Int
                extend(input: ExtendInput!): Int
                open(input: OpenInput!): Int
                revealPetitioner(input: EndInput!): Int
                lose(input: LoseInput!): Int
            }
            input EndInput { terminationId: ID! reason: String }
            input ExtendInput { referralId: ID! version: Int idempotencyKey: String }
            input OpenInput { petitionerIds: [ID!]! handlerId: ID! }
            input LoseInput { letterId: ID version: Int! }
            """
        )
        #expect(
            Self.versionFaults(others) == [
                "end: no version: Int! after terminationId", "extend: no version: Int! after referralId",
                "lose: letterId may be left out",
            ]
        )
    }

    @Test("Every mutation takes one input with an idempotency key")
    func mutations() throws {
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        let mutations = try #require(schema.rootType(for: .mutation)?.fields)
        #expect(mutations.count > 30)
        for mutation in mutations {
            #expect(mutation.arguments.map(\.name) == ["input"], "\(mutation.name)")
            guard let argument = mutation.arguments.first,
                case .input(let input) = schema.type(named: argument.type.namedType)
            else {
                Issue.record("\(mutation.name) has no input object")
                continue
            }
            #expect("\(argument.type)" == "\(input.name)!")
            #expect(input.field(named: "idempotencyKey").map { "\($0.type)" } == "String", "\(input.name)")
        }
    }

    @Test("No type but the logged reveal's answer has a clear personal value, and inputs that take one say so")
    func personalData() throws {
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        let clear: Set = ["idNumber", "mobile", "address", "residenceAddress", "phone"]
        for type in schema.types {
            switch type {
            case .object(let object) where object.name != "RevealPetitionerPayload":
                #expect(object.fields.filter { clear.contains($0.name) }.isEmpty, "\(object.name)")
                for field in object.fields where field.name.hasSuffix("Masked") {
                    #expect(field.directives.contains { $0.name.text == "masked" }, "\(object.name).\(field.name)")
                }
            case .input(let input):
                for field in input.fields where clear.contains(field.name) {
                    #expect(field.directives.contains { $0.name.text == "pii" }, "\(input.name).\(field.name)")
                }
            default: break
            }
        }
    }

    @Test("The reading role writes to no table, and reads no cipher, no hash and no unsecured row")
    func grants() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let writable = try await court.database.query(
                """
                SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                    AND has_table_privilege('docket_reader', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                """
            )
            #expect(try writable.map { try $0.decode("name", as: String.self) } == [])
            let secrets = try await court.database.query(
                """
                SELECT a.attrelid::regclass || '.' || a.attname AS name
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^(pg_|information_schema)' AND a.attnum > 0 AND a.attname ~ '_(cipher|hash)$'
                    AND has_column_privilege('docket_reader', a.attrelid, a.attnum, 'SELECT')
                """
            )
            // Of a whole file: nobody guesses a person from it.
            #expect(try secrets.map { try $0.decode("name", as: String.self) } == ["letters.transfer_batch.file_hash"])
            let unsecured = try await court.database.query(
                """
                SELECT c.oid::regclass::text AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE n.nspname !~ '^(pg_|information_schema|core|public)' AND c.relkind = 'r' AND a.attname = 'court_code'
                    AND NOT c.relrowsecurity AND has_any_column_privilege('docket_reader', c.oid, 'SELECT')
                """
            )
            #expect(try unsecured.map { try $0.decode("name", as: String.self) } == [])
        }
    }

    @Test("A view asks as its caller, and a function with its owner's rights has a fixed search path")
    func viewsAndFunctions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let views = try await court.database.query(
                """
                SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind = 'v'
                    AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
                """
            )
            // One counts sealed letters too, one shows their numbers to whoever registered them; both ask for the caller's
            // courts themselves.
            #expect(
                try views.map { try $0.decode("name", as: String.self) }.sorted() == [
                    "letters.batch_reconciliation", "letters.letter_receipt",
                ]
            )
            let functions = try await court.database.query(
                """
                SELECT p.oid::regproc::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname !~ '^(pg_|information_schema)' AND p.prosecdef
                    AND NOT coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path=pg_catalog, pg_temp', false)
                """
            )
            #expect(try functions.map { try $0.decode("name", as: String.self) } == [])
        }
    }

    @Test("What a member of staff may do is unchanged when all plugins are given in another order")
    func order() throws {
        let keys = try KeyRing.generate()
        let given = try Composition(Installed.all(keys))
        let reversed = try Composition(Installed.all(keys).reversed())
        #expect(given.plugins.first?.name == "core")
        #expect(reversed.plugins.first?.name == "core")
        #expect(given.permissions(of: [.clerk]) == reversed.permissions(of: [.clerk]))
        #expect(given.migrations.map(\.id).sorted() == reversed.migrations.map(\.id).sorted())
    }
}
