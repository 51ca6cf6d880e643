import GraphQLLanguage
import GraphQLSchema

/// Variables are of scalar, enum and input object types (GraphQL §5.8.2).
final class VariablesAreInputTypesRule: DocumentRule {
    static let events: WalkEvents = .enterVariable
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterVariable(_ variable: VariableDefinition) {
        guard let type = context.schema.type(named: variable.type.namedType), !type.isInput else { return }
        context.report(
            "Variable \"$\(variable.name.text)\" cannot be non-input type \"\(variable.type)\".",
            at: variable.type.offset
        )
    }
}
