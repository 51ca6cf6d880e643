import GraphQLLanguage

/// An operation defines every variable that it or a fragment it spreads uses (GraphQL §5.8.3).
enum NoUndefinedVariablesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard let usages = context.operationUsages() else { return }
        let defined = NameIndex(operation.variables.lazy.map(\.name.text))
        usages.forEach { usage in
            guard !defined.contains(usage.name) else { return }
            let by = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
            context.report("Variable \"$\(usage.name)\" is not defined\(by).", at: [usage.offset, operation.offset])
        }
    }
}
