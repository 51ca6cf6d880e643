import GraphQLSchema
import Testing

@Suite("UniqueTypeNamesRule (§3.3)")
struct UniqueTypeNamesRuleTests {
    @Test(
        "Types have different names; extensions, directives and operations name something else",
        arguments: [
            "type A interface B scalar C union D enum E input F",
            "type A extend type A { a: Int } extend type A { b: Int }",
            "type A directive @A on FIELD query A { a }",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueTypeNames, sdl) == [])
    }

    @Test("A name that is taken, by whatever kind of type, names both places")
    func again() throws {
        #expect(
            try report(.uniqueTypeNames, "type A\nscalar A\ninput B\n\"text\" enum A\nunion B = A") == [
                "There can be only one type named \"A\". (1:6, 2:8)",
                "There can be only one type named \"A\". (1:6, 4:13)",
                "There can be only one type named \"B\". (3:7, 5:7)",
            ]
        )
    }

    @Test("An extension of a schema cannot define a type that there is")
    func existing() throws {
        #expect(
            try report(.uniqueTypeNames, "scalar Query type New", extending: "type Query { a: Int }") == [
                "Type \"Query\" already exists in the schema. It cannot also be defined in this type definition. (1:8)"
            ]
        )
    }

    @Test("A built-in scalar exists in a schema that uses it, and may be defined in one that does not")
    func builtIn() throws {
        #expect(try report(.uniqueTypeNames, "scalar ID", extending: "type Query { a: Int }") == [])
        #expect(
            try report(.uniqueTypeNames, "scalar ID", extending: "type Query { a: ID }") == [
                "Type \"ID\" already exists in the schema. It cannot also be defined in this type definition. (1:8)"
            ]
        )
    }
}
