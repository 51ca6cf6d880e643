import GraphQLLanguage
import GraphQLSchema

/// A variable's type fits every place where it is used (GraphQL §5.8.5).
enum VariablesInAllowedPositionRule: DocumentRule {
    static let events: WalkEvents = .leaveOperation

    static func leaveOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard !operation.variables.isEmpty, let usages = context.operationUsages() else { return }
        let positions = NameIndex(operation.variables.lazy.map(\.name.text))
        usages.forEach { usage in
            guard let expected = usage.type, let position = positions.lastPosition(of: usage.name) else { return }
            let variable = operation.variables[position]
            guard context.schema.type(named: variable.type.namedType) != nil else { return }
            check(variable, used: usage, expecting: expected, context)
        }
    }

    private static func check(
        _ variable: VariableDefinition,
        used usage: VariableUsage,
        expecting expected: TypeReference,
        _ context: ValidationContext
    ) {
        if !isAllowed(variable, expected, hasLocationDefault: usage.hasLocationDefault, context.schema) {
            context.report(
                "Variable \"$\(usage.name)\" of type \"\(variable.type)\" used in position expecting type"
                    + " \"\(expected)\".",
                at: [variable.offset, usage.offset]
            )
        }
        // §5.8.5 IsNonNullPosition: a OneOf input object's field is never null.
        if let oneOf = usage.oneOfType, !variable.type.isNonNull {
            context.report(
                "Variable \"$\(usage.name)\" is of type \"\(variable.type)\" but must be non-nullable to be used for"
                    + " OneOf Input Object \"\(oneOf)\".",
                at: [variable.offset, usage.offset]
            )
        }
    }

    /// IsVariableUsageAllowed (GraphQL §5.8.5).
    private static func isAllowed(
        _ variable: VariableDefinition,
        _ expected: TypeReference,
        hasLocationDefault: Bool,
        _ schema: Schema
    ) -> Bool {
        guard expected.isNonNull, !variable.type.isNonNull else { return schema.isSubtype(variable.type, of: expected) }
        let hasOwnDefault = variable.defaultValue.map { if case .null = $0.kind { false } else { true } } ?? false
        return (hasOwnDefault || hasLocationDefault) && schema.isSubtype(variable.type, of: expected.nullable)
    }
}
