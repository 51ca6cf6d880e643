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
        try await change.classify(input.matterClass, input.category, accused: input.accusedStaffIds)
    }

    /// Whoever registered a letter knows its number and state whatever its seal, unless it accuses their own people: what
    /// registering needs they may do.
    static func isRegistrar(_ letter: LetterRow, _ principal: Principal) -> Bool {
        letter.createdByID != nil && letter.createdByID == principal.staffID
            && letter.courtCode == principal.courtCode && principal.roles.contains(.clerk)
            && !principal.isRecused(from: letter.accusedStaffIDs)
    }
}
