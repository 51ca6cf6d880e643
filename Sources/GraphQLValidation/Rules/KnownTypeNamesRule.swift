import GraphQLLanguage
import GraphQLSchema

/// Types named by variables and type conditions exist (GraphQL §5.5.1.2, §5.8.2).
final class KnownTypeNamesRule: DocumentRule {
    static let events: WalkEvents = [.enterVariable, .enterFragment, .enterInlineFragment]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterVariable(_ variable: VariableDefinition) {
        // The name is the last token but for brackets: a list's name does not start where the type starts.
        check(variable.type.innermostName)
    }

    func enterFragment(_ fragment: FragmentDefinition) { check(fragment.typeCondition) }

    func enterInlineFragment(_ fragment: InlineFragment) { fragment.typeCondition.map(check) }

    private func check(_ name: Name) {
        guard context.schema.type(named: name.text) == nil else { return }
        let suggestion = context.suggestion(for: name.text, from: context.schema.types.map(\.name))
        context.report("Unknown type \"\(name.text)\".\(suggestion)", at: name.offset)
    }
}

extension TypeReference {
    fileprivate var innermostName: Name {
        switch self {
        case .named(let name): name
        case .list(let inner, _), .nonNull(let inner): inner.innermostName
        }
    }
}
