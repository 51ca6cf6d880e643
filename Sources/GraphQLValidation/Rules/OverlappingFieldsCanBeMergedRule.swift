import GraphQLLanguage

/// Fields with one response name can be merged into one answer (GraphQL §5.3.2).
///
/// First a check that visits fields in groups, so that a valid document costs about its size; only if it finds a
/// conflict are fields compared pair by pair, to report every one. Both share one budget.
final class OverlappingFieldsCanBeMergedRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveDocument() {
        let sets = FieldSets(context)
        let budget = ComparisonBudget(context.options.limits.maxComparisons)
        switch MergeCheck(sets, budget).firstConflict() {
        case .none: break
        case .exhausted:
            context.report(
                "Fields of the document share response names too often to be compared:"
                    + " more than \(budget.limit) comparisons.",
                at: [],
                code: ValidationCode.limitPassed
            )
        case .conflict(let conflict):
            if ConflictSearch(context, sets, budget).reportAll() == 0 { context.report(conflict) }
        }
    }
}

extension ValidationContext {
    /// Reports a conflict in graphql-js' wording.
    func report(_ conflict: FieldConflict) {
        report(
            "Fields \"\(conflict.responseKey)\" conflict because \(conflict.reason). Use different aliases on the"
                + " fields to fetch both if this was intentional.",
            at: conflict.offsets + conflict.otherOffsets
        )
    }
}
