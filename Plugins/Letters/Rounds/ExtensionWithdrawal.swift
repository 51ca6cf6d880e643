import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// 撤回延期: the letter is due as it would be without it; pauses since then still count.
    static let withdrawExtension = LetterAct(
        "letter.extensionWithdrawn",
        reads: [LetterFact.dueBeforeExtension, LetterFact.pausedSinceExtension]
    ) { (input: WithdrawExtensionInput, change) in
        guard let before = try change.facts(LetterFact.dueBeforeExtension) else { return }
        let paused = try change.facts(LetterFact.pausedSinceExtension)
        change.row.dueOn = before
        if paused > 0 {
            change.row.dueOn = try await DeadlineBook(change.context.transaction).dueDate(
                from: before,
                amount: paused,
                unit: .calendarDay
            )
        }
        change.update(
            "extension",
            "letters.letter_extension",
            "withdrawn_on = \(change.today), withdrawn_reason = \(input.reason)"
        )
    }

    static let extended = Check("extended", "没有可撤回的延期", LetterFact.dueBeforeExtension) { $0 != nil }
    static let notYetDueWithout = Check("notYetDueWithout", "已超过延期前的期限", [LetterFact.dueBeforeExtension]) { subject in
        guard let due = try subject.facts(LetterFact.dueBeforeExtension) else { return true }
        return subject.today <= due
    }
}

extension LetterFact {
    /// The due date that an extension moved; nil without one that is in force.
    static let dueBeforeExtension = Fact<CalendarDate?>(
        "due_before_extension",
        """
        SELECT coalesce(e.due_before, r.original_due_on) FROM letters.letter_extension e
        WHERE e.letter_id = r.id AND e.withdrawn_on IS NULL
        """
    )
    static let pausedSinceExtension = Fact<Int>(
        "paused_since_extension",
        """
        SELECT coalesce(sum(p.to_on - p.from_on), 0)::integer FROM letters.letter_pause p
        JOIN letters.letter_extension e ON e.letter_id = p.letter_id
        WHERE p.letter_id = r.id AND p.to_on IS NOT NULL AND p.from_on >= e.extended_on
        """
    )
}
