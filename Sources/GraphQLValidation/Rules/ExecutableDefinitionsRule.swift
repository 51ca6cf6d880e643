import GraphQLLanguage

/// Only operations and fragments may be executed (GraphQL §5.1.1).
final class ExecutableDefinitionsRule: DocumentRule {
    static let events: WalkEvents = .enterDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterDocument() {
        for definition in context.document.definitions {
            switch definition {
            case .operation, .fragment: continue
            case .schema(let schema): report("schema", at: schema.offset)
            case .type(let type): report("\"\(type.name.text)\"", at: type.offset)
            case .directive(let directive): report("\"\(directive.name.text)\"", at: directive.offset)
            case .directiveExtension(let directive): report("\"\(directive.name.text)\"", at: directive.offset)
            }
        }
    }

    private func report(_ name: String, at offset: Int) {
        context.report("The \(name) definition is not executable.", at: offset)
    }
}
