import GraphQLLanguage
import GraphQLSchema

/// Fragments are on objects, interfaces and unions (GraphQL §5.5.1.3).
enum FragmentsOnCompositeTypesRule: DocumentRule {
    static let events: WalkEvents = [.enterFragment, .enterInlineFragment]

    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext) {
        check(fragment.typeCondition, subject: "Fragment \"\(fragment.name.text)\"", context)
    }

    static func enterInlineFragment(_ fragment: InlineFragment, _ context: ValidationContext) {
        guard let condition = fragment.typeCondition else { return }
        check(condition, subject: "Fragment", context)
    }

    private static func check(
        _ condition: Name,
        subject: @autoclosure () -> String,
        _ context: ValidationContext
    ) {
        guard let type = context.types.type, !type.isComposite else { return }
        context.report(
            "\(subject()) cannot condition on non composite type \"\(condition.text)\".",
            at: condition.offset
        )
    }
}
