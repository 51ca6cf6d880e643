import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// 延期, once, before the period ends, within what the letter's rule allows; the original date stays on record.
    static let extend = LetterAct("letter.extended") { (input: ExtendLetterInput, change) in
        let book = DeadlineBook(change.context.transaction)
        let letter = change.before
        let rule = try await book.rule(letter.deadlineRuleKey, court: letter.courtCode, on: letter.receivedOn)
        guard input.days <= rule.maxExtension ?? 0 else { throw tooLong(limit: rule.maxExtension ?? 0) }
        change.row.dueOn = try await book.dueDate(from: letter.dueOn, amount: input.days, unit: rule.unit)
        change.insert(
            "extension",
            into: "letters.letter_extension",
            """
            days, reason, approved_by, told_petitioner_on, at, extended_on, due_before, withdrawn_on, withdrawn_reason
            """,
            """
            \(input.days), \(input.reason), \(try change.staff), \(input.toldPetitionerOn), \(change.now), \(change.today),
            \(letter.dueOn), NULL, NULL
            """,
            replacing: "letter_id"
        )
    }

    static func tooLong(limit: Int) -> DomainError {
        DomainError(
            .extensionTooLong,
            "延长期限超过规定",
            field: .input(["days"]),
            details: [.init("maximum", .integer(limit))]
        )
    }

    /// 中止, while the pauses of the letter have not used up what the rule `letters.pause` allows; it ends by itself.
    static let pause = LetterAct(
        "letter.paused",
        reads: [LetterFact.pauseLimit, LetterFact.pausedDays]
    ) { (input: PauseLetterInput, change) in
        try await change.beginPause(input.reason, until: input.untilOn.value)
    }

    /// 恢复办理, before the planned day.
    static let resume = LetterAct(
        "letter.resumed",
        reads: [LetterFact.pausedFrom, LetterFact.pauseLimit, LetterFact.pausedDays]
    ) { (_: ResumeLetterInput, change) in
        try await change.endPause()
    }
}
