import GraphQLLanguage
import GraphQLSchema

/// Variables are of scalar, enum and input object types (GraphQL §5.8.2).
enum VariablesAreInputTypesRule: DocumentRule {
    static let events: WalkEvents = .enterVariable

    static func enterVariable(_ variable: VariableDefinition, _ context: ValidationContext) {
        guard let type = context.schema.type(named: variable.type.namedType), !type.isInput else { return }
        context.report(
            "Variable \"$\(variable.name.text)\" cannot be non-input type \"\(variable.type)\".",
            at: variable.type.offset
        )
    }
}
