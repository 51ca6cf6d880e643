import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

extension ConformanceFilter {
    /// `validate`: the rules for executable documents.
    mutating func validate(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let schema = try schemas.validSchema(request.text("schema"))
        let rules = try request.rules(ValidationRule.self) ?? ValidationRule.specified
        let options = ValidationOptions(
            hidesSuggestions: try request.flag("hideSuggestions"),
            maxErrors: try request.count("maxErrors") ?? 100
        )
        return Self.parsed(try request.source("document")) { document in
            .errors(GraphQLValidation.validate(document, against: schema, rules: rules, options: options))
        }
    }
}
