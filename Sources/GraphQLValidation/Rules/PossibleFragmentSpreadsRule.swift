import GraphQLLanguage
import GraphQLSchema

/// A fragment is spread only where an object can be of both types (GraphQL §5.5.2.3).
final class PossibleFragmentSpreadsRule: DocumentRule {
    static let events: WalkEvents = [.enterSpread, .enterInlineFragment]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterSpread(_ spread: FragmentSpread) {
        guard let fragment = context.fragments.fragment(named: spread.name.text) else { return }
        check(
            context.schema.compositeType(named: fragment.typeCondition.text),
            subject: "Fragment \"\(spread.name.text)\"",
            at: spread.offset
        )
    }

    func enterInlineFragment(_ fragment: InlineFragment) {
        guard let type = context.types.fragmentType, type.isComposite else { return }
        check(type, subject: "Fragment", at: fragment.offset)
    }

    private func check(_ type: TypeDefinition?, subject: String, at offset: Int) {
        guard let type, let parent = context.types.parentType, !context.typesOverlap(type, parent) else { return }
        context.report(
            "\(subject) cannot be spread here as objects of type \"\(parent.name)\""
                + " can never be of type \"\(type.name)\".",
            at: offset
        )
    }
}
