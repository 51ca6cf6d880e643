import CourtFormats
import PluginKit
import Postgres

extension LetterCommands {
    /// 认定重复件.
    ///
    /// The graph of duplicates is one level deep, and a root never repeats another letter. A root that the caller may not
    /// know is answered like none.
    func markDuplicate(_ input: MarkDuplicateInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.markDuplicate, input, context) { change in
            let rootID = input.duplicateOfId.value
            guard rootID != change.letter.id, !change.facts.hasDuplicates else {
                throw Self.invalidRoot(.duplicateCycle)
            }
            // Locked, so that it cannot become a duplicate in the meantime.
            guard let root = try await LetterRow.lock(rootID, in: context.transaction),
                Self.isRoot(root, court: change.letter.courtCode),
                Self.mayTie(change.letter, to: root, context.principal)
            else { throw Self.invalidRoot(.duplicateRootInvalid) }
            change.letter.duplicate = LetterRow.Duplicate(
                rootID: rootID,
                basis: input.basis,
                decidedBy: try context.staff,
                decidedAt: context.clock.now
            )
        }
    }

    /// 撤销重复件认定: back to where it was when it was marked.
    func unmarkDuplicate(_ input: UnmarkDuplicateInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        return try await change(.unmarkDuplicate, input, context) { change in
            change.letter.duplicate = nil
            try change.keepReason(.unmarkDuplicate, reason)
        }
    }

    /// Whoever sees a letter ties it to what they see, or have registered; a sealed one that they only have registered, to
    /// sealed ones that they have registered.
    private static func mayTie(_ letter: LetterRow, to root: LetterRow, _ principal: Principal) -> Bool {
        let isRegistered =
            root.isSealed && root.isRegistered(by: principal)
            && !principal.isRecused(from: root.accusedStaffIDs)
        guard letter.isVisible(to: principal) else { return isRegistered }
        let isAbove = !root.isSealed && root.courtCode != letter.courtCode
        return isRegistered || isAbove || root.isVisible(to: principal)
    }

    private static func invalidRoot(_ code: DomainError.Code) -> DomainError {
        DomainError(code, "重复件关联无效", field: .input(["duplicateOfId"]))
    }

    /// Whether a letter may be the first of a matter for letters of a court: its own, one above it or one below it.
    private static func isRoot(_ letter: LetterRow, court: String) -> Bool {
        guard letter.duplicate == nil, ![.voided, .returnedToSender].contains(letter.state) else { return false }
        guard letter.courtCode != court else { return true }
        guard let here = try? CourtCode(parsing: court), let there = try? CourtCode(parsing: letter.courtCode) else {
            return false
        }
        return here.isWithin(there) || there.isWithin(here)
    }
}

extension Faults {
    /// A decision's reason (理由).
    mutating func reason(_ text: String) -> String { self.text(text, 500, isLong: true, "reason") }
}
