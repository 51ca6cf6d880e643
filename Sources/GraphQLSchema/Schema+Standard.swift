import GraphQLLanguage

/// What every schema has: built-in scalars (GraphQL §3.5), directives (§3.13) and introspection types (§4.2).
enum Standard {
    static let directives: [SchemaDirective] = Assembly(definitions: definitions).directives(of: [.standard])

    /// Names of the built-in scalars.
    static let scalarNames: Set<String> = Set(scalars.keys)

    /// Names of the introspection types.
    static let introspectionNames: Set<String> = Set(introspection.map(\.name))

    /// Names of all built-in types, for suggestions.
    static let typeNames: [String] = types.map(\.name)

    /// Lists a schema's own types with the built-in ones.
    ///
    /// Each own type is followed by the built-in scalars that it is the first to refer to; the introspection types come
    /// last. A built-in scalar that nothing refers to is left out (GraphQL §3.5).
    static func adding(to own: [TypeDefinition], and directives: [SchemaDirective]) -> [TypeDefinition] {
        var result: [TypeDefinition] = []
        var missing = scalars
        func add(_ name: String) {
            if let scalar = missing.removeValue(forKey: name) { result.append(scalar) }
        }
        for type in own where !scalarNames.contains(type.name) && !introspectionNames.contains(type.name) {
            result.append(type)
            for name in type.referredTypeNames { add(name) }
        }
        for directive in directives {
            for argument in directive.arguments { add(argument.type.namedType) }
        }
        add("Boolean")
        add("String")
        return result + introspection
    }

    private static let definitions = Definitions(trusted: sdl, role: .standard)
    static let types = Assembly(definitions: definitions).types(of: [.standard])
    private static let introspection = types.filter { $0.name.hasPrefix("__") }
    private static let scalars: [String: TypeDefinition] = Dictionary(
        uniqueKeysWithValues: types.filter { !$0.name.hasPrefix("__") }.map { ($0.name, $0) }
    )
}

extension TypeDefinition {
    /// Names of the types of its fields and arguments, in order.
    fileprivate var referredTypeNames: [String] {
        switch self {
        case .object, .interface:
            (fields ?? []).flatMap { [$0.type.namedType] + $0.arguments.map(\.type.namedType) }
        case .input(let input): input.fields.map(\.type.namedType)
        case .scalar, .union, .enumeration: []
        }
    }
}

extension Standard {
    fileprivate static let sdl = #"""
        "A whole number from -2147483648 to 2147483647."
        scalar Int

        "A number with a fraction, in double precision as IEEE 754 defines it."
        scalar Float

        "A text of Unicode characters."
        scalar String

        "True or false."
        scalar Boolean

        "Identifies an object. Always written as a string; read from a string or a whole number."
        scalar ID

        "Includes the field or fragment only when `if` is true."
        directive @include(
          "Whether to include it."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves the field or fragment out when `if` is true."
        directive @skip(
          "Whether to leave it out."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks a part of the schema that should no longer be used."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Names the specification of a scalar's values."
        directive @specifiedBy(
          "Where the specification can be read."
          url: String!
        ) on SCALAR

        "Requires that exactly one of the input object's fields is given, and that it is not null."
        directive @oneOf on INPUT_OBJECT

        "What the server offers: its types, its directives and the root of each kind of operation."
        type __Schema {
          description: String
          "Every type of the schema."
          types: [__Type!]!
          "Where queries start."
          queryType: __Type!
          "Where mutations start, null if there are none."
          mutationType: __Type
          "Where subscriptions start, null if there are none."
          subscriptionType: __Type
          "Every directive of the schema."
          directives: [__Directive!]!
        }

        "A type: a named one, or a list or non-null of another. `kind` tells which of the fields apply."
        type __Type {
          kind: __TypeKind!
          "Null for LIST and NON_NULL."
          name: String
          description: String
          "For a custom SCALAR the address of its specification."
          specifiedByURL: String
          "For OBJECT and INTERFACE."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "For OBJECT and INTERFACE."
          interfaces: [__Type!]
          "For INTERFACE and UNION."
          possibleTypes: [__Type!]
          "For ENUM."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "For INPUT_OBJECT."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "For LIST and NON_NULL."
          ofType: __Type
          "For INPUT_OBJECT: whether exactly one field must be given."
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          "A leaf value."
          SCALAR
          "Has `fields` and `interfaces`."
          OBJECT
          "Has `fields`, `interfaces` and `possibleTypes`."
          INTERFACE
          "Has `possibleTypes`."
          UNION
          "Has `enumValues`."
          ENUM
          "Has `inputFields`."
          INPUT_OBJECT
          "Has `ofType`."
          LIST
          "Has `ofType`."
          NON_NULL
        }

        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default value as GraphQL writes it, null if there is none."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum type."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An annotation that changes how a document is executed or what a type means."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive may be applied."
        enum __DirectiveLocation {
          "A query."
          QUERY
          "A mutation."
          MUTATION
          "A subscription."
          SUBSCRIPTION
          "A field selection."
          FIELD
          "A fragment definition."
          FRAGMENT_DEFINITION
          "A fragment spread."
          FRAGMENT_SPREAD
          "An inline fragment."
          INLINE_FRAGMENT
          "A variable definition."
          VARIABLE_DEFINITION
          "A fragment variable definition."
          FRAGMENT_VARIABLE_DEFINITION
          "A schema definition."
          SCHEMA
          "A scalar definition."
          SCALAR
          "An object type definition."
          OBJECT
          "A field definition."
          FIELD_DEFINITION
          "An argument definition."
          ARGUMENT_DEFINITION
          "An interface definition."
          INTERFACE
          "A union definition."
          UNION
          "An enum definition."
          ENUM
          "An enum value definition."
          ENUM_VALUE
          "An input object type definition."
          INPUT_OBJECT
          "An input field definition."
          INPUT_FIELD_DEFINITION
          "A directive definition."
          DIRECTIVE_DEFINITION
        }
        """#
}
