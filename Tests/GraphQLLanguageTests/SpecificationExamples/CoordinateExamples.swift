import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.14 as they are written; what they name in a schema is GraphQLSchema's.
@Suite("The specification's examples of schema coordinates (§2.14)")
struct CoordinateExamples {
    @Test(
        "are read and written the same",
        arguments: [
            ("Business", SchemaCoordinate.type("Business")),
            ("Business.name", .member(type: "Business", name: "name")),
            ("SearchCriteria.filter", .member(type: "SearchCriteria", name: "filter")),
            ("SearchFilter.OPEN_NOW", .member(type: "SearchFilter", name: "OPEN_NOW")),
            (
                "Query.searchBusiness(criteria:)",
                .argument(type: "Query", field: "searchBusiness", name: "criteria")
            ),
            ("@private", .directive("private")),
            ("@private(scope:)", .directiveArgument(directive: "private", name: "scope")),
            ("String", .type("String")),
            ("@deprecated(reason:)", .directiveArgument(directive: "deprecated", name: "reason")),
            ("Business.__typename", .member(type: "Business", name: "__typename")),
            (
                "__Type.fields(includeDeprecated:)",
                .argument(type: "__Type", field: "fields", name: "includeDeprecated")
            ),
        ]
    )
    func coordinates(text: String, coordinate: SchemaCoordinate) throws {
        #expect(try SchemaCoordinate(parsing: Source(text)) == coordinate)
        #expect(coordinate.description == text)
    }

    @Test("hold nothing that a document ignores", arguments: [" ", "\t", "\n", "\r", ",", "\u{FEFF}", "#"])
    func ignored(text: String) {
        for coordinate in ["\(text)@private(scope:)", "@private\(text)(scope:)", "@private(scope:)\(text)"] {
            #expect(throws: SyntaxError.self) { try SchemaCoordinate(parsing: Source(coordinate)) }
        }
    }
}
