import GraphQLLanguage

/// Introspection nests lists of types at most two deep: more asks for the product of their sizes.
final class MaxIntrospectionDepthRule: DocumentRule {
    static let events: WalkEvents = .enterField
    /// This many nested lists are one too many.
    private static let limit = 3
    private let context: ValidationContext
    /// The nested lists in each fragment, by name; made when introspection is first asked for.
    private lazy var fragmentDepths = measureFragments()

    init(_ context: ValidationContext) { self.context = context }

    func enterField(_ field: Field) {
        guard field.name.text == "__schema" || field.name.text == "__type" else { return }
        guard listDepth(of: field.selections, fragmentDepths) >= Self.limit else { return }
        context.report("Maximum introspection depth exceeded", at: field.offset)
    }

    /// Innermost fragments first, so that each is measured once however often it is spread.
    private func measureFragments() -> [String: Int] {
        var depths: [String: Int] = [:]
        for position in context.fragments.innermostFirst {
            guard let fragment = context.fragments.fragment(at: position) else { continue }
            depths[fragment.name.text] = listDepth(of: fragment.selections, depths)
        }
        return depths
    }

    private func listDepth(of selections: [Selection], _ fragmentDepths: [String: Int]) -> Int {
        var deepest = 0
        for selection in selections {
            let depth =
                switch selection {
                case .field(let field): (field.isTypeList ? 1 : 0) + listDepth(of: field.selections, fragmentDepths)
                case .inlineFragment(let fragment): listDepth(of: fragment.selections, fragmentDepths)
                case .fragmentSpread(let spread): fragmentDepths[spread.name.text] ?? 0
                }
            deepest = max(deepest, depth)
        }
        return deepest
    }
}

extension Field {
    /// One of `__Type`'s fields that list what leads back to types.
    fileprivate var isTypeList: Bool {
        switch name.text {
        case "fields", "interfaces", "possibleTypes", "inputFields": true
        default: false
        }
    }
}
