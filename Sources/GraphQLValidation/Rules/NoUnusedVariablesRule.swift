import GraphQLLanguage

/// An operation or a fragment it spreads uses every variable it defines (GraphQL §5.8.4).
enum NoUnusedVariablesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard !operation.variables.isEmpty, let usages = context.operationUsages() else { return }
        let used = NameIndex((usages.own + usages.inFragments).lazy.map(\.name))
        for variable in operation.variables where !used.contains(variable.name.text) {
            let place = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
            context.report("Variable \"$\(variable.name.text)\" is never used\(place).", at: variable.offset)
        }
    }
}
