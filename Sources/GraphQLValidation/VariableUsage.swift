import GraphQLLanguage

/// A variable where it is used, with what that place expects (GraphQL §5.8.5).
struct VariableUsage {
    let name: String
    let offset: Int
    /// Nil where the schema defines nothing.
    let type: TypeReference?
    /// The argument or input field has a default value.
    let hasLocationDefault: Bool
    /// The OneOf input object of which the variable is a field's value.
    let oneOfType: String?
}

extension ValidationContext {
    /// Hands over each operation with the variables that it and the fragments it spreads use.
    func forEachOperation(_ body: (OperationDefinition, [VariableUsage]) -> Void) {
        for (position, definition) in document.definitions.enumerated() where !isAborted {
            guard case .operation(let operation) = definition else { continue }
            let fragmentUsages = fragments.reachable(from: position).flatMap { variableUsages[$0] }
            body(operation, variableUsages[position] + fragmentUsages)
        }
    }
}
