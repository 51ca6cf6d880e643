package import GraphQLLanguage
package import GraphQLValidation
package import PluginKit

/// How strict an engine is.
///
/// The defaults are a development server's; in production suggestions are hidden and introspection is restricted.
package struct EngineOptions: Sendable {
    package var parserLimits: ParserLimits
    package var requestLimits: RequestLimits
    /// Rows that one request can read at most, as its plan and its variables say.
    package var costLimit: Int
    /// Names in the schema are not suggested in error messages.
    package var hidesSuggestions: Bool
    /// `__schema` and `__type` need the permission `core.introspect`; `__typename` is always answered.
    package var restrictsIntrospection: Bool
    /// The role of requests that bring no token, without a court and without a post; nil refuses them.
    package var anonymousRole: Role?
    /// How subscribers and timers are run.
    package var work: WorkOptions

    package init(
        parserLimits: ParserLimits = ParserLimits(),
        requestLimits: RequestLimits = RequestLimits(),
        costLimit: Int = 100_000,
        hidesSuggestions: Bool = false,
        restrictsIntrospection: Bool = false,
        anonymousRole: Role? = nil,
        work: WorkOptions = WorkOptions()
    ) {
        self.parserLimits = parserLimits
        self.requestLimits = requestLimits
        self.costLimit = costLimit
        self.hidesSuggestions = hidesSuggestions
        self.restrictsIntrospection = restrictsIntrospection
        self.anonymousRole = anonymousRole
        self.work = work
    }
}
