import GraphQLSchema
import Testing

@Suite("UniqueOperationTypesRule (§3.3.1)")
struct UniqueOperationTypesRuleTests {
    @Test("Each kind of operation has one root type, in definition and extensions")
    func valid() throws {
        let sdl = "schema { query: A mutation: A } extend schema { subscription: A } type A { a: Int }"
        #expect(try report(.uniqueOperationTypes, sdl) == [])
    }

    @Test("A kind that is given again names both places")
    func again() throws {
        let sdl = "schema {\n  query: A\n  mutation: A\n  query: B\n}\nextend schema {\n  mutation: B\n}"
        #expect(
            try report(.uniqueOperationTypes, sdl) == [
                "There can be only one query type in schema. (2:3, 4:3)",
                "There can be only one mutation type in schema. (3:3, 7:3)",
            ]
        )
    }

    @Test("An extension may add the kinds that the schema does not have")
    func added() throws {
        #expect(
            try report(.uniqueOperationTypes, "extend schema { mutation: Query }", extending: "type Query { a: Int }")
                == []
        )
    }

    @Test("An extension cannot replace a root type")
    func replaced() throws {
        #expect(
            try report(.uniqueOperationTypes, "extend schema { query: A }", extending: "type Query { a: Int }") == [
                "Type for query already defined in the schema. It cannot be redefined. (1:17)"
            ]
        )
    }

    @Test("Each of two extensions that add the same kind to a schema is told its conflict")
    func addedTwice() throws {
        #expect(
            try report(
                .uniqueOperationTypes,
                "extend schema { mutation: A }\nextend schema { mutation: B query: C }",
                extending: "type Query { a: Int }"
            ) == [
                "There can be only one mutation type in schema. (1:17, 2:17)",
                "Type for query already defined in the schema. It cannot be redefined. (2:29)",
            ]
        )
    }
}
