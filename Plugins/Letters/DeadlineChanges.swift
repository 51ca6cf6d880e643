import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterCommands {
    /// 延期, once, before the period ends, within what the letter's rule allows; the original date stays on record.
    func extendLetter(_ input: ExtendLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.extend, input, context) { change in
            var faults = Faults()
            let reason = faults.reason(input.reason)
            faults.past(
                input.toldPetitionerOn,
                today: change.today,
                notBefore: change.letter.receivedOn,
                "toldPetitionerOn"
            )
            if input.days < 1 { faults.add(["days"], DomainError.Code.inputInvalid.rawValue, "延长天数应为正整数") }
            try faults.throwIfAny()
            guard !change.facts.isExtended else { throw DomainError(.alreadyExtended, "已延期") }
            let book = DeadlineBook(context.transaction)
            let letter = change.letter
            let rule = try await book.rule(letter.deadlineRuleKey, court: letter.courtCode, on: letter.receivedOn)
            let limit = rule.maxExtension ?? 0
            guard input.days <= limit else {
                throw DomainError(
                    .extensionTooLong,
                    "延长期限超过规定",
                    field: .input(["days"]),
                    details: [.init("maximum", .integer(limit))]
                )
            }
            change.letter.dueOn = try await book.dueDate(from: letter.dueOn, amount: input.days, unit: rule.unit)
            change.write(
                "extension",
                """
                INSERT INTO letters.letter_extension (letter_id, court_code, days, reason, approved_by, told_petitioner_on, at)
                VALUES (\(letter.id), \(letter.courtCode), \(Int32(input.days)), \(reason), \(try context.staff),
                    \(input.toldPetitionerOn), \(change.now))
                """
            )
        }
    }

    /// 中止, while the pauses of the letter have not used up what the rule `letters.pause` allows.
    func pauseLetter(_ input: PauseLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.pause, input, context) { change in
            // The guard asks whether days are left; without a rule there is none to ask: DEADLINE_RULE_MISSING.
            _ = try await change.pauseDaysLeft()
            change.write(
                "pauses",
                """
                INSERT INTO letters.letter_pause (letter_id, court_code, reason, from_on, approved_by)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(input.reason.rawValue), \(change.today), \(try context.staff))
                """
            )
        }
    }

    /// 恢复办理: the due date moves by the days paused, as far as the rule allows pauses, to a working day (民法典 §203).
    func resumeLetter(_ input: ResumeLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.resume, input, context) { change in
            let paused = (change.facts.pausedFrom ?? change.today).days(until: change.today)
            let counted = min(paused, try await change.pauseDaysLeft())
            if counted > 0 {
                change.letter.dueOn = try await DeadlineBook(context.transaction).dueDate(
                    from: change.letter.dueOn,
                    amount: counted,
                    unit: .calendarDay
                )
            }
            change.write(
                "pauses",
                """
                UPDATE letters.letter_pause SET to_on = \(change.today)
                WHERE letter_id = \(change.letter.id) AND to_on IS NULL
                """
            )
        }
    }
}

extension LetterChange {
    /// Days that the letter may still be paused.
    fileprivate func pauseDaysLeft() async throws -> Int {
        let rule = try await DeadlineBook(context.transaction).rule(
            "letters.pause",
            court: letter.courtCode,
            on: letter.receivedOn
        )
        return max(0, (rule.amount ?? 0) - facts.pausedDays)
    }
}
