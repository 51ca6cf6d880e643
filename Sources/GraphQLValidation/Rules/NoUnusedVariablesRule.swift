import GraphQLLanguage

/// An operation or a fragment it spreads uses every variable it defines (GraphQL §5.8.4).
final class NoUnusedVariablesRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveDocument() {
        context.forEachOperation { operation, usages in
            guard !operation.variables.isEmpty else { return }
            let used = Set(usages.map(\.name))
            let place = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
            for variable in operation.variables where !used.contains(variable.name.text) {
                context.report("Variable \"$\(variable.name.text)\" is never used\(place).", at: variable.offset)
            }
        }
    }
}
