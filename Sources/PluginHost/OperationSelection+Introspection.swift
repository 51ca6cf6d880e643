import GraphQLExecution
import GraphQLLanguage
import GraphQLValidation

extension OperationSelection {
    /// Whether it selects `__schema` or `__type` at its root, directly or through a fragment.
    var selectsIntrospection: Bool {
        Self.selectsIntrospection(operation.selections, document.document.definitions, depth: 0)
    }

    private static func selectsIntrospection(_ selections: [Selection], _ definitions: [Definition], depth: Int) -> Bool
    {
        // Validation has refused circles; a chain longer than the document has definitions does not exist.
        guard depth <= definitions.count else { return false }
        return selections.contains { selection in
            switch selection {
            case .field(let field): return field.name.text == "__schema" || field.name.text == "__type"
            case .inlineFragment(let fragment):
                return selectsIntrospection(fragment.selections, definitions, depth: depth + 1)
            case .fragmentSpread(let spread):
                return definitions.contains { definition in
                    guard case .fragment(let fragment) = definition, fragment.name.text == spread.name.text else {
                        return false
                    }
                    return selectsIntrospection(fragment.selections, definitions, depth: depth + 1)
                }
            }
        }
    }
}
