import GraphQLLanguage
import GraphQLSchema

/// No field of an introspection type is selected; for servers that keep their schema to themselves.
enum NoSchemaIntrospectionCustomRule: DocumentRule {
    static let events: WalkEvents = .enterField

    static func enterField(_ field: Field, _ context: ValidationContext) {
        guard let type = context.types.type, type.name.utf8.starts(with: "__".utf8) else { return }
        context.report(
            "GraphQL introspection has been disabled, but the requested query contained the field"
                + " \"\(field.name.text)\".",
            at: field.offset
        )
    }
}
