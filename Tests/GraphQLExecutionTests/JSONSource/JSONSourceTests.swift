import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// The response to an operation over a JSON root, as text.
func answer(
    _ sdl: String,
    _ document: String,
    root: String = "null",
    variables: String? = nil,
    results: ResultCoercions = ResultCoercions()
) async throws -> String {
    let schema = try Schema.build(sdl)
    let document = try ValidatedDocument(validating: try Document(parsing: Source(document)), against: schema)
    let response = await execute(
        document,
        variables: try variables.map { try JSONReader.read(Array($0.utf8)) },
        root: try JSONReader.read(Array(root.utf8)),
        results: results
    )
    return String(decoding: response.body, as: UTF8.self)
}

@Suite("JSONSource")
struct JSONSourceTests {
    @Test("a field is the property of its name, an absent one null (§6.4.2)")
    func properties() async throws {
        #expect(
            try await answer(
                "type Query { a: Int b: String c: A l: [[Int]] } type A { x: Int! y: [A!] }",
                "{ b a d: a c { y { x y { x } } x __typename } l __typename }",
                root: #"{"a": 1, "c": {"x": 2, "y": [{"x": 3, "y": []}, {"x": 4}]}, "l": [[1, null], null, [], [2]]}"#
            )
                == #"{"data":{"b":null,"a":1,"d":1,"c":{"y":[{"x":3,"y":[]},{"x":4,"y":null}],"x":2,"__typename":"A"},"l":[[1,null],null,[],[2]],"__typename":"Query"}}"#
        )
    }
}
