import CourtCore
import DocketServer
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Each root field stands for itself")
struct RootFieldTests {
    @Test("Of fifty mutations of which one is refused, all others are done and seen")
    func fifty() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let count: SQL = "SELECT count(*) AS n FROM dossiers.petitioner"
            let before: Int64 = try #require(try await court.database.query(count).first).decode("n")
            let fields = (1...50).map { "m\($0): createPetitioner(input: $i\($0)) { petitioner { id } }" }
            let variables = (1...50).map { "$i\($0): CreatePetitionerInput!" }
            let values = (1...50).map { number in
                let input: JSONValue =
                    number == 8
                    ? ["kind": "NATURAL_PERSON", "name": "王测", "idDocType": "RESIDENT_ID", "idNumber": "1"]
                    : ["kind": "NATURAL_PERSON", "name": .string("王测" + String(repeating: "甲", count: number))]
                return JSONValue.Member("i\(number)", input)
            }
            let answer = await court.send(
                "mutation(\(variables.joined(separator: ", "))) { \(fields.joined(separator: "\n")) }",
                .object(values)
            )
            #expect(answer["errors"]?.items.count == 1, "\(answer)")
            #expect(answer[path: "errors.0.path"] == ["m8"])
            for number in 1...50 {
                let payload = answer["data"]?["m\(number)"]
                if number == 8 {
                    #expect(payload == .null)
                } else {
                    #expect(payload?["petitioner"]?["id"]?.text != nil, "m\(number): \(answer)")
                }
            }
            let after: Int64 = try #require(try await court.database.query(count).first).decode("n")
            #expect(after == before + 49)
        }
    }

    @Test("A reader without the right to review still reads the queue beside the inbox, and reports beside it")
    func inbox() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let document = """
                {
                    letterQueue { totalCount }
                    reviewInbox { totalCount }
                    letterReport(from: "2018-01-01", to: "2018-06-29") { items }
                }
                """
            let handler = await court.send(document, as: .handler)
            #expect(handler[path: "data.letterQueue.totalCount"] != .null, "\(handler)")
            #expect(handler["data"]?["reviewInbox"] == .null)
            #expect(handler["data"]?["letterReport"] == .null)
            #expect(handler.codes == ["FORBIDDEN", "FORBIDDEN"])
            let head = await court.send(document, as: .divisionHead)
            #expect(head["errors"] == nil, "\(head)")
        }
    }

    @Test("What one role may not read of Query takes nothing from the fields beside it", arguments: Role.allCases)
    func everyRole(_ role: Role) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let schema = court.server.engine.composition.schema
            let query = try #require(schema.rootType(for: .query))
            for field in query.fields {
                let answer = await court.send("{ here: __typename \(Self.call(field, schema)) }", as: role)
                guard answer.codes.contains("FORBIDDEN") else { continue }
                #expect(answer[path: "data.here"] == "Query", "\(role) \(field.name): \(answer)")
                #expect(answer["data"]?[field.name] == .null, "\(role) \(field.name): \(answer)")
            }
        }
    }

    @Test("Every mutation of the server is nullable, and nothing that needs a permission stands non-null in Query")
    func published() throws {
        let schema = try Composition(Installed.all(try KeyRing.generate())).schema
        let mutations = try #require(schema.rootType(for: .mutation)).fields
        #expect(mutations.count > 30)
        #expect(mutations.filter(\.type.isNonNull).map(\.name) == [])
    }

    @Test("A plugin whose mutation, or guarded field of Query, is not nullable does not compose")
    func composition() throws {
        func failure(_ sdl: String) throws -> String {
            let plugin = Plugin(
                name: "a",
                fragments: [SchemaFragment(file: "a.graphql", text: sdl)],
                permissions: [Permission("a.see", [.clerk])],
                commands: sdl.contains("hold") ? [Command(name: "hold") { _, _ in Payload() }] : []
            )
            let error = try #require(throws: CompositionFailure.self) {
                try Composition([CourtCore.plugin(keys: try KeyRing.generate()), plugin])
            }
            return error.description
        }
        #expect(
            try failure(
                """
                type HoldPayload { done: Boolean }
                extend type Mutation { hold(a: Boolean): HoldPayload! @requires(permission: "a.see") }
                """
            )
                == #"a: a.graphql:2: Mutation.hold must be of a nullable type, found "HoldPayload!": each mutation "#
                + "stands for itself."
        )
        let type = "type Day @table(name: \"core.holiday\", key: [\"date\"]) "
        let rows = "(first: Int, after: String, last: Int, before: String)"
        let message = "it needs the permission \"a.see\", and whoever lacks it still reads the fields beside it."
        for (sdl, found) in [
            (
                type + "{ date: Date! }\nextend type Query { days: [Day!]! @rows @requires(permission: \"a.see\") }",
                "[Day!]!"
            ),
            (
                type + "@requires(permission: \"a.see\") { date: Date! }\nextend type Query { days: [Day!]! @rows }",
                "[Day!]!"
            ),
            (
                type + "@requires(permission: \"a.see\") { date: Date! }\n"
                    + "extend type Query { days\(rows): DayConnection! @rows }",
                "DayConnection!"
            ),
        ] {
            #expect(
                try failure(sdl)
                    == "a: a.graphql:2: Query.days must be of a nullable type, found \"\(found)\": \(message)"
            )
        }
    }

    /// A call of a field of Query: its required arguments, and `__typename` of what it answers.
    private static func call(_ field: SchemaField, _ schema: Schema) -> String {
        let arguments = field.arguments.filter(\.isRequired).map { "\($0.name): \(Self.literal($0.type.namedType))" }
        let list = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
        let isLeaf = schema.type(named: field.type.namedType)?.isLeaf ?? true
        return field.name + list + (isLeaf ? "" : " { __typename }")
    }

    private static func literal(_ type: String) -> String {
        switch type {
        case "Date": "\"2018-06-01\""
        case "Int": "1"
        default: "\"1\""
        }
    }
}
