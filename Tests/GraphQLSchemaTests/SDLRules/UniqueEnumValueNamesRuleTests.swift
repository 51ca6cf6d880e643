import GraphQLSchema
import Testing

@Suite("UniqueEnumValueNamesRule (§3.9)")
struct UniqueEnumValueNamesRuleTests {
    @Test(
        "Values of one enum have different names",
        arguments: ["enum A", "enum A { X Y } enum B { X Y }", "enum A { X } extend enum A { Y } extend enum A { Z }"]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueEnumValueNames, sdl) == [])
    }

    @Test("A value that is defined again, in an extension too, names both places")
    func again() throws {
        #expect(
            try report(.uniqueEnumValueNames, "enum A { X Y X }\nextend enum A { Y }\nextend enum B { Z Z }") == [
                "Enum value \"A.X\" can only be defined once. (1:10, 1:14)",
                "Enum value \"A.Y\" can only be defined once. (1:12, 2:17)",
                "Enum value \"B.Z\" can only be defined once. (3:17, 3:19)",
            ]
        )
    }

    @Test("An extension of a schema cannot define a value that there is")
    func existing() throws {
        #expect(
            try report(.uniqueEnumValueNames, "extend enum A { Y\n  X }", extending: "enum A { X }") == [
                """
                Enum value "A.X" already exists in the schema. \
                It cannot also be defined in this type extension. (2:3)
                """
            ]
        )
    }

    @Test("Values that an extension adds to a schema are compared among each other")
    func added() throws {
        #expect(
            try report(.uniqueEnumValueNames, "extend enum A { Y } extend enum A { Y }", extending: "enum A { X }") == [
                "Enum value \"A.Y\" can only be defined once. (1:17, 1:37)"
            ]
        )
    }
}
