import GraphQLSchema
import Testing

@Suite("UniqueDirectivesPerLocationRule (§5.7.3)")
struct UniqueDirectivesPerLocationRuleTests {
    private let directives = """
        directive @d on SCHEMA | OBJECT | FIELD_DEFINITION | DIRECTIVE_DEFINITION
        directive @r repeatable on SCHEMA | OBJECT | FIELD_DEFINITION

        """

    @Test(
        "A directive stands once on an element, a repeatable one as often as one likes",
        arguments: [
            "type A @d { a: Int @d b: Int @d } type B @d", "type A @r @r { a: Int @r @r } extend type A @r",
            "type A @d scalar B @unknown @unknown",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueDirectivesPerLocation, directives + sdl) == [])
    }

    @Test("A directive that is repeated names the first place and its own")
    func repeated() throws {
        #expect(
            try report(.uniqueDirectivesPerLocation, directives + "type A @d @d @r @d { a(x: Int @d @d): Int @d @d }")
                == [
                    "The directive \"@d\" can only be used once at this location. (3:8, 3:11)",
                    "The directive \"@d\" can only be used once at this location. (3:8, 3:17)",
                    "The directive \"@d\" can only be used once at this location. (3:43, 3:46)",
                    "The directive \"@d\" can only be used once at this location. (3:31, 3:34)",
                ]
        )
    }

    @Test(
        "A definition and its extensions are one element",
        arguments: [
            ("type A @d", "extend type A @d", 8, 15), ("schema @d { query: A }", "extend schema @d", 8, 15),
            ("extend type A @d", "type A @d", 15, 8), ("directive @e @d on FIELD", "extend directive @e @d", 14, 21),
        ]
    )
    func extensions(first: String, second: String, column: Int, otherColumn: Int) throws {
        #expect(
            try report(.uniqueDirectivesPerLocation, "\(directives)\(first)\n\(second)") == [
                "The directive \"@d\" can only be used once at this location. (3:\(column), 4:\(otherColumn))"
            ]
        )
    }

    @Test("A directive of the schema may be applied once by each extension of it")
    func extending() throws {
        let base = directives + "type A @d { a: Int }"
        #expect(try report(.uniqueDirectivesPerLocation, "extend type A @d", extending: base) == [])
        #expect(
            try report(.uniqueDirectivesPerLocation, "extend type A @d @d", extending: base) == [
                "The directive \"@d\" can only be used once at this location. (1:15, 1:18)"
            ]
        )
    }

    @Test("Fields and fragments of operations in the document are elements, too")
    func executables() throws {
        #expect(
            try report(
                .uniqueDirectivesPerLocation,
                "{ a @skip(if: true) @skip(if: true) ...F @include(if: true) @include(if: true) }"
            ) == [
                "The directive \"@skip\" can only be used once at this location. (1:5, 1:21)",
                "The directive \"@include\" can only be used once at this location. (1:42, 1:61)",
            ]
        )
    }
}
