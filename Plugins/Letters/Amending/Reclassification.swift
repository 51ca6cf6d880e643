import CourtCore
import PluginKit
import Postgres

extension LetterLife {
    /// 重新分类, until the reply, with its reason.
    ///
    /// The due date stays: its rule follows the source. What turns out to be an accusation goes back to be routed: whoever
    /// handles it as something else does not handle an accusation.
    static let reclassify = LetterAct(
        "letter.reclassified",
        reads: [LetterFact.hasDuplicates],
        knows: isRegistrar
    ) { (input: ReclassifyLetterInput, change) in
        change.insert(
            "amendments",
            into: "letters.letter_amendment",
            "action, by_id, at, matter_class, category",
            """
            \(ReclassifyLetterInput.mutation), \(try change.staff), \(change.now), \(change.before.matterClass),
            \(change.before.category)
            """
        )
        try await change.classify(input.matterClass, input.category, accused: input.accusedStaffIds)
        try change.keepReason(ReclassifyLetterInput.mutation, input.reason)
        if change.row.state != change.before.state {
            change.row.assigneeID = nil
            change.row.assignedAt = nil
            change.update("pauses", "letters.letter_pause", "to_on = \(change.today)", where: "to_on IS NULL")
        }
    }

    static let becomesAccusation = Check(
        "becomesAccusation",
        "未改为检举控告件",
        on: .branch,
        of: ReclassifyLetterInput.self
    ) {
        $0.matterClass == .accusation && !$1.row.isAccusation
    }
}

extension LetterChange {
    /// Gives a letter its class; an accusation is sealed, with its matter, and only an inspector takes a seal off.
    mutating func classify(
        _ matterClass: MatterClass,
        _ category: MatterCategory,
        accused staff: [EntityID]
    ) async throws {
        let accused = Set(staff.map(\.value)).sorted()
        let isAccusation = matterClass == .accusation
        if before.sealed, !isAccusation {
            guard context.principal.sees(before.visibility) else { throw DomainError.forbidden }
            guard before.duplicateOfID == nil, try !facts(LetterFact.hasDuplicates) else {
                throw DomainError(.guardFailed, "不满足流转条件：解封前须先撤销重复件关联")
            }
        }
        let known = try await StaffDirectory.members(accused, in: context.transaction)
        guard known.count == accused.count else { throw DomainError.absent("accusedStaffIds") }
        row.matterClass = matterClass
        row.category = category
        row.accusedStaffIDs = accused
        row.sealed = isAccusation
        row.classifiedAt = now
    }
}
