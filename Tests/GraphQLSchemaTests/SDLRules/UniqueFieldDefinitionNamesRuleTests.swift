import GraphQLSchema
import Testing

@Suite("UniqueFieldDefinitionNamesRule (§3.6, §3.7, §3.10)")
struct UniqueFieldDefinitionNamesRuleTests {
    @Test(
        "Fields of one type have different names",
        arguments: [
            "type A", "type A { a: Int b: Int } interface B { a: Int } input C { a: Int }",
            "type A { a: Int } extend type A { b: Int } extend type A { c: Int }",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueFieldDefinitionNames, sdl) == [])
    }

    @Test("A field that is defined again names both places", arguments: ["type", "interface", "input"])
    func again(kind: String) throws {
        let sdl = "\(kind) A {\n  a: Int\n  \"other\" a: String\n}\nextend \(kind) A {\n  a: Int\n  b: Int\n}"
        #expect(
            try report(.uniqueFieldDefinitionNames, sdl) == [
                "Field \"A.a\" can only be defined once. (2:3, 3:11)",
                "Field \"A.a\" can only be defined once. (2:3, 6:3)",
            ]
        )
    }

    @Test("Fields of extensions are compared, even of a type that nothing defines")
    func extensions() throws {
        #expect(
            try report(.uniqueFieldDefinitionNames, "extend type A { a: Int } extend type A { a: Int }") == [
                "Field \"A.a\" can only be defined once. (1:17, 1:42)"
            ]
        )
    }

    @Test("An extension of a schema cannot define a field that there is", arguments: ["type", "interface", "input"])
    func existing(kind: String) throws {
        #expect(
            try report(
                .uniqueFieldDefinitionNames,
                "extend \(kind) A {\na: Int b: Int b: Int }",
                extending: "\(kind) A { a: Int }"
            ) == [
                "Field \"A.a\" already exists in the schema. It cannot also be defined in this type extension. (2:1)",
                "Field \"A.b\" can only be defined once. (2:8, 2:15)",
            ]
        )
    }
}
