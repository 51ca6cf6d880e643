import GraphQLLanguage

/// A subscription's `@defer` and `@stream` can be turned off (incremental delivery).
enum DeferStreamDirectiveOnValidOperationsRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    /// Selections that are left to look at, and the spread that led to them.
    private struct Step {
        var selections: ArraySlice<Selection>
        let spread: FragmentSpread?
    }

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.kind == .subscription else { return }
        var visited: Set<String> = []
        var isValid = true
        var path = [Step(selections: operation.selections[...], spread: nil)]
        while !path.isEmpty, !context.isAborted {
            guard let selection = path[path.count - 1].selections.popFirst() else {
                path.removeLast()
                continue
            }
            if selection.directives.canSkip { continue }
            for directive in selection.directives where !directive.canBeOff {
                guard let message = message(for: directive) else { continue }
                isValid = false
                let spreads = path.reversed().compactMap(\.spread?.offset)
                context.report(message, at: [directive.offset] + spreads)
            }
            switch selection {
            case .field(let field): path.append(Step(selections: field.selections[...], spread: nil))
            case .inlineFragment(let fragment): path.append(Step(selections: fragment.selections[...], spread: nil))
            case .fragmentSpread(let spread):
                guard !context.memory.subscriptionFragments.contains(spread.name.text),
                    visited.insert(spread.name.text).inserted,
                    let fragment = context.fragments.fragment(named: spread.name.text)
                else { continue }
                path.append(Step(selections: fragment.selections[...], spread: spread))
            }
        }
        if isValid { context.memory.subscriptionFragments.formUnion(visited) }
    }

    private static func message(for directive: Directive) -> String? {
        switch directive.name.text {
        case "defer":
            "Defer directive not supported on subscription operations."
                + " Disable `@defer` by setting the `if` argument to `false`."
        case "stream":
            "Stream directive not supported on subscription operations."
                + " Disable `@stream` by setting the `if` argument to `false`."
        default: nil
        }
    }
}

extension Directive {
    /// Whether `if` is false or is a variable, which may be false.
    fileprivate var canBeOff: Bool {
        switch argument("if")?.kind {
        case .boolean(let flag): !flag
        case .variable: true
        default: false
        }
    }
}

extension [Directive] {
    /// Whether `@skip` or `@include` may leave the selection out; `@skip` without `if` counts as if it does.
    fileprivate var canSkip: Bool {
        if let skip = first("skip") {
            guard case .boolean(false) = skip.argument("if")?.kind else { return true }
        }
        guard let condition = first("include")?.argument("if") else { return false }
        if case .boolean(true) = condition.kind { return false }
        return true
    }
}

extension Selection {
    fileprivate var directives: [Directive] {
        switch self {
        case .field(let field): field.directives
        case .fragmentSpread(let spread): spread.directives
        case .inlineFragment(let fragment): fragment.directives
        }
    }
}
