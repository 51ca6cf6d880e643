import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 分类.
    ///
    /// An accusation is sealed, with its matter. Whoever registered a sealed letter classifies it as what it is; only an
    /// inspector finds that it is no accusation, and takes the seal off a letter that stands alone.
    func classifyLetter(_ input: ClassifyLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.classify, input, context) { change in
            let accused = Set(input.accusedStaffIds.map(\.value)).sorted()
            let isAccusation = input.matterClass == .accusation
            if change.letter.isSealed, !isAccusation {
                guard !change.letter.isHidden(from: context.principal) else { throw DomainError.forbiddenToCaller }
                guard !change.facts.isDuplicate, !change.facts.hasDuplicates else {
                    throw DomainError(.guardFailed, "不满足流转条件：解封前须先撤销重复件关联")
                }
            }
            guard isAccusation || accused.isEmpty else {
                throw DomainError(
                    .init("ACCUSED_NOT_ALLOWED"),
                    "仅检举控告件可填写被反映人",
                    field: .input(["accusedStaffIds"])
                )
            }
            let known = try await StaffDirectory.members(accused, in: context.transaction)
            guard known.count == accused.count else { throw DomainError.absent("accusedStaffIds") }
            change.letter.matterClass = input.matterClass
            change.letter.category = input.category
            change.letter.accusedStaffIDs = accused
            change.letter.isSealed = isAccusation
            change.letter.classifiedAt = context.clock.now
        }
    }
}
