import CourtFormats
import PluginKit

extension LetterLife {
    /// 认定重复件.
    ///
    /// The graph of duplicates is one level deep, and a root never repeats another letter. A root that the caller may not
    /// know is answered like none.
    static let markDuplicate = LetterAct("letter.markedDuplicate", knows: isRegistrar) {
        (input: MarkDuplicateInput, change) in
        let rootID = input.duplicateOfId.value
        guard rootID != change.before.id else { throw invalidRoot(.duplicateCycle) }
        // Locked, so that it cannot become a duplicate in the meantime.
        guard let root = try await LetterRow.lock(rootID, in: change.context.transaction),
            isRoot(root, court: change.before.courtCode),
            mayTie(change.before, to: root, change.context.principal)
        else { throw invalidRoot(.duplicateRootInvalid) }
        change.row.duplicateOfID = rootID
        change.row.duplicateBasis = input.basis
        change.row.duplicateDecidedBy = try change.staff
        change.row.duplicateDecidedAt = change.now
    }

    /// 撤销重复件认定: back to where it was when it was marked.
    static let unmarkDuplicate = LetterAct("letter.unmarkedDuplicate") { (input: UnmarkDuplicateInput, change) in
        change.row.repeatsNone()
        try change.keepReason(UnmarkDuplicateInput.mutation, input.reason)
    }

    /// Whoever sees a letter ties it to what they see, or have registered; a sealed one that they only have registered, to
    /// sealed ones that they have registered.
    ///
    /// What is sealed is tied in its own court only: a tie carries the seal, and no court seals another's letters.
    private static func mayTie(_ letter: LetterRow, to root: LetterRow, _ principal: Principal) -> Bool {
        if letter.sealed || root.sealed, letter.courtCode != root.courtCode { return false }
        if root.sealed, isRegistrar(root, principal) { return true }
        return principal.sees(letter.visibility) && principal.sees(root.visibility)
    }

    static func invalidRoot(_ code: DomainError.Code) -> DomainError {
        DomainError(code, "重复件关联无效", field: .input(["duplicateOfId"]))
    }

    /// Whether a letter may be the first of a matter for letters of a court: its own, one above it or one below it.
    private static func isRoot(_ letter: LetterRow, court: String) -> Bool {
        guard letter.duplicateOfID == nil, ![.voided, .returnedToSender].contains(letter.state) else { return false }
        guard letter.courtCode != court else { return true }
        guard let here = try? CourtCode(parsing: court), let there = try? CourtCode(parsing: letter.courtCode) else {
            return false
        }
        return here.isWithin(there) || there.isWithin(here)
    }
}

extension LetterRow {
    /// It repeats no other letter.
    mutating func repeatsNone() {
        duplicateOfID = nil
        duplicateBasis = nil
        duplicateDecidedBy = nil
        duplicateDecidedAt = nil
    }
}
