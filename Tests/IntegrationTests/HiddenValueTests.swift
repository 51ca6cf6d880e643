import DocketTesting
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Testing

@Suite("No message repeats a value that is written, or personal")
struct HiddenValueTests {
    /// What must be found nowhere, as text and as number.
    private static let secret = "S7319462850"
    private static let digits = "7319462850"

    /// A value in the place of one of an input, as a literal and as JSON.
    private static let shapes: [(literal: String, json: JSONValue)] = [
        ("\"\(secret)\"", .string(secret)), ("\"\"\"\(secret)\"\"\"", .string("\n\(secret)\u{0}")),
        (secret, .string("\(secret) ")), (digits, .integer(7_319_462_850)), ("-\(digits)", .integer(-7_319_462_850)),
        ("7.319462850", .double(7.319462850)), ("\(digits)\(digits)", .bigInteger(digits + digits)),
        ("[\"\(secret)\"]", [.string(secret)]),
        ("[[\(secret), \(digits)]]", [[.string(secret), .integer(7_319_462_850)]]),
        ("{}", [:]), ("{ \(secret): 1 }", .object([.init(secret, 1)])),
        ("{ nme: \"\(secret)\" }", ["nme": .string(secret)]),
        ("{ name: \"\(secret)\", name: \"\(secret)\" }", ["name": [.string(secret)]]),
        ("{ a: { b: { c: [\"\(secret)\"] } } }", ["a": ["b": ["c": [.string(secret)]]]]),
        ("{ \(secret): 1, \(secret): 2 }", .object([.init("姓名\(secret)", .string(secret))])),
        ("[null, { name: \(secret) }]", [nil, ["name": .integer(7_319_462_850)]]),
    ]

    /// Documents that are none, with a value in them.
    private static let unreadable = [
        "\"\(secret)", "\"\(secret)\" \"\(secret)\"", "'\(secret)'", "\(secret) \(secret)", "\(secret) \"\(secret)\"",
        "{ \(secret) }", "{ \(secret): \(secret) \(secret) }", "[\(secret)", "{ name: \"\(secret)\" ", "\(digits)X",
        "0\(digits)", ".\(digits)", "\"\\\(secret)\"", "\"\\u7319\(secret)", "$\(secret) \(secret)",
        "{ name: \"\"\"\(secret)\"\"\" \"\"\"\(secret)\"\"\" }", "{ \"\(secret)\": 1 }", "\(secret)。",
        "{ name: 张\(secret) }",
    ]

    @Test("A mutation's, in whatever shape it comes, at any place of any mutation's input")
    func mutations() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            try await OwnEngine.with(court) { own in
                let schema = own.schema.schema
                let mutations = try #require(schema.rootType(for: .mutation)).fields
                for mutation in mutations {
                    // Whoever may run it, so that its command is reached where coercion lets it through.
                    let token = court.tokens[Self.role(of: mutation, own)]
                    for place in Self.places(in: mutation, schema) {
                        for shape in Self.shapes {
                            let arguments = place.arguments(shape.literal)
                            let literal = "mutation { m: \(mutation.name)\(arguments) { __typename } }"
                            await Self.check(literal, nil, token, own)
                            let type = place.argument.type
                            let variable =
                                "mutation($v: \(type)) { m: \(mutation.name)(\(place.argument.name): $v) { __typename } }"
                            let value = JSONValue.object([.init("v", place.value(shape.json))])
                            await Self.check(variable, value, token, own)
                        }
                    }
                    guard let place = Self.places(in: mutation, schema).last else { continue }
                    for text in Self.unreadable {
                        let document = "mutation { m: \(mutation.name)\(place.arguments(text)) { __typename } }"
                        await Self.check(document, nil, token, own)
                    }
                    for shape in Self.shapes {
                        let document = """
                            mutation($v: \(place.argument.type.namedType) = \(place.literal(shape.literal))) {
                                m: \(mutation.name)(\(place.argument.name): $v) { __typename }
                            }
                            """
                        await Self.check(document, nil, token, own)
                    }
                }
                #expect(!own.logged.contains(Self.digits), "\(own.logged)")
            }
        }
    }

    @Test("A query's, where it takes personal data")
    func queries() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            try await OwnEngine.with(court) { own in
                let token = court.tokens[.clerk]
                for shape in Self.shapes {
                    for literal in [
                        "letters(filter: { text: VALUE }) { __typename }", "letters(filter: VALUE) { __typename }",
                        "letters(filter: { receivedFrom: VALUE, text: \"a\" }) { __typename }",
                        "letters(filter: { and: [{ not: { similarTo: VALUE } }] }) { __typename }",
                        "dossiers(filter: { letters: { some: { text: VALUE } } }) { __typename }",
                        "letters(filter: { state: VALUE }) { __typename }",
                        "letters(filter: { itemNo: VALUE }) { __typename }",
                    ] {
                        let document = "{ \(literal.replacing("VALUE", with: shape.literal)) }"
                        await Self.check(document, nil, token, own)
                    }
                    let filtered = "query($f: LetterFilter) { letters(filter: $f) { __typename } }"
                    let values: [JSONValue] = [
                        shape.json, ["text": shape.json], ["itemNo": shape.json], ["receivedFrom": shape.json],
                        ["and": [["not": shape.json]]],
                    ]
                    for value in values { await Self.check(filtered, ["f": value], token, own) }
                    let text = "query($t: String) { letters(filter: { text: $t }) { __typename } }"
                    await Self.check(text, ["t": shape.json], token, own)
                }
                for text in Self.unreadable {
                    await Self.check("{ letters(filter: { text: \(text) }) { __typename } }", nil, token, own)
                }
                #expect(!own.logged.contains(Self.digits), "\(own.logged)")
            }
        }
    }

    private static func check(_ document: String, _ variables: JSONValue?, _ token: String?, _ own: OwnEngine) async {
        let answer = await own.answer(document, variables, bearing: token)
        #expect(!answer.contains(digits), "\(document) \(variables.map { "\($0)" } ?? ""): \(answer)")
    }

    /// A role that may run a mutation.
    private static func role(of mutation: SchemaField, _ own: OwnEngine) -> Role {
        let permission = mutation.directives.first { $0.name.text == "requires" }?.argument("permission")?.stringText
        return Role.allCases.first { own.schema.permissions(of: [$0]).contains(permission ?? "") } ?? .clerk
    }

    /// A place of an input: the argument, and the input fields that lead to it.
    private struct Place {
        let argument: SchemaInputValue
        var path: [SchemaInputValue] = []

        func literal(_ text: String) -> String {
            path.reversed().reduce(text) { inner, field in
                let inner = field.type.listItem == nil || inner == text ? inner : "[\(inner)]"
                return "{ \(field.name): \(inner) }"
            }
        }

        func arguments(_ text: String) -> String { "(\(argument.name): \(literal(text)))" }

        func value(_ json: JSONValue) -> JSONValue {
            path.reversed().reduce(json) { inner, field in .object([.init(field.name, inner)]) }
        }
    }

    private static func places(in mutation: SchemaField, _ schema: Schema) -> [Place] {
        var places: [Place] = []
        var pending = mutation.arguments.map { Place(argument: $0) }
        while let place = pending.popLast() {
            places.append(place)
            let type = (place.path.last ?? place.argument).type.namedType
            guard place.path.count < 3, case .input(let object) = schema.type(named: type) else { continue }
            pending += object.fields.map { Place(argument: place.argument, path: place.path + [$0]) }
        }
        return places
    }
}
