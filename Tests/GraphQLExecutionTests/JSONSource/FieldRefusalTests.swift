import Testing

@Suite("What concerns one field alone (§6.4.1, §6.3.2)")
struct FieldRefusalTests {
    private let sdl = """
        input In { a: Int = 3 b: [String!] }
        type Query { f(n: Int! = 5, s: String, in: In, on: Boolean): String g(n: Int): A h(n: Int): [A!]! plain: Int }
        type A { x: Int y(n: Int!): Int! z: Int }
        """

    @Test(
        "a field answers the arguments that it was given, absent ones left out",
        arguments: [
            ("{ f }", "{}", #"{"n":5}"#),
            (
                #"{ f(n: 1, s: "a", in: {b: "x"}, on: null) }"#, "{}",
                #"{"n":1,"s":"a","in":{"a":3,"b":["x"]},"on":null}"#
            ),
            (
                "query ($n: Int!, $s: String, $in: In) { f(n: $n, s: $s, in: $in) }", #"{"n": 2, "in": null}"#,
                #"{"n":2,"in":null}"#
            ),
            ("query ($n: Int = 7, $b: [String!]) { f(n: $n, in: {b: $b}) }", "{}", #"{"n":7,"in":{"a":3}}"#),
        ]
    )
    func arguments(_ document: String, _ variables: String, _ expected: String) async throws {
        #expect(
            try await answer(sdl, document, root: #"{"f": {"__args": true}}"#, variables: variables)
                == #"{"data":{"f":\#(expected)}}"#
        )
    }

    @Test("also where an object or a list is expected")
    func argumentsOfObjects() async throws {
        #expect(
            try await answer(
                sdl,
                "{ g(n: 1) { x } h(n: 2) { x } }",
                root: #"{"g": {"__args": true}, "h": {"__args": true}}"#
            )
                == #"{"data":{"g":{"n":1},"h":{"n":2}}}"#
        )
        #expect(
            try await answer(sdl, "{ g(n: 1) { x } h(n: 2) { x } }", root: #"{"g": {"x": 1}, "h": [{"x": 2}]}"#)
                == #"{"data":{"g":{"x":1},"h":[{"x":2}]}}"#
        )
    }

    @Test("a null variable for a non-null argument fails its field, the others stand")
    func nullArgument() async throws {
        let text = try await answer(
            sdl,
            "query ($n: Int = 1) { f(n: $n) plain }",
            root: #"{"f": "a", "plain": 2}"#,
            variables: #"{"n": null}"#
        )
        #expect(text.hasPrefix(#"{"errors":[{"message":"Argument "#))
        #expect(text.contains(#""locations":[{"line":1,"column":28}],"path":["f"],"#))
        #expect(text.hasSuffix(#""data":{"f":null,"plain":2}}"#))
    }

    @Test("below an object, and up to its nullable parent")
    func nested() async throws {
        let text = try await answer(
            sdl,
            "query ($n: Int = 1) { g { x y(n: $n) } plain }",
            root: #"{"g": {"x": 1, "y": 2}, "plain": 2}"#,
            variables: #"{"n": null}"#
        )
        #expect(text.contains(#""path":["g","y"]"#))
        #expect(text.hasSuffix(#""data":{"g":null,"plain":2}}"#))
    }

    @Test("a null condition fails the object that it stands in (§3.13.1)")
    func condition() async throws {
        let text = try await answer(
            sdl,
            "query ($a: Boolean = true) { h { x z @skip(if: $a) } g { x z @include(if: $a) } plain }",
            root: #"{"h": [], "g": {"x": 1}, "plain": 2}"#,
            variables: #"{"a": null}"#
        )
        // An empty list has no object to fail.
        #expect(text.contains(#""locations":[{"line":1,"column":75}],"path":["g"]"#))
        #expect(text.hasSuffix(#""data":{"h":[],"g":null,"plain":2}}"#))
    }

    @Test("at the root it leaves no data, but a data entry")
    func rootCondition() async throws {
        let text = try await answer(
            sdl,
            "query ($a: Boolean = true) { plain @skip(if: $a) }",
            root: #"{"plain": 2}"#,
            variables: #"{"a": null}"#
        )
        #expect(text.hasPrefix(#"{"errors":[{"message":"Argument "#))
        #expect(text.contains(#""locations":[{"line":1,"column":46}]"#))
        #expect(!text.contains("path"))
        #expect(text.hasSuffix(#""data":null}"#))
    }

    @Test("@skip is asked before @include, whichever is written first")
    func order() async throws {
        let text = try await answer(
            sdl,
            "query ($a: Boolean = true) { g { x @include(if: false) @skip(if: $a) } }",
            root: #"{"g": {}}"#,
            variables: #"{"a": null}"#
        )
        #expect(text.hasSuffix(#""data":{"g":null}}"#))
    }

    @Test("an object type's own default counts for a field selected on its interface")
    func ownDefault() async throws {
        let sdl = """
            type Query { node: Node } interface Node { f(n: Int): String }
            type A implements Node { f(n: Int = 3): String }
            """
        #expect(
            try await answer(
                sdl,
                "query ($n: Int) { node { f(n: $n) } }",
                root: #"{"node": {"__typename": "A", "f": {"__args": true}}}"#
            ) == #"{"data":{"node":{"f":{"n":3}}}}"#
        )
    }
}

