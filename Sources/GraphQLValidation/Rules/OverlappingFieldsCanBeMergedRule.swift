import GraphQLLanguage

/// Fields with one response name can be merged into one answer (GraphQL §5.3.2).
///
/// The pairs that graphql-js compares are compared, and counted: a document with too many of them is given up.
enum OverlappingFieldsCanBeMergedRule: DocumentRule {
    static let events: WalkEvents = .enterSelections

    static func enterSelections(_ selections: [Selection], of owner: AnyObject, _ context: ValidationContext) {
        guard !selections.isEmpty, !selections.areDistinctFields else { return }
        let search = context.memory.merging ?? ConflictSearch(context)
        context.memory.merging = search
        do throws(ConflictSearch.Exhausted) {
            for conflict in try search.conflicts(within: selections, of: owner, on: context.types.parentType) {
                context.report(conflict)
            }
        } catch {
            context.abort()
        }
    }
}

extension [Selection] {
    /// Whether there are only fields, each with a response name of its own: most selection sets, and nothing to merge.
    fileprivate var areDistinctFields: Bool {
        // Few enough to compare each with each.
        guard count <= 24 else { return false }
        for index in indices {
            guard case .field(let field) = self[index] else {
                // A lone spread meets no field; a lone inline fragment has fields of its own.
                if case .fragmentSpread = self[index] { return count == 1 }
                return false
            }
            for earlier in 0..<index {
                if case .field(let other) = self[earlier], other.responseKey == field.responseKey { return false }
            }
        }
        return true
    }
}

extension ValidationContext {
    /// Reports a conflict in graphql-js' wording.
    fileprivate func report(_ conflict: FieldConflict) {
        report(
            "Fields \"\(FieldConflict.abbreviated(conflict.responseKey))\" conflict because \(conflict.reason)."
                + " Use different aliases on the fields to fetch both if this was intentional.",
            at: conflict.offsets + conflict.otherOffsets
        )
    }
}
