import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.5 as definitions.
@Suite("The specification's examples of scalars (§3.5)")
struct ScalarExamples {
    private static let scalars = TypeSystemExample(
        "§3.5 scalars with the addresses of their specifications",
        """
        scalar UUID @specifiedBy(url: "https://tools.ietf.org/html/rfc4122")
        scalar URL @specifiedBy(url: "https://tools.ietf.org/html/rfc3986")
        scalar DateTime
          @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
        """,
        printed: """
            scalar UUID @specifiedBy(url: "https://tools.ietf.org/html/rfc4122")

            scalar URL @specifiedBy(url: "https://tools.ietf.org/html/rfc3986")

            scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
            """
    )

    @Test("are valid", arguments: [scalars])
    func valid(_ example: TypeSystemExample) throws { try example.expect() }

    @Test("§3.5 A scalar has the address that its directive gives")
    func addresses() throws {
        let schema = try Self.scalars.schema
        let addresses = ["UUID", "URL", "DateTime", "String"].map { name -> String? in
            if case .scalar(let scalar) = schema.type(named: name) { scalar.specifiedByURL } else { nil }
        }
        #expect(
            addresses == [
                "https://tools.ietf.org/html/rfc4122", "https://tools.ietf.org/html/rfc3986",
                "https://scalars.graphql.org/andimarek/date-time", nil,
            ]
        )
    }

    @Test("§3.5 A built-in scalar is there if something is of its type, and is not printed")
    func builtIn() throws {
        let schema = try Schema.build("type Query { a(b: ID): Float }")
        let scalars = schema.types.compactMap { if case .scalar(let scalar) = $0 { scalar.name } else { nil } }
        // String and Boolean are the introspection types'.
        #expect(scalars.sorted() == ["Boolean", "Float", "ID", "String"])
        #expect(schema.printed == "type Query {\n  a(b: ID): Float\n}")
    }

    @Test("§3.5.6 An extension is of a scalar that is defined, and repeats none of its directives")
    func extensions() throws {
        let directives = "directive @a on SCALAR directive @b repeatable on SCALAR type Query { a: Int }"
        let schema = try Schema.build("scalar S @a @b extend scalar S @b \(directives)")
        #expect(schema.type(named: "S")?.directives.map(\.name.text) == ["a", "b", "b"])
        #expect(
            try report(.uniqueDirectivesPerLocation, "scalar S @a extend scalar S @a \(directives)") == [
                #"The directive "@a" can only be used once at this location. (1:10, 1:29)"#
            ]
        )
        #expect(
            try report(.possibleTypeExtensions, "extend scalar Query @a extend scalar S @a \(directives)") == [
                #"Cannot extend non-scalar type "Query". (1:100, 1:1)"#,
                #"Cannot extend type "S" because it is not defined. (1:38)"#,
            ]
        )
    }
}
