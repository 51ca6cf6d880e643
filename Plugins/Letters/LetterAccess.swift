import PluginKit

extension LetterRow {
    /// Whether the letter's seal hides it from a caller, who may then learn nothing of it, not even its state.
    func isHidden(from principal: Principal) -> Bool {
        isSealed && !(principal.mayReadSealed && courtCode == principal.courtCode)
    }

    /// Refuses a caller who may not see the letter (NOT_FOUND) or may see but not change it (FORBIDDEN).
    func admit(_ principal: Principal, to action: LetterAction) throws(DomainError) {
        let isOwnCourt = courtCode == principal.courtCode
        let isWithinScope = isOwnCourt || principal.readableCourts.contains(courtCode)
        let isVisible = !isHidden(from: principal) || (action.revealsNothing && isOwnCourt)
        let isRecused = principal.staffID.map(accusedStaffIDs.contains) ?? false
        let isAssignee = assigneeID != nil && assigneeID == principal.staffID
        guard isWithinScope, isVisible, !isRecused, isAssignee || !principal.seesOnlyAssigned else {
            throw .absent("letterId")
        }
        guard isOwnCourt, isAssignee || !action.isAssigneeOnly else { throw .forbiddenToCaller }
    }
}
