package import GraphQLLanguage
package import GraphQLValidation

/// How strict an engine is.
///
/// The defaults are a development server's; `hardened` is production's.
package struct EngineOptions: Sendable {
    package var parserLimits: ParserLimits
    package var requestLimits: RequestLimits
    /// Names in the schema are not suggested in error messages.
    package var hidesSuggestions: Bool
    /// `__schema` and `__type` need the permission `core.introspect`; `__typename` is always answered.
    package var restrictsIntrospection: Bool

    package init(
        parserLimits: ParserLimits = ParserLimits(),
        requestLimits: RequestLimits = RequestLimits(),
        hidesSuggestions: Bool = false,
        restrictsIntrospection: Bool = false
    ) {
        self.parserLimits = parserLimits
        self.requestLimits = requestLimits
        self.hidesSuggestions = hidesSuggestions
        self.restrictsIntrospection = restrictsIntrospection
    }
}
