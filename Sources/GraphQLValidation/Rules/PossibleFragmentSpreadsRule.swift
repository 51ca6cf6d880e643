import GraphQLLanguage
import GraphQLSchema

/// A fragment is spread only where an object can be of both types (GraphQL §5.5.2.3).
enum PossibleFragmentSpreadsRule: DocumentRule {
    static let events: WalkEvents = [.enterSpread, .enterInlineFragment]

    static func enterSpread(_ spread: FragmentSpread, _ context: ValidationContext) {
        guard let fragment = context.fragments.fragment(named: spread.name.text),
            let type = context.schema.compositeType(named: fragment.typeCondition.text)
        else { return }
        check(type, subject: "Fragment \"\(spread.name.text)\"", at: spread.offset, context)
    }

    static func enterInlineFragment(_ fragment: InlineFragment, _ context: ValidationContext) {
        guard let type = context.types.type, type.isComposite else { return }
        check(type, subject: "Fragment", at: fragment.offset, context)
    }

    private static func check(
        _ type: TypeDefinition,
        subject: @autoclosure () -> String,
        at offset: Int,
        _ context: ValidationContext
    ) {
        guard let parent = context.types.parentType, !context.schema.typesOverlap(type, parent) else { return }
        context.report(
            "\(subject()) cannot be spread here as objects of type \"\(parent.name)\""
                + " can never be of type \"\(type.name)\".",
            at: offset
        )
    }
}
