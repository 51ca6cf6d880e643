import GraphQLLanguage
import GraphQLSchema

extension ConformanceFilter {
    /// `validateSDL`: the rules for SDL documents.
    mutating func validateSDL(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let base = try extended(request)
        let rules = try request.rules(SDLRule.self) ?? SDLRule.specified
        return Self.parsed(try request.source("sdl")) { document in
            .errors(GraphQLSchema.validateSDL(document, extending: base, rules: rules))
        }
    }

    private mutating func extended(_ request: ConformanceRequest) throws(ConformanceFailure) -> Schema? {
        guard let sdl = try request.optionalText("schema") else { return nil }
        return try schemas.schema(sdl)
    }

    /// `validateSchema`: the rules of the type system.
    mutating func validateSchema(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        .errors(try schemas.schema(request.text("schema")).problems.map(\.graphQLError))
    }
}
