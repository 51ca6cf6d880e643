import CourtCore
import PluginKit

extension LetterLife {
    /// 分类.
    ///
    /// An accusation is sealed, with its matter. Whoever registered a sealed letter classifies it as what it is; only an
    /// inspector finds that it is no accusation, and takes the seal off a letter that stands alone.
    static let classify = LetterAct(
        "letter.classified",
        reads: [LetterFact.hasDuplicates],
        knows: isRegistrar
    ) { (input: ClassifyLetterInput, change) in
        let accused = Set(input.accusedStaffIds.map(\.value)).sorted()
        let isAccusation = input.matterClass == .accusation
        if change.before.sealed, !isAccusation {
            guard change.context.principal.sees(change.before.visibility) else { throw DomainError.forbidden }
            guard change.before.duplicateOfID == nil, try !change.facts(LetterFact.hasDuplicates) else {
                throw DomainError(.guardFailed, "不满足流转条件：解封前须先撤销重复件关联")
            }
        }
        let known = try await StaffDirectory.members(accused, in: change.context.transaction)
        guard known.count == accused.count else { throw DomainError.absent("accusedStaffIds") }
        change.row.matterClass = input.matterClass
        change.row.category = input.category
        change.row.accusedStaffIDs = accused
        change.row.sealed = isAccusation
        change.row.classifiedAt = change.now
    }

    /// Whoever registered a letter knows its number and state whatever its seal, unless it accuses their own people: what
    /// registering needs they may do.
    static func isRegistrar(_ letter: LetterRow, _ principal: Principal) -> Bool {
        letter.createdByID != nil && letter.createdByID == principal.staffID
            && letter.courtCode == principal.courtCode && principal.roles.contains(.clerk)
            && !principal.isRecused(from: letter.accusedStaffIDs)
    }
}
