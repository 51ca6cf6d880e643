import GraphQLLanguage

/// A label of `@defer` and `@stream` is a literal and stands once in the document (incremental delivery).
enum DeferStreamDirectiveLabelRule: DocumentRule {
    static let events: WalkEvents = .enterDirective

    static func enterDirective(
        _ directive: Directive,
        on location: DirectiveLocation,
        _ context: ValidationContext
    ) {
        let name = directive.name.text
        guard name == "defer" || name == "stream", let label = directive.argument("label") else { return }
        switch label.kind {
        case .null: break
        case .string(let text, _):
            if let first = context.memory.labels[text] {
                context.report(
                    "Defer/Stream directive label argument must be unique.",
                    at: [first, directive.offset]
                )
            } else {
                context.memory.labels[text] = directive.offset
            }
        default:
            let subject = name == "defer" ? "Defer" : "Stream"
            context.report("\(subject) directive label argument must be a static string.", at: directive.offset)
        }
    }
}
