import GraphQLLanguage
import GraphQLSchema
import Testing

/// The definitions of GraphQL §4.2.
@Suite("The specification's definitions of introspection (§4.2)")
struct IntrospectionExamples {
    private static let sdl = """
        type __Schema {
          description: String
          types: [__Type!]!
          queryType: __Type!
          mutationType: __Type
          subscriptionType: __Type
          directives: [__Directive!]!
        }

        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          # may be non-null for custom SCALAR, otherwise null.
          specifiedByURL: String
          # must be non-null for OBJECT and INTERFACE, otherwise null.
          fields(includeDeprecated: Boolean! = false): [__Field!]
          # must be non-null for OBJECT and INTERFACE, otherwise null.
          interfaces: [__Type!]
          # must be non-null for INTERFACE and UNION, otherwise null.
          possibleTypes: [__Type!]
          # must be non-null for ENUM, otherwise null.
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          # must be non-null for INPUT_OBJECT, otherwise null.
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          # must be non-null for NON_NULL and LIST, otherwise null.
          ofType: __Type
          # must be non-null for INPUT_OBJECT, otherwise null.
          isOneOf: Boolean
        }

        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        type __InputValue {
          name: String!
          description: String
          type: __Type!
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """

    /// What the working draft adds to them: deprecated directives, and directives on directive and fragment variable
    /// definitions.
    private static let additions: Set<String> = [
        "__Schema.directives(includeDeprecated:)", "__Directive.isDeprecated", "__Directive.deprecationReason",
        "__DirectiveLocation.FRAGMENT_VARIABLE_DEFINITION", "__DirectiveLocation.DIRECTIVE_DEFINITION",
    ]

    /// The parts of a type by their coordinates, each with what it is: `__Type.name: String`.
    private func parts(_ type: TypeDefinition) -> [String] {
        if case .enumeration(let enumeration) = type {
            return enumeration.values.map { "\(type.name).\($0.name)" }
        }
        return (type.fields ?? []).flatMap { field in
            let name = "\(type.name).\(field.name)"
            return ["\(name): \(field.type)"]
                + field.arguments.map { argument in
                    "\(name)(\(argument.name):): \(argument.type) = \(argument.defaultValue?.printed ?? "")"
                }
        }
    }

    @Test("are those of every schema, but for what the working draft adds")
    func types() throws {
        // Under names of their own, for what is built in cannot be defined anew.
        let specified = try Schema.build(Self.sdl.replacing("__", with: "Meta") + " type Query { a: Int }")
        let schema = try Schema.build("type Query { a: Int }")
        for name in [
            "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive",
            "__DirectiveLocation",
        ] {
            let own = try #require(specified.type(named: name.replacing("__", with: "Meta")))
            let expected = parts(own).map { $0.replacing("Meta", with: "__") }
            let found = parts(try #require(schema.type(named: name)))
            #expect(!expected.isEmpty)
            let known = found.filter { part in
                !Self.additions.contains { part == $0 || part.hasPrefix("\($0): ") }
            }
            #expect(known.sorted() == expected.sorted())
        }
    }

    @Test("are printed as they are, without their comments")
    func printed() throws {
        let lines = Self.sdl.split(separator: "\n", omittingEmptySubsequences: false)
        let plain = lines.filter { !$0.contains("#") }.joined(separator: "\n")
        #expect(try Document(parsing: Source(Self.sdl)).printed == plain)
    }

    @Test(
        "have fields by which they are reached from the query root only",
        arguments: [
            ("Query.__schema", "__Schema!"), ("Query.__type", "__Type"), ("Query.__type(name:)", "String!"),
            ("Query.__typename", "String!"), ("Other.__typename", "String!"),
        ]
    )
    func metaFields(coordinate: String, type: String) throws {
        let schema = try Schema.build("type Query { other: Other } type Other { a: Int }")
        let element = try schema.resolve(SchemaCoordinate(parsing: Source(coordinate)))
        #expect(element?.type?.description == type)
        #expect(try schema.resolve(SchemaCoordinate(parsing: Source("Other.__schema"))) == nil)
        #expect(schema.type(named: "Query")?.fields?.map(\.name) == ["other"])
    }
}
