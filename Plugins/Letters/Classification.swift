import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 分类.
    ///
    /// An accusation is sealed, with its registration.
    func classifyLetter(_ input: ClassifyLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.classify, input, context) { change in
            let accused = Set(input.accusedStaffIds.map(\.value)).sorted()
            let isAccusation = input.matterClass == .accusation
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
            if isAccusation, let registration = change.letter.registrationID {
                let registry = context.service((any PetitionRegistry).self)
                try await registry?.seal(registration: registration, true, in: context)
            }
        }
    }
}
