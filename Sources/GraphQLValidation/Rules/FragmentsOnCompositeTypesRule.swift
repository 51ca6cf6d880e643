import GraphQLLanguage
import GraphQLSchema

/// Fragments are on objects, interfaces and unions (GraphQL §5.5.1.3).
final class FragmentsOnCompositeTypesRule: DocumentRule {
    static let events: WalkEvents = [.enterFragment, .enterInlineFragment]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterFragment(_ fragment: FragmentDefinition) {
        check(fragment.typeCondition, subject: "Fragment \"\(fragment.name.text)\"")
    }

    func enterInlineFragment(_ fragment: InlineFragment) {
        guard let condition = fragment.typeCondition else { return }
        check(condition, subject: "Fragment")
    }

    private func check(_ condition: Name, subject: String) {
        guard let type = context.schema.type(named: condition.text), !type.isComposite else { return }
        context.report("\(subject) cannot condition on non composite type \"\(condition.text)\".", at: condition.offset)
    }
}
