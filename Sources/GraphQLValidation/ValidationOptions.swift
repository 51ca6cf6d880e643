package import GraphQLLanguage

/// Says what is wrong with a literal of a custom scalar; nil accepts it.
package typealias LiteralCheck = @Sendable (Value) -> String?

/// How a document is validated.
package struct ValidationOptions: Sendable {
    /// What a request may ask for; see `RequestLimits`.
    package var limits: RequestLimits
    /// Leaves “Did you mean …” out of messages, so that they name nothing the client did not write.
    package var hidesSuggestions: Bool
    /// Leaves out, too, that a field may be meant with a selection, which graphql-js says whatever it hides.
    package var hidesSelectionHints: Bool
    /// The directive that marks arguments and input fields which take personal data.
    ///
    /// With it no message repeats a value of a document that writes or that takes such data.
    package var personalDataDirective: String?
    /// Validation stops after this many errors, with one more that says so.
    package var maxErrors: Int
    /// Checks for literals of custom scalars by the scalar's name; a scalar without one accepts any literal.
    package var literalChecks: [String: LiteralCheck]

    package init(
        limits: RequestLimits = RequestLimits(),
        hidesSuggestions: Bool = false,
        hidesSelectionHints: Bool = false,
        personalDataDirective: String? = nil,
        maxErrors: Int = 100,
        literalChecks: [String: LiteralCheck] = [:]
    ) {
        self.limits = limits
        self.hidesSuggestions = hidesSuggestions
        self.hidesSelectionHints = hidesSelectionHints
        self.personalDataDirective = personalDataDirective
        self.maxErrors = maxErrors
        self.literalChecks = literalChecks
    }
}
