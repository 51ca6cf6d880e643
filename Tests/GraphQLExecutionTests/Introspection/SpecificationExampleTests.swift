import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// The examples of GraphQL §4.
@Suite("The specification's examples of introspection")
struct SpecificationExampleTests {
    private func answer(_ text: String, _ sdl: String) async throws -> String {
        let schema = try Schema.build(sdl)
        let validated = try ValidatedDocument(validating: Document(parsing: Source(text)), against: schema)
        return String(decoding: await execute(validated).body, as: UTF8.self)
    }

    @Test("§4: the fields of a type, each with its type")
    func fields() async throws {
        let sdl = "type User { id: String name: String birthday: Date } scalar Date type Query { user: User }"
        #expect(
            try await answer(#"{ __type(name: "User") { name fields { name type { name } } } }"#, sdl)
                == #"{"data":{"__type":{"name":"User","fields":[{"name":"id","type":{"name":"String"}},"#
                + #"{"name":"name","type":{"name":"String"}},{"name":"birthday","type":{"name":"Date"}}]}}}"#
        )
    }

    @Test("§4.2.2: wrapping types have no name, and what they wrap in ofType")
    func wrapping() async throws {
        #expect(
            try await answer(
                #"{ __type(name: "Query") { fields { type { kind name fields { name } ofType { kind name ofType { kind name } } } } } }"#,
                "type Query { a: [Int]! }"
            )
                == #"{"data":{"__type":{"fields":[{"type":{"kind":"NON_NULL","name":null,"fields":null,"#
                + #""ofType":{"kind":"LIST","name":null,"ofType":{"kind":"SCALAR","name":"Int"}}}}]}}}"#
        )
    }

    @Test("§4.2.2: fields that do not apply to a kind of type are null")
    func inapplicable() async throws {
        let selection =
            "specifiedByURL fields { name } interfaces { name } possibleTypes { name } "
            + "enumValues { name } inputFields { name } ofType { name } isOneOf"
        let sdl = """
            scalar S @specifiedBy(url: "https://example.org") scalar P interface F { a: Int } union U = Query
            type Query implements F { a: Int } enum E { A } input I { a: Int } input O @oneOf { a: Int }
            """
        let kinds = ["S", "P", "Query", "F", "U", "E", "I", "O"].map {
            "\($0): __type(name: \"\($0)\") { \(selection) }"
        }
        func type(_ given: [(name: String, text: String)]) -> String {
            let names = [
                "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType",
                "isOneOf",
            ]
            let members = names.map { name in "\"\(name)\":\(given.first { $0.name == name }?.text ?? "null")" }
            return "{\(members.joined(separator: ","))}"
        }
        func list(_ name: String) -> String { #"[{"name":"\#(name)"}]"# }
        let expected = [
            "S": type([("specifiedByURL", "\"https://example.org\"")]),
            "P": type([]),
            "Query": type([("fields", list("a")), ("interfaces", list("F"))]),
            "F": type([("fields", list("a")), ("interfaces", "[]"), ("possibleTypes", list("Query"))]),
            "U": type([("possibleTypes", list("Query"))]),
            "E": type([("enumValues", list("A"))]),
            "I": type([("inputFields", list("a")), ("isOneOf", "false")]),
            "O": type([("inputFields", list("a")), ("isOneOf", "true")]),
        ]
        let answer = try await answer("{ \(kinds.joined(separator: " ")) }", sdl)
        for (name, text) in expected { #expect(answer.contains("\"\(name)\":\(text)")) }
    }

    @Test("§4.1: __typename names the object type that a value has")
    func typename() async throws {
        #expect(
            try await answer(
                "{ __typename __schema { __typename } a: __type(name: \"Query\") { b: __typename } }",
                "type Query { a: Int }"
            )
                == #"{"data":{"__typename":"Query","__schema":{"__typename":"__Schema"},"a":{"b":"__Type"}}}"#
        )
    }
}
