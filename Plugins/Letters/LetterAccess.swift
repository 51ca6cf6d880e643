import PluginKit

extension LetterRow {
    /// Whether the letter's seal hides it from a caller, who may then learn nothing of it, not even its state.
    func isHidden(from principal: Principal) -> Bool {
        isSealed && !(principal.mayReadSealed && courtCode == principal.courtCode)
    }

    /// Whether a caller registered it, and so knows its number and state whatever its seal.
    func isRegistered(by principal: Principal) -> Bool {
        createdBy != nil && createdBy == principal.staffID && courtCode == principal.courtCode
            && principal.roles.contains(.clerk)
    }

    /// The rule of `Letter`'s `@scope`: court, seal, assignment, recusal.
    func isVisible(to principal: Principal) -> Bool {
        guard courtCode == principal.courtCode || principal.readableCourts.contains(courtCode) else { return false }
        return !isHidden(from: principal) && isOpen(to: principal)
    }

    /// Refuses a caller who may not see the letter (NOT_FOUND) or may see but not change it (FORBIDDEN).
    func admit(_ principal: Principal, to action: LetterAction) throws(DomainError) {
        let isKnown = action.isRegistrars && isRegistered(by: principal) && isOpen(to: principal)
        guard isVisible(to: principal) || isKnown else { throw .absent("letterId") }
        guard courtCode == principal.courtCode, isAssigned(to: principal) || !action.isAssigneeOnly else {
            throw .forbiddenToCaller
        }
    }

    private func isAssigned(to principal: Principal) -> Bool {
        assigneeID != nil && assigneeID == principal.staffID
    }

    private func isOpen(to principal: Principal) -> Bool {
        !principal.isRecused(from: accusedStaffIDs) && (isAssigned(to: principal) || !principal.seesOnlyAssigned)
    }
}
