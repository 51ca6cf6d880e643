import GraphQLLanguage
import GraphQLSchema

/// A variable's type fits every place where it is used (GraphQL §5.8.5).
final class VariablesInAllowedPositionRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveDocument() {
        context.forEachOperation { operation, usages in
            guard !operation.variables.isEmpty else { return }
            let variables = Dictionary(operation.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
            for usage in usages {
                guard let variable = variables[usage.name], let expected = usage.type,
                    context.schema.type(named: variable.type.namedType) != nil
                else { continue }
                check(variable, used: usage, expecting: expected)
            }
        }
    }

    private func check(_ variable: VariableDefinition, used usage: VariableUsage, expecting expected: TypeReference) {
        if !isAllowed(variable, expected, hasLocationDefault: usage.hasLocationDefault) {
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
    private func isAllowed(
        _ variable: VariableDefinition,
        _ expected: TypeReference,
        hasLocationDefault: Bool
    ) -> Bool {
        guard expected.isNonNull, !variable.type.isNonNull else {
            return context.schema.isSubtype(variable.type, of: expected)
        }
        let hasOwnDefault = variable.defaultValue.map { if case .null = $0.kind { false } else { true } } ?? false
        return (hasOwnDefault || hasLocationDefault)
            && context.schema.isSubtype(variable.type, of: expected.nullable)
    }
}
