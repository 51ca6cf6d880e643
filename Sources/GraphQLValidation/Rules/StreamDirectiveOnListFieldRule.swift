import GraphQLLanguage
import GraphQLSchema

/// `@stream` stands on lists (incremental delivery).
enum StreamDirectiveOnListFieldRule: DocumentRule {
    static let events: WalkEvents = .enterDirective

    static func enterDirective(
        _ directive: Directive,
        on location: DirectiveLocation,
        _ context: ValidationContext
    ) {
        guard directive.name.text == "stream", let field = context.types.field, field.type.listItem == nil,
            let parent = context.types.parentType
        else { return }
        context.report(
            "Stream directive cannot be used on non-list field \"\(field.name)\" on type \"\(parent.name)\".",
            at: directive.offset
        )
    }
}
