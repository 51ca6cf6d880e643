import GraphQLSchema
import Testing

@Suite("LoneSchemaDefinitionRule (§3.3)")
struct LoneSchemaDefinitionRuleTests {
    @Test(
        "A document defines the schema once, or not at all",
        arguments: [
            "type Query { a: Int }",
            "schema { query: A } type A { a: Int }",
            "schema { query: A } extend schema { mutation: A } type A { a: Int }",
        ]
    )
    func once(sdl: String) throws {
        #expect(try report(.loneSchemaDefinition, sdl) == [])
    }

    @Test("Every further definition is told")
    func again() throws {
        let sdl = "schema { query: A }\ntype A { a: Int }\n  schema { query: A }\n\"again\"\nschema { query: A }"
        #expect(
            try report(.loneSchemaDefinition, sdl) == [
                "Must provide only one schema definition. (3:3)",
                "Must provide only one schema definition. (4:1)",
            ]
        )
    }

    @Test("An extension may define a schema where there is none, once")
    func added() throws {
        #expect(try report(.loneSchemaDefinition, "schema { query: A }", extending: "type A { a: Int }") == [])
        #expect(
            try report(.loneSchemaDefinition, "schema { query: A }\nschema { query: A }", extending: "scalar S") == [
                "Must provide only one schema definition. (2:1)"
            ]
        )
    }

    @Test(
        "An extension cannot define a schema that has root types, by definition or by name",
        arguments: ["schema { query: A } type A { a: Int }", "type Query { a: Int }", "type Mutation { a: Int }"]
    )
    func redefined(base: String) throws {
        #expect(
            try report(.loneSchemaDefinition, "\nschema { subscription: A }", extending: base) == [
                "Cannot define a new schema within a schema extension. (2:1)"
            ]
        )
    }
}
