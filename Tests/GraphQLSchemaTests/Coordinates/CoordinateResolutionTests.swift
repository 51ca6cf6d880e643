import GraphQLLanguage
import GraphQLSchema
import Testing

/// GraphQL §2.14, Schema Coordinates.
@Suite("Resolving a schema coordinate")
struct CoordinateResolutionTests {
    private func resolved(_ coordinate: String) throws -> ResolvedCoordinate? {
        let schema = try Schema.build(
            """
            type Query { searchBusinesses(criteria: SearchCriteria!): [Business] find: Found }
            input SearchCriteria { name: String filter: SearchFilter = OPEN_NOW }
            enum SearchFilter { OPEN_NOW DELIVERS_TAKEOUT }
            interface Named { name(short: Boolean): String }
            type Business implements Named { id: ID name(short: Boolean): String email: String @private(scope: "loggedIn") }
            union Found = Business
            scalar Date
            directive @private(scope: String!) on FIELD_DEFINITION
            """
        )
        return try schema.resolve(SchemaCoordinate(parsing: Source(coordinate)))
    }

    @Test(
        "Every kind of element is found by its coordinate",
        arguments: [
            ("Business", .namedType, nil), ("Found", .namedType, nil), ("String", .namedType, nil),
            ("Business.name", .field, "String"), ("Named.name", .field, "String"),
            ("Query.searchBusinesses", .field, "[Business]"),
            ("SearchCriteria.filter", .inputField, "SearchFilter"),
            ("SearchFilter.OPEN_NOW", .enumValue, nil),
            ("Query.searchBusinesses(criteria:)", .fieldArgument, "SearchCriteria!"),
            ("Named.name(short:)", .fieldArgument, "Boolean"),
            ("@private", .directive, nil), ("@deprecated", .directive, nil),
            ("@private(scope:)", .directiveArgument, "String!"),
        ] as [(String, ResolvedCoordinate.Kind, String?)]
    )
    func found(coordinate: String, kind: ResolvedCoordinate.Kind, type: String?) throws {
        let element = try #require(try resolved(coordinate))
        #expect(element.kind == kind)
        #expect(element.coordinate.description == coordinate)
        #expect(element.type?.description == type)
    }

    @Test(
        "Meta-fields and elements of introspection are found too",
        arguments: [
            ("Business.__typename", .field), ("Named.__typename", .field), ("Query.__schema", .field),
            ("Query.__type(name:)", .fieldArgument), ("__Type", .namedType), ("__Directive.name", .field),
            ("__Type.fields(includeDeprecated:)", .fieldArgument),
            ("__DirectiveLocation.INLINE_FRAGMENT", .enumValue),
        ] as [(String, ResolvedCoordinate.Kind)]
    )
    func introspection(coordinate: String, kind: ResolvedCoordinate.Kind) throws {
        #expect(try resolved(coordinate)?.kind == kind)
    }

    @Test(
        "An element that its container does not have resolves to nothing",
        arguments: [
            "Unknown", "Business.unknown", "SearchCriteria.unknown", "SearchFilter.UNKNOWN", "Business.__schema",
            "Query.searchBusinesses(unknown:)", "SearchCriteria.__typename", "@unknown", "@private(unknown:)",
        ]
    )
    func missing(coordinate: String) throws {
        #expect(try resolved(coordinate) == nil)
    }

    @Test(
        "A container that is missing or of a kind that contains no such element is an error",
        arguments: [
            ("Unknown.field", #"Expected "Unknown" to be defined as a type in the schema."#),
            ("String.field", #"Expected "String" to be an Enum, Input Object, Object or Interface type."#),
            ("Found.name", #"Expected "Found" to be an Enum, Input Object, Object or Interface type."#),
            ("Unknown.field(arg:)", #"Expected "Unknown" to be defined as a type in the schema."#),
            ("Business.unknown(arg:)", #"Expected "unknown" to exist as a field of type "Business" in the schema."#),
            ("Business.__type(name:)", #"Expected "__type" to exist as a field of type "Business" in the schema."#),
            ("SearchCriteria.name(arg:)", #"Expected "SearchCriteria" to be an object type or interface type."#),
            ("Found.name(arg:)", #"Expected "Found" to be an object type or interface type."#),
            ("@unknown(arg:)", #"Expected "unknown" to be defined as a directive in the schema."#),
        ]
    )
    func refused(coordinate: String, message: String) {
        #expect(throws: GraphQLError(message)) { try resolved(coordinate) }
    }
}
