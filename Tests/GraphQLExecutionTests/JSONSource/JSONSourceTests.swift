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
    operationName: String? = nil,
    results: ResultCoercions = ResultCoercions()
) async throws -> String {
    let schema = try Schema.build(sdl)
    let document = try ValidatedDocument(validating: try Document(parsing: Source(document)), against: schema)
    let response = await execute(
        document,
        operationName: operationName,
        variables: try variables.map { try JSONReader.read(Array($0.utf8)) },
        root: try JSONReader.read(Array(root.utf8)),
        results: results
    )
    return String(decoding: response.body, as: UTF8.self)
}

@Suite("Executing over JSON values")
struct JSONSourceTests {
    @Test("a field is the property of its name, an absent one null (§6.4.2)")
    func properties() async throws {
        #expect(
            try await answer(
                "type Query { a: Int b: String c: A l: [[Int]] } type A { x: Int! y: [A!] }",
                "{ b a d: a c { y { x y { x } } x __typename } l __typename }",
                root: #"{"a": 1, "c": {"x": 2, "y": [{"x": 3, "y": []}, {"x": 4}]}, "l": [[1, null], null, [], [2]]}"#
            )
                == #"{"data":{"b":null,"a":1,"d":1,"c":{"y":[{"x":3,"y":[]},{"x":4,"y":null}],"x":2,"__typename":"A"},"#
                + #""l":[[1,null],null,[],[2]],"__typename":"Query"}}"#
        )
    }

    @Test("without a root value every field is null", arguments: ["null", "{}", "7", "[]", #""text""#])
    func nothing(_ root: String) async throws {
        let sdl = "type Query { a: Int b: [A!] c: A } type A { x: Int! }"
        #expect(
            try await answer(sdl, "{ a b { x } c { x } __typename }", root: root)
                == #"{"data":{"a":null,"b":null,"c":null,"__typename":"Query"}}"#
        )
    }

    @Test("a value that is no object has no properties, and of equal ones the last counts")
    func oddObjects() async throws {
        let sdl = "type Query { a: A b: A c: Int } type A { x: Int }"
        #expect(
            try await answer(
                sdl,
                "{ a { x __typename } b { x } c }",
                root: #"{"a": 5, "b": [{"x": 1}], "c": 1, "c": 2}"#
            )
                == #"{"data":{"a":{"x":null,"__typename":"A"},"b":{"x":null},"c":2}}"#
        )
    }

    @Test("a selection that is skipped altogether leaves an empty object (§6.3.2)")
    func empty() async throws {
        let sdl = "type Query { a: A } type A { x: Int }"
        #expect(try await answer(sdl, "{ a { x @skip(if: true) } }", root: #"{"a": {}}"#) == #"{"data":{"a":{}}}"#)
        #expect(try await answer(sdl, "{ a @skip(if: true) { x } }", root: #"{"a": {}}"#) == #"{"data":{}}"#)
    }

    @Test("an error in a value's place fails the field, or the item, with its text")
    func givenErrors() async throws {
        let sdl = "type Query { a: Int b: [Int] c: A d: [A!] } type A { x: Int }"
        let root = #"""
            {"a": {"__error": "no a"}, "b": [1, {"__error": "no item"}], "c": {"__error": "no c"},
             "d": [{"x": {"__error": "no x"}}]}
            """#
        #expect(
            try await answer(sdl, "{ a b c { x } d { x } }", root: root)
                == #"{"errors":[{"message":"no a","locations":[{"line":1,"column":3}],"path":["a"]},"#
                + #"{"message":"no item","locations":[{"line":1,"column":5}],"path":["b",1]},"#
                + #"{"message":"no c","locations":[{"line":1,"column":7}],"path":["c"]},"#
                + #"{"message":"no x","locations":[{"line":1,"column":19}],"path":["d",0,"x"]}],"#
                + #""data":{"a":null,"b":[1,null],"c":null,"d":[{"x":null}]}}"#
        )
    }

    @Test("an error is located at every merged field (§6.4.4)")
    func mergedLocations() async throws {
        #expect(
            try await answer("type Query { a: Int }", "{ a\n ... { a } }", root: #"{"a": {"__error": "no"}}"#)
                == #"{"errors":[{"message":"no","locations":[{"line":1,"column":3},{"line":2,"column":8}],"path":["a"]}],"#
                + #""data":{"a":null}}"#
        )
    }

    @Test("a request that is refused has no data (§7.1.3)")
    func refused() async throws {
        let sdl = "type Query { a(n: Int!): Int }"
        #expect(
            try await answer(sdl, "query A { a(n: 1) } query B { a(n: 2) }")
                == #"{"errors":[{"message":"Must provide operation name if query contains multiple operations.","#
                + #""extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}"#
        )
        #expect(
            try await answer(sdl, "query A { a(n: 1) }", operationName: "C")
                .hasPrefix(#"{"errors":[{"message":"Unknown operation named \"C\".""#)
        )
        let missing = try await answer(sdl, "query ($n: Int!) { a(n: $n) }")
        #expect(missing.hasPrefix(#"{"errors":[{"message":"Variable \"$n\""#))
        #expect(!missing.contains("data"))
    }

    @Test("mutations run their fields in order, a failed one does not stop the next (§6.2.2)")
    func mutations() async throws {
        let sdl = "type Query { a: Int } type Mutation { a: A b: Int c: Int! } type A { x: Int! l: [Int] }"
        #expect(
            try await answer(sdl, "mutation { b a { x l } }", root: #"{"a": {"l": [1]}, "b": 1}"#)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field A.x.","#
                + #""locations":[{"line":1,"column":18}],"path":["a","x"]}],"data":{"b":1,"a":null}}"#
        )
        #expect(
            try await answer(sdl, "mutation { c b a { l } }", root: #"{"b": {"__error": "not reached"}}"#)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Mutation.c.","#
                + #""locations":[{"line":1,"column":12}],"path":["c"]}],"data":null}"#
        )
    }

    @Test("an operation may ask for nulls where the errors are, if the schema lets it")
    func withoutPropagation() async throws {
        let sdl = """
            directive @experimental_disableErrorPropagation on QUERY | MUTATION
            type Query { a: A! } type Mutation { a: A! b: Int! } type A { x: Int! l: [Int!]! }
            """
        let rest = "@experimental_disableErrorPropagation { a { x l } "
        #expect(
            try await answer(sdl, "query \(rest)}", root: #"{"a": {"l": [1, null, "x"]}}"#)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field A.x.","#
                + #""locations":[{"line":1,"column":51}],"path":["a","x"]},"#
                + #"{"message":"Cannot return null for non-nullable field A.l.","#
                + #""locations":[{"line":1,"column":53}],"path":["a","l",1]},"#
                + #"{"message":"Int cannot represent non-integer value: \"x\"","#
                + #""locations":[{"line":1,"column":53}],"path":["a","l",2]}],"data":{"a":{"x":null,"l":[1,null,null]}}}"#
        )
        #expect(
            try await answer(sdl, "mutation \(rest)b }", root: #"{"b": 1}"#)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Mutation.a.","#
                + #""locations":[{"line":1,"column":50}],"path":["a"]}],"data":{"a":null,"b":1}}"#
        )
    }

    @Test("introspection and data stand side by side (§4)")
    func introspection() async throws {
        #expect(
            try await answer(
                "type Query { a: Int }",
                #"{ a __type(name: "Query") { name fields { name } } b: __schema { queryType { name } } }"#,
                root: #"{"a": 1}"#
            )
                == #"{"data":{"a":1,"__type":{"name":"Query","fields":[{"name":"a"}]},"b":{"queryType":{"name":"Query"}}}}"#
        )
    }
}
