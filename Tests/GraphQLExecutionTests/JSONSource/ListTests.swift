import Testing

@Suite("Lists and their nulls (§6.4.3, §6.4.4)")
struct ListTests {
    private let message = "Cannot return null for non-nullable field Query.f."

    private func error(_ message: String, _ path: String) -> String {
        #"{"message":"\#(message)","locations":[{"line":1,"column":3}],"path":[\#(path)]}"#
    }

    @Test(
        "what a list with a null, and null itself, become",
        arguments: [
            ("[Int]", "[1, null]", "[1,null]", nil), ("[Int]", "null", "null", nil),
            ("[Int!]", "[1, null]", "null", #""f",1"#), ("[Int!]", "null", "null", nil),
            ("[[Int!]]", "[[1], [null], null]", "[[1],null,null]", #""f",1,0"#),
            ("[[Int]!]", "[[null], null]", "null", #""f",1"#),
            ("[[Int!]!]", "[[1], [2, null]]", "null", #""f",1,1"#),
            ("[[[Int!]!]]", "[[[1]], [[2], [null]]]", "[[[1]],null]", #""f",1,1,0"#),
            ("[Int]", "[]", "[]", nil), ("[[Int!]!]!", "[[]]", "[[]]", nil),
        ] as [(String, String, String, String?)]
    )
    func nulls(_ type: String, _ value: String, _ expected: String, _ path: String?) async throws {
        let errors = path.map { #""errors":["# + error(message, $0) + "]," } ?? ""
        #expect(
            try await answer("type Query { f: \(type) }", "{ f }", root: #"{"f": \#(value)}"#)
                == #"{\#(errors)"data":{"f":\#(expected)}}"#
        )
    }

    @Test(
        "a null that no position takes makes data null",
        arguments: [
            ("[Int]!", "null", #""f""#), ("[Int!]!", "[1, null]", #""f",1"#), ("[[Int!]!]!", "[[null]]", #""f",0,0"#),
        ]
    )
    func toData(_ type: String, _ value: String, _ path: String) async throws {
        #expect(
            try await answer("type Query { f: \(type) g: Int }", "{ f g }", root: #"{"f": \#(value), "g": 1}"#)
                == #"{"errors":["# + error(message, path) + #"],"data":null}"#
        )
    }

    @Test("what is no list", arguments: ["5", #""abc""#, #"{"a": 1}"#, "true"])
    func notIterable(_ value: String) async throws {
        let message = #"Expected Iterable, but did not find one for field \"Query.f\"."#
        #expect(
            try await answer("type Query { f: [Int] }", "{ f }", root: #"{"f": \#(value)}"#)
                == #"{"errors":["# + error(message, #""f""#) + #"],"data":{"f":null}}"#
        )
        #expect(
            try await answer("type Query { f: [[Int]] }", "{ f }", root: #"{"f": [[1], \#(value)]}"#)
                == #"{"errors":["# + error(message, #""f",1"#) + #"],"data":{"f":[[1],null]}}"#
        )
    }

    @Test("every faulty item of nullable ones has its error, the first of non-null ones ends the list")
    func faultyItems() async throws {
        func fault(_ item: String) -> String { #"Int cannot represent non-integer value: \"\#(item)\""# }
        #expect(
            try await answer("type Query { f: [Int] }", "{ f }", root: #"{"f": ["a", 1, "b"]}"#)
                == #"{"errors":["# + error(fault("a"), #""f",0"#) + "," + error(fault("b"), #""f",2"#)
                + #"],"data":{"f":[null,1,null]}}"#
        )
        #expect(
            try await answer("type Query { f: [Int!] }", "{ f }", root: #"{"f": ["a", 1, "b"]}"#)
                == #"{"errors":["# + error(fault("a"), #""f",0"#) + #"],"data":{"f":null}}"#
        )
    }

    @Test("lists of objects with lists: each row has its own")
    func nested() async throws {
        let sdl = "type Query { f: [A] } type A { n: Int l: [[A!]!] }"
        let root =
            #"{"f": [{"n": 1, "l": [[{"n": 2}], []]}, null, {"n": 3, "l": null}, {"l": [[{"l": [[{"n": 4}]]}]]}]}"#
        #expect(
            try await answer(sdl, "{ f { n l { n l { n } } } }", root: root)
                == #"{"data":{"f":[{"n":1,"l":[[{"n":2,"l":null}],[]]},null,{"n":3,"l":null},"#
                + #"{"n":null,"l":[[{"n":null,"l":[[{"n":4}]]}]]}]}}"#
        )
    }

    @Test("errors met before a null propagates remain (§6.4.4)")
    func earlierErrors() async throws {
        let sdl = "type Query { a: A } type A { x: Int y: Int! z: Int }"
        let root = #"{"a": {"x": {"__error": "x"}, "z": {"__error": "z"}}}"#
        #expect(
            try await answer(sdl, "{ a { x y z } }", root: root)
                == #"{"errors":[{"message":"x","locations":[{"line":1,"column":7}],"path":["a","x"]},"#
                + #"{"message":"Cannot return null for non-nullable field A.y.","locations":[{"line":1,"column":9}],"#
                + #""path":["a","y"]}],"data":{"a":null}}"#
        )
    }
}
