import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

/// Generated over the composed schema: a new mutation or argument is tested without being named here.
@Suite("Texts that no rule may overlook")
struct InputTextTests {
    /// A text that must not be kept, wherever it stands.
    struct Bad: Sendable {
        let name: String
        let text: String
        /// Whether an input that may be left out may take it for nothing.
        let isNothing: Bool
    }

    static let bad = [
        Bad(name: "NUL", text: "\u{0}", isNothing: false), Bad(name: "NUL within", text: "文\u{0}字", isNothing: false),
        Bad(name: "100,000 characters", text: String(repeating: "长", count: 100_000), isNothing: false),
        Bad(name: "a turned direction", text: "文\u{202E}字", isNothing: false),
        Bad(name: "blank", text: " ", isNothing: true),
        Bad(name: "invisible", text: String(repeating: "\u{200B}", count: 12), isNothing: true),
    ]

    /// A file's text is checked row by row when it is imported, not when it comes.
    private static func isFile(_ place: [String]) -> Bool { [["csv"], ["text"]].contains(place) }

    @Test("No text of any mutation is an internal error, or kept when it should not be", arguments: bad.indices)
    func mutations(_ index: Int) async throws {
        let bad = Self.bad[index]
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        let fields = try #require(schema.rootType(for: .mutation)?.fields)
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
            let samples = try await SampleInputs(court, schema, known: PluginContractTests.samples)
            var tried = 0
            for field in fields {
                guard let argument = field.arguments.first,
                    case .input(let input) = schema.type(named: argument.type.namedType)
                else { continue }
                // An item of a bulk request is refused by itself.
                let isBulk = field.type.namedType == "BulkPayload"
                for place in samples.texts(in: input) {
                    tried += 1
                    let value = samples.object(input, placing: .string(bad.text), at: place[...])
                    let answer = await court.send(
                        "mutation($input: \(input.name)!) { \(field.name)(input: $input) { \(isBulk ? "failed" : "__typename") } }",
                        ["input": value],
                        bearing: token
                    )
                    let spot = "\(bad.name) in \(field.name), \(place.joined(separator: "."))"
                    #expect(!answer.codes.contains("INTERNAL_SERVER_ERROR"), "\(spot)")
                    let isRefused = answer["errors"] != nil || answer[path: "data.\(field.name).failed"] == 1
                    #expect(bad.isNothing || Self.isFile(place) || isRefused, "\(spot): \(answer)")
                }
            }
            #expect(tried > 80)
            let kept = try await Self.kept(court)
            #expect(kept == [])
        }
    }

    @Test(
        "No date of any mutation is an internal error",
        arguments: ["0001-01-01", "2999-01-01", "9999-12-31", "2018-02-30", "\u{0}"]
    )
    func dates(_ date: String) async throws {
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        let fields = try #require(schema.rootType(for: .mutation)?.fields)
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
            let samples = try await SampleInputs(court, schema, known: PluginContractTests.samples)
            var tried = 0
            for field in fields {
                guard let argument = field.arguments.first,
                    case .input(let input) = schema.type(named: argument.type.namedType)
                else { continue }
                for place in samples.places(in: input, of: ["Date"]) {
                    tried += 1
                    let answer = await court.send(
                        "mutation($input: \(input.name)!) { \(field.name)(input: $input) { __typename } }",
                        ["input": samples.object(input, placing: .string(date), at: place[...])],
                        bearing: token
                    )
                    #expect(!answer.codes.contains("INTERNAL_SERVER_ERROR"), "\(date) in \(field.name), \(place)")
                }
            }
            #expect(tried > 8)
        }
    }

    @Test("No text of any query's argument or filter is an internal error", arguments: bad.indices)
    func queries(_ index: Int) async throws {
        let bad = Self.bad[index]
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        let fields = try #require(schema.rootType(for: .query)?.fields)
        try await TestCourt.with(plugins: Installed.all) { court in
            let token = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
            let samples = try await SampleInputs(court, schema, known: PluginContractTests.samples)
            var tried = 0
            for field in fields {
                for argument in field.arguments {
                    var values: [JSONValue] = []
                    if case .input(let input) = schema.type(named: argument.type.namedType) {
                        values = samples.texts(in: input).map {
                            samples.object(input, placing: .string(bad.text), at: $0[...])
                        }
                    } else if SampleInputs.isText(argument.type.namedType) {
                        values = [.string(bad.text)]
                    }
                    for value in values {
                        tried += 1
                        let others = field.arguments.filter {
                            $0.name != argument.name && $0.type.isNonNull && $0.defaultValue == nil
                        }
                        let variables = ([argument] + others).map { "$\($0.name): \($0.type)" }.joined(separator: ", ")
                        let arguments = ([argument] + others).map { "\($0.name): $\($0.name)" }.joined(separator: ", ")
                        let isComposite = schema.type(named: field.type.namedType)?.fields != nil
                        let answer = await court.send(
                            "query(\(variables)) { \(field.name)(\(arguments))\(isComposite ? " { __typename }" : "") }",
                            .object(
                                [.init(argument.name, value)] + others.map { .init($0.name, samples.value($0.type)) }
                            ),
                            bearing: token
                        )
                        #expect(
                            !answer.codes.contains("INTERNAL_SERVER_ERROR"),
                            "\(bad.name) in \(field.name)(\(argument.name))"
                        )
                        #expect(!answer.codes.contains("GRAPHQL_VALIDATION_FAILED"), "\(field.name): \(answer)")
                    }
                }
            }
            #expect(tried > 20)
        }
    }

    @Test("A court with a NUL is no court, and not every court")
    func reportOfNoCourt() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let answer = await court.send(
                "query($c: CourtCode) { letterReport(from: \"2018-01-01\", to: \"2018-12-31\", court: $c) { items } }",
                ["c": "\u{0}"],
                as: .divisionHead
            )
            #expect(answer.codes == ["BAD_USER_INPUT"], "\(answer)")
        }
    }

    @Test(
        "A request's number is visible text of at most 200 bytes",
        arguments: [
            "", " ", "\u{200B}", "a\u{0}", "a\nb", " a", "a\u{3000}", String(repeating: "a", count: 201), "\u{FEFF}a",
        ]
    )
    func idempotencyKeys(key: String) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: key)])
            #expect(answer.codes == [key.contains("\u{0}") ? "TEXT_CONTROL_CHARS" : "INPUT_INVALID"], "\(answer)")
            #expect(answer[path: "errors.0.extensions.field"] == "input.idempotencyKey")
            let rows = try await court.database.query("SELECT key FROM host.idempotency")
            #expect(rows.isEmpty)
        }
    }

    @Test("A reveal's reason is counted by what can be seen of it")
    func reasons() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await RevealTests.petitioner(court)
            for reason in [
                String(repeating: "\u{200B}", count: 12), "核\(String(repeating: "\u{200B}", count: 12))对",
                "核          对",
            ] {
                let answer = await court.send(
                    RevealTests.reveal,
                    [
                        "input": [
                            "petitionerId": .string(petitioner), "fields": ["NAME"], "purpose": "NOTIFY_PETITIONER",
                            "reason": .string(reason),
                        ]
                    ]
                )
                #expect(answer.codes == ["PURPOSE_REQUIRED"], "\(answer)")
            }
        }
    }

    /// Columns of text that hold what should not have been kept.
    private static func kept(_ court: TestCourt) async throws -> [String] {
        let columns = try await court.database.query(
            """
            SELECT c.table_schema AS s, c.table_name AS t, c.column_name AS c FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema IN ('core', 'dossiers', 'letters') AND c.data_type = 'text' AND t.table_type = 'BASE TABLE'
            """
        )
        var kept: [String] = []
        for column in columns {
            let (schema, table, name) = try (
                column.decode("s", as: String.self), column.decode("t", as: String.self),
                column.decode("c", as: String.self)
            )
            let found = try await court.database.query(
                SQL(
                    stringLiteral: """
                        SELECT 1 FROM "\(schema)"."\(table)" WHERE length("\(name)") > 50000 OR "\(name)" ~ E'\\u202E'
                            OR "\(name)" ~ E'^[\\\\s\\u200B]+$'
                        """
                )
            )
            if !found.isEmpty { kept.append("\(table).\(name)") }
        }
        return kept
    }
}
