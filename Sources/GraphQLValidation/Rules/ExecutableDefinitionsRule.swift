import GraphQLLanguage

/// Only operations and fragments may be executed (GraphQL §5.1.1).
enum ExecutableDefinitionsRule: DocumentRule {
    static let events: WalkEvents = .enterDocument

    static func enterDocument(_ context: ValidationContext) {
        for definition in context.document.definitions {
            switch definition {
            case .operation, .fragment: continue
            case .schema: report("schema", definition, context)
            case .type(let type): report("\"\(type.name.text)\"", definition, context)
            case .directive(let directive): report("\"\(directive.name.text)\"", definition, context)
            case .directiveExtension(let directive): report("\"\(directive.name.text)\"", definition, context)
            }
        }
    }

    private static func report(_ name: String, _ definition: Definition, _ context: ValidationContext) {
        context.report("The \(name) definition is not executable.", at: definition.offset)
    }
}
