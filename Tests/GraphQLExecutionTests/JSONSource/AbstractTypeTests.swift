import Testing

@Suite("Abstract types (§6.4.3 ResolveAbstractType)")
struct AbstractTypeTests {
    private let sdl = """
        type Query { node: Node nodes: [Node!] pet: Pet }
        interface Node { id: ID! next: Node }
        type Cat implements Node { id: ID! next: Node lives: Int toys: [Int] }
        type Dog implements Node { id: ID! next: Node lives: String toys: [Int] }
        type Rock { id: ID! }
        union Pet = Cat | Dog
        interface Empty { id: ID }
        scalar Text
        """

    @Test("each object has the fields of the type that __typename names, in the order of the selection")
    func types() async throws {
        let document = """
            { nodes { __typename ... on Dog { word: lives toys } id ... on Cat { lives toys next { id } } ...F } }
            fragment F on Node { next { __typename } }
            """
        let root = #"""
            {"nodes": [{"__typename": "Cat", "id": 1, "lives": 9, "toys": [7], "next": {"__typename": "Dog", "id": 2}},
                       {"__typename": "Dog", "id": 3, "lives": "one", "toys": [1, 2]}]}
            """#
        #expect(
            try await answer(sdl, document, root: root)
                == #"{"data":{"nodes":[{"__typename":"Cat","id":"1","lives":9,"toys":[7],"#
                + #""next":{"id":"2","__typename":"Dog"}},"#
                + #"{"__typename":"Dog","word":"one","toys":[1,2],"id":"3","next":null}]}}"#
        )
    }

    @Test(
        "a value without a possible type",
        arguments: [
            (
                #"{"id": 1}"#,
                #"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". Either the "#
                    + #"\"Pet\" type should provide a \"resolveType\" function or each possible type should provide an "#
                    + #"\"isTypeOf\" function."#
            ),
            (
                "5",
                #"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". Either the "#
                    + #"\"Pet\" type should provide a \"resolveType\" function or each possible type should provide an "#
                    + #"\"isTypeOf\" function."#
            ),
            (
                #"{"__typename": "Fish"}"#,
                #"Abstract type \"Pet\" was resolved to a type \"Fish\" that does not exist inside the schema."#
            ),
            (#"{"__typename": "Text"}"#, #"Abstract type \"Pet\" was resolved to a non-object type \"Text\"."#),
            (#"{"__typename": "Node"}"#, #"Abstract type \"Pet\" was resolved to a non-object type \"Node\"."#),
            (#"{"__typename": "Rock"}"#, #"Runtime Object type \"Rock\" is not a possible type for \"Pet\"."#),
        ]
    )
    func unresolved(_ value: String, _ message: String) async throws {
        #expect(
            try await answer(sdl, "{ pet { ... on Cat { id } } }", root: #"{"pet": \#(value)}"#)
                == #"{"errors":[{"message":"\#(message)","locations":[{"line":1,"column":3}],"path":["pet"]}],"#
                + #""data":{"pet":null}}"#
        )
    }

    @Test("among non-null items the path names the item")
    func item() async throws {
        #expect(
            try await answer(
                sdl,
                "{ nodes { id } }",
                root: #"{"nodes": [{"__typename": "Cat", "id": 1}, {"__typename": "Rock"}]}"#
            )
                == #"{"errors":[{"message":"Runtime Object type \"Rock\" is not a possible type for \"Node\".","#
                + #""locations":[{"line":1,"column":3}],"path":["nodes",1]}],"data":{"nodes":null}}"#
        )
    }

    @Test("errors name the object type's field, not the interface's")
    func coordinates() async throws {
        #expect(
            try await answer(sdl, "{ node { id } }", root: #"{"node": {"__typename": "Dog"}}"#)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Dog.id.","#
                + #""locations":[{"line":1,"column":10}],"path":["node","id"]}],"data":{"node":null}}"#
        )
    }

    @Test("an interface without object types has no value")
    func noTypes() async throws {
        let sdl = "type Query { e: Empty } interface Empty { id: ID }"
        #expect(try await answer(sdl, "{ e { id } }", root: #"{"e": null}"#) == #"{"data":{"e":null}}"#)
        #expect(
            try await answer(sdl, "{ e { id } }", root: #"{"e": {"__typename": "Query"}}"#)
                .contains(#"Runtime Object type \"Query\" is not a possible type for \"Empty\"."#)
        )
    }

    @Test("the same selection below many levels of abstract types")
    func deep() async throws {
        let document = "{ node { ...N } } fragment N on Node { id next { id next { id next { id next { id } } } } }"
        let root = #"""
            {"node": {"__typename": "Cat", "id": 1, "next": {"__typename": "Dog", "id": 2, "next": {"__typename": "Cat",
             "id": 3, "next": {"__typename": "Dog", "id": 4, "next": {"__typename": "Dog", "id": 5}}}}}}
            """#
        #expect(
            try await answer(sdl, document, root: root)
                == #"{"data":{"node":{"id":"1","next":{"id":"2","next":{"id":"3","next":{"id":"4","next":{"id":"5"}}}}}}}"#
        )
    }
}
