/// An error as the client sees it (GraphQL §7.1.6): message, locations, path and extensions.
package struct GraphQLError: Error, Hashable, Sendable {
    package enum PathSegment: Hashable, Sendable {
        case field(String)
        case index(Int)
    }

    package var message: String
    package var locations: [SourceLocation]
    /// Empty for a request error.
    package var path: [PathSegment]
    /// Members of `extensions` in order; `code` first where there is one.
    package var extensions: [JSONValue.Member]

    package init(
        _ message: String,
        locations: [SourceLocation] = [],
        path: [PathSegment] = [],
        code: String? = nil,
        extensions: [JSONValue.Member] = []
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = (code.map { [JSONValue.Member("code", .string($0))] } ?? []) + extensions
    }

    /// `extensions.code`.
    package var code: String? {
        for member in extensions where member.name == "code" {
            if case .string(let code) = member.value { return code }
        }
        return nil
    }
}
