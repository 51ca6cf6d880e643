import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.8 and §3.9 as definitions.
@Suite("The specification's examples of unions and enums (§3.8, §3.9)")
struct UnionAndEnumExamples {
    private static let search = """
        union SearchResult = Photo | Person

        type Person {
          name: String
          age: Int
        }

        type Photo {
          height: Int
          width: Int
        }

        type SearchQuery {
          firstSearchResult: SearchResult
        }
        """
    private static let direction = """
        enum Direction {
          NORTH
          EAST
          SOUTH
          WEST
        }
        """

    @Test(
        "are valid",
        arguments: [
            TypeSystemExample("§3.8 a union of two objects", search, assuming: "schema { query: SearchQuery }"),
            TypeSystemExample(
                "§3.8 a union with a leading bar",
                """
                union SearchResult =
                  | Photo
                  | Person
                """,
                assuming: "type Query { a: SearchResult } type Photo { height: Int } type Person { name: String }",
                printed: "union SearchResult = Photo | Person"
            ),
            TypeSystemExample("§3.9 four directions", direction),
        ]
    )
    func valid(_ example: TypeSystemExample) throws { try example.expect() }

    @Test("§3.8 A union is of its members, in their order")
    func members() throws {
        let schema = try Schema.build("\(Self.search) schema { query: SearchQuery }")
        #expect(schema.possibleTypes(of: "SearchResult").map(\.name) == ["Photo", "Person"])
        #expect(schema.isSubtype(named: "Photo", of: "SearchResult"))
        #expect(!schema.isSubtype(named: "SearchQuery", of: "SearchResult"))
    }

    @Test("§3.8 A union has members, each once, and all of them objects")
    func unionRules() throws {
        #expect(
            try typeSystemReport(
                of: """
                    union None
                    union Twice = O | O
                    union Others = S | I | V | O
                    scalar S interface I { a: Int } union V = O type O { a: Int } type Query { o: O }
                    """
            ) == [
                "Union type None must define one or more member types. (1:1)",
                "Union type Twice can only include type O once. (2:15, 2:19)",
                "Union type Others can only include Object types, it cannot include S. (3:16)",
                "Union type Others can only include Object types, it cannot include I. (3:20)",
                "Union type Others can only include Object types, it cannot include V. (3:24)",
            ]
        )
    }

    @Test("§3.8.1 An extension adds other objects to a union that is defined, and directives")
    func unionExtensions() throws {
        let objects = "type A { a: Int } type B { a: Int } type Query { u: U } directive @d on UNION"
        let schema = try Schema.build("union U = A extend union U @d = B \(objects)")
        #expect(schema.problems.isEmpty)
        #expect(schema.possibleTypes(of: "U").map(\.name) == ["A", "B"])
        #expect(schema.type(named: "U")?.directives.map(\.name.text) == ["d"])
        #expect(
            try typeSystemReport(of: "union U = A extend union U = A \(objects)") == [
                "Union type U can only include type A once. (1:11, 1:30)"
            ]
        )
        #expect(
            try report(.possibleTypeExtensions, "extend union A = B extend union None = B \(objects)") == [
                #"Cannot extend non-union type "A". (1:42, 1:1)"#,
                #"Cannot extend type "None" because it is not defined. (1:33)"#,
            ]
        )
        #expect(
            try report(.uniqueDirectivesPerLocation, "union U @d = A extend union U @d = B \(objects)") == [
                #"The directive "@d" can only be used once at this location. (1:9, 1:31)"#
            ]
        )
    }

    @Test("§3.9 An enum has values, each once, in their order")
    func values() throws {
        let schema = try Schema.build("\(Self.direction) type Query { a: Direction }")
        guard case .enumeration(let direction) = schema.type(named: "Direction") else {
            throw SchemaFailure(diagnostics: [])
        }
        #expect(direction.values.map(\.name) == ["NORTH", "EAST", "SOUTH", "WEST"])
        #expect(
            try typeSystemReport(of: "enum Direction type Query { a: Direction }") == [
                "Enum type Direction must define one or more values. (1:1)"
            ]
        )
        #expect(
            try report(.uniqueEnumValueNames, "enum Direction { NORTH EAST NORTH }") == [
                #"Enum value "Direction.NORTH" can only be defined once. (1:18, 1:29)"#
            ]
        )
    }

    @Test("§3.9.1 An extension adds other values to an enum that is defined, and directives")
    func enumExtensions() throws {
        let rest = "type Query { e: E } directive @d on ENUM"
        let schema = try Schema.build("enum E { A } extend enum E @d { B } \(rest)")
        guard case .enumeration(let enumeration) = schema.type(named: "E") else {
            throw SchemaFailure(diagnostics: [])
        }
        #expect(enumeration.values.map(\.name) == ["A", "B"])
        #expect(enumeration.directives.map(\.name.text) == ["d"])
        #expect(
            try report(.uniqueEnumValueNames, "enum E { A } extend enum E { A } \(rest)") == [
                #"Enum value "E.A" can only be defined once. (1:10, 1:30)"#
            ]
        )
        #expect(
            try report(.possibleTypeExtensions, "extend enum Query { A } extend enum None { A } \(rest)") == [
                #"Cannot extend non-enum type "Query". (1:48, 1:1)"#,
                #"Cannot extend type "None" because it is not defined. (1:37)"#,
            ]
        )
        #expect(
            try report(.uniqueDirectivesPerLocation, "enum E @d { A } extend enum E @d { B } \(rest)") == [
                #"The directive "@d" can only be used once at this location. (1:8, 1:31)"#
            ]
        )
    }
}
