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
            "days, reason, approved_by, told_petitioner_on, at",
            "\(input.days), \(input.reason), \(try change.staff), \(input.toldPetitionerOn), \(change.now)"
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

    /// 中止, while the pauses of the letter have not used up what the rule `letters.pause` allows.
    static let pause = LetterAct("letter.paused") { (input: PauseLetterInput, change) in
        change.insert(
            "pauses",
            into: "letters.letter_pause",
            "reason, from_on, approved_by",
            "\(input.reason), \(change.today), \(try change.staff)"
        )
    }

    /// 恢复办理: the due date moves by the days paused, as far as the rule allows pauses, to a working day (民法典 §203).
    static let resume = LetterAct(
        "letter.resumed",
        reads: [LetterFact.pausedFrom, LetterFact.pauseLimit, LetterFact.pausedDays]
    ) { (_: ResumeLetterInput, change) in
        let paused = try (change.facts(LetterFact.pausedFrom) ?? change.today).days(until: change.today)
        let left = try (change.facts(LetterFact.pauseLimit) ?? 0) - change.facts(LetterFact.pausedDays)
        if min(paused, left) > 0 {
            change.row.dueOn = try await DeadlineBook(change.context.transaction).dueDate(
                from: change.row.dueOn,
                amount: min(paused, left),
                unit: .calendarDay
            )
        }
        change.update("pauses", "letters.letter_pause", "to_on = \(change.today)", where: "to_on IS NULL")
    }
}
