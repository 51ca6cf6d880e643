/// What one request may ask for, counted before any rule runs and before anything is planned.
///
/// Counts follow fragment spreads: a field in a fragment counts once per spread that reaches it.
package struct RequestLimits: Sendable {
    /// Nesting of fields, through fragments; the standard introspection query nests 14 deep.
    package var maxDepth: Int
    /// Aliased fields of one operation.
    package var maxAliases: Int
    /// Fields on an operation's root.
    package var maxRootFields: Int
    /// Fields of one operation after all spreads are expanded.
    package var maxFields: Int
    /// Directives written in the document.
    package var maxDirectives: Int
    /// Operations in the document.
    package var maxOperations: Int
    /// Steps spent on comparing fields that share a response name (GraphQL §5.3.2).
    package var maxComparisons: Int

    package init(
        maxDepth: Int = 30,
        maxAliases: Int = 60,
        maxRootFields: Int = 50,
        maxFields: Int = 5_000,
        maxDirectives: Int = 100,
        maxOperations: Int = 50,
        maxComparisons: Int = 500_000
    ) {
        self.maxDepth = maxDepth
        self.maxAliases = maxAliases
        self.maxRootFields = maxRootFields
        self.maxFields = maxFields
        self.maxDirectives = maxDirectives
        self.maxOperations = maxOperations
        self.maxComparisons = maxComparisons
    }
}