@Suite("What concerns one field of an introspection alone")
struct IntrospectionRefusalTests {
    private let sdl = "type Query { a(n: Int): Int b: Int }"

    private func errors(_ place: String, _ paths: [String], of field: String = "__Type.fields") -> String {
        paths.map { path in
            #"{"message":"Argument \"\#(field)(includeDeprecated:)\" has invalid value: Expected variable \"$d\" provided to "#
                + #"non-null type \"Boolean!\" not to be null.","locations":[\#(place)],"path":[\#(path)],"#
                + #""extensions":{"code":"BAD_USER_INPUT"}}"#
        }.joined(separator: ",")
    }

    @Test("a null variable for a non-null argument fails each field that has it (§6.4.1)")
    func argument() async throws {
        #expect(
            try await answer(
                sdl,
                #"query ($d: Boolean = true) { __type(name: "Query") { name fields(includeDeprecated: $d) { name } kind } b }"#,
                root: #"{"b": 1}"#,
                variables: #"{"d": null}"#
            )
                == #"{"errors":["# + errors(#"{"line":1,"column":85}"#, [#""__type","fields""#])
                + #"],"data":{"__type":{"name":"Query","fields":null,"kind":"OBJECT"},"b":1}}"#
        )
    }

    @Test("in a non-null field the null goes up to the nearest nullable one (§6.4.4)")
    func propagation() async throws {
        #expect(
            try await answer(
                sdl,
                """
                query ($d: Boolean = true) { __type(name: "Query") { name
                fields { name args(includeDeprecated: $d) { name } } kind } }
                """,
                variables: #"{"d": null}"#
            )
                == #"{"errors":["#
                + errors(#"{"line":2,"column":39}"#, [#""__type","fields",0,"args""#], of: "__Field.args")
                + #"],"data":{"__type":{"name":"Query","fields":null,"kind":"OBJECT"}}}"#
        )
        #expect(
            try await answer(
                sdl,
                "query ($d: Boolean = true) { b __schema { directives(includeDeprecated: $d) { name } } }",
                variables: #"{"d": null}"#
            ) == #"{"errors":["#
                + errors(#"{"line":1,"column":73}"#, [#""__schema","directives""#], of: "__Schema.directives")
                + #"],"data":null}"#
        )
    }

    @Test("a null condition fails each object that it stands in (§3.13.1)")
    func condition() async throws {
        let text = try await answer(
            sdl,
            #"query ($d: Boolean = true) { __type(name: "Query") { fields { name type { name @skip(if: $d) kind } } } }"#,
            variables: #"{"d": null}"#
        )
        #expect(text.contains(#""locations":[{"line":1,"column":90}],"path":["__type","fields",0,"type"]"#))
        #expect(text.hasSuffix(#""data":{"__type":{"fields":null}}}"#))
    }
}
