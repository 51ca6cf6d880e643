import GraphQLSchema
import Testing

@Suite("Unions and enums (§3.8, §3.9)")
struct UnionAndEnumTests {
    private func report(_ sdl: String) throws -> [String] {
        try typeSystemReport(of: "\(sdl)\ntype Query { q: Int } type A { a: Int }")
    }

    @Test("A union has members, an enum has values; definition and extensions are the places")
    func empty() throws {
        #expect(
            try report("union U\nextend union U @d enum E extend enum E @d directive @d on UNION | ENUM") == [
                "Union type U must define one or more member types. (1:1, 2:1)",
                "Enum type E must define one or more values. (2:19, 2:26)",
            ]
        )
        #expect(try report("union U extend union U = A enum E extend enum E { B }") == [])
    }

    @Test("Members are objects: every mention is a place")
    func kinds() throws {
        #expect(
            try report("union U = S | F | A\nextend union U = E | S\nscalar S interface F { a: Int } enum E { B }") == [
                "Union type U can only include Object types, it cannot include S. (1:11, 2:22)",
                "Union type U can only include Object types, it cannot include F. (1:15)",
                "Union type U can only include Object types, it cannot include E. (2:18)",
                "Union type U can only include Object types, it cannot include S. (1:11, 2:22)",
            ]
        )
    }

    @Test("A member is included once, extensions counted in")
    func once() throws {
        #expect(
            try report("union U = A | Query | A\nextend union U = Query") == [
                "Union type U can only include type A once. (1:11, 1:23)",
                "Union type U can only include type Query once. (1:15, 2:18)",
            ]
        )
    }

    @Test("A plugin that repeats another's member is told its own place first")
    func composed() {
        #expect(
            diagnostics(of: [
                letters("type Query { any: Any }\nunion Any = Query"), dossiers("\nextend union Any = Query"),
            ]) == [
                """
                dossiers: Dossiers.graphql:2: Union type Any can only include type Query once. \
                (see letters: Letters.graphql:2)
                """
            ]
        )
    }
}
