import GraphQLLanguage

/// An operation defines every variable that it or a fragment it spreads uses (GraphQL §5.8.3).
final class NoUndefinedVariablesRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveDocument() {
        context.forEachOperation { operation, usages in
            let defined = Set(operation.variables.map(\.name.text))
            let by = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
            for usage in usages where !defined.contains(usage.name) {
                context.report(
                    "Variable \"$\(usage.name)\" is not defined\(by).",
                    at: [usage.offset, operation.offset]
                )
            }
        }
    }
}
