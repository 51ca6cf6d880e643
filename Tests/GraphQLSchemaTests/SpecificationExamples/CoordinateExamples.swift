import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §2.14 as names of elements.
@Suite("The specification's examples of schema coordinates (§2.14)")
struct CoordinateExamples {
    private static let sdl = """
        type Query {
          searchBusiness(criteria: SearchCriteria!): [Business]
        }

        input SearchCriteria {
          name: String
          filter: SearchFilter
        }

        enum SearchFilter {
          OPEN_NOW
          DELIVERS_TAKEOUT
          VEGETARIAN_MENU
        }

        type Business {
          id: ID
          name: String
          email: String @private(scope: "loggedIn")
        }

        directive @private(scope: String!) on FIELD_DEFINITION
        """

    private func resolve(_ coordinate: String) throws -> ResolvedCoordinate? {
        try Schema.build(Self.sdl).resolve(SchemaCoordinate(parsing: Source(coordinate)))
    }

    @Test("belong to a schema that is valid")
    func schema() throws {
        try TypeSystemExample("the schema", Self.sdl, assuming: "").expect()
    }

    @Test(
        "are found, each with its kind",
        arguments: [
            ("Business", .namedType), ("Business.name", .field), ("SearchCriteria.filter", .inputField),
            ("SearchFilter.OPEN_NOW", .enumValue), ("Query.searchBusiness(criteria:)", .fieldArgument),
            ("@private", .directive), ("@private(scope:)", .directiveArgument), ("String", .namedType),
            ("@deprecated(reason:)", .directiveArgument),
        ] as [(String, ResolvedCoordinate.Kind)]
    )
    func found(coordinate: String, kind: ResolvedCoordinate.Kind) throws {
        let element = try #require(try resolve(coordinate))
        #expect(element.kind == kind)
        #expect(element.coordinate.description == coordinate)
    }

    @Test(
        "name nothing if the last name is unknown",
        arguments: [
            "Unknown", "Business.unknown", "SearchCriteria.unknown", "SearchFilter.UNKNOWN",
            "Query.searchBusiness(unknown:)", "@unknown", "@private(unknown:)",
        ]
    )
    func missing(coordinate: String) throws {
        #expect(try resolve(coordinate) == nil)
    }

    @Test(
        "are errors if what contains the element is unknown or contains no such element",
        arguments: [
            ("Unknown.name", #"Expected "Unknown" to be defined as a type in the schema."#),
            ("String.name", #"Expected "String" to be an Enum, Input Object, Object or Interface type."#),
            ("Unknown.name(a:)", #"Expected "Unknown" to be defined as a type in the schema."#),
            ("SearchCriteria.name(a:)", #"Expected "SearchCriteria" to be an object type or interface type."#),
            ("Business.unknown(a:)", #"Expected "unknown" to exist as a field of type "Business" in the schema."#),
            ("@unknown(a:)", #"Expected "unknown" to be defined as a directive in the schema."#),
        ]
    )
    func errors(coordinate: String, message: String) {
        let error = #expect(throws: GraphQLError.self) { try resolve(coordinate) }
        #expect(error?.message == message)
    }
}
