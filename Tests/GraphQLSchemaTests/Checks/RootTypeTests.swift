import GraphQLSchema
import Testing

@Suite("Root types (§3.3.1)")
struct RootTypeTests {
    @Test(
        "Roots are different object types, by name or by definition",
        arguments: [
            "type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }",
            "schema { query: A mutation: B } type A { a: Int } type B { a: Int }",
            "type Query { a: Int } extend schema { mutation: B } type B { a: Int }",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try typeSystemReport(of: sdl) == [])
    }

    @Test("There must be a query root; a schema definition without one is the place")
    func noQuery() throws {
        #expect(try typeSystemReport(of: "type Other { a: Int }") == ["Query root type must be provided."])
        #expect(
            try typeSystemReport(of: "type Query { a: Int }\n\"text\"\nschema { mutation: Query }") == [
                "Query root type must be provided. (2:1)"
            ]
        )
    }

    @Test("A root by its default name must be an object: the type is the place")
    func kinds() throws {
        #expect(
            try typeSystemReport(
                of: "input Query { a: Int }\nscalar Mutation\n union Subscription = A type A { a: Int }"
            )
                == [
                    "Query root type must be Object type, it cannot be Query. (1:1)",
                    "Mutation root type must be Object type if provided, it cannot be Mutation. (2:1)",
                    "Subscription root type must be Object type if provided, it cannot be Subscription. (3:2)",
                ]
        )
    }

    @Test("A root that a definition or extension names must be an object: the name there is the place")
    func namedKinds() throws {
        let sdl = "schema {\n  query: I\n}\nextend schema { mutation: I subscription: S }\ninput I { a: Int } scalar S"
        #expect(
            try typeSystemReport(of: sdl) == [
                "Query root type must be Object type, it cannot be I. (2:10)",
                "Mutation root type must be Object type if provided, it cannot be I. (4:27)",
                "Subscription root type must be Object type if provided, it cannot be S. (4:43)",
            ]
        )
    }

    @Test("No two roots are the same")
    func same() throws {
        #expect(
            try typeSystemReport(of: "type A { a: Int }\nschema {\n  query: A\n  mutation: A\n}") == [
                "All root types must be different, \"A\" type is used as query and mutation root types. (3:10, 4:13)"
            ]
        )
        #expect(
            try typeSystemReport(
                of: "type A { a: Int } schema { query: A mutation: A } extend schema { subscription: A }"
            ) == [
                """
                All root types must be different, "A" type is used as query, mutation, and subscription root types. \
                (1:35, 1:47, 1:81)
                """
            ]
        )
    }
}
