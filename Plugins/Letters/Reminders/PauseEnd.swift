import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A pause (中止) ends on its planned day by itself, whether anybody remembers it or not.
extension LetterLife {
    static let pauseEnds = Timer.due(.letterPauseEnds) { timer, context in
        try await workflow.follow("endPause", where: "r.id = \(timer.objectID)", context) { change in
            try await change.endPause()
        }
    }
}

extension TimerKind {
    static let letterPauseEnds = TimerKind("letters.pauseEnds")
}

extension LetterChange {
    /// Begins a pause: until its planned day, which the rule of pauses bounds.
    mutating func beginPause(_ reason: PauseReason, until given: CalendarDate?) async throws {
        let left = try await (fact(LetterFact.pauseLimit) ?? 0) - fact(LetterFact.pausedDays)
        let last = today.adding(days: left)
        if let given, given > last {
            throw DomainError(
                .extensionTooLong,
                "中止期间超过规定",
                field: .input(["untilOn"]),
                details: [.init("latest", .string(last.iso))]
            )
        }
        let end = given ?? last
        insert(
            "pauses",
            into: "letters.letter_pause",
            "reason, from_on, planned_end_on, approved_by",
            "\(reason), \(today), \(end), \(try staff)"
        )
        context.schedule(.letterPauseEnds, for: before.id, court: before.courtCode, on: end)
    }

    /// Ends it: the due date moves by the days paused, as far as the rule allows, to a working day (民法典 §203).
    mutating func endPause() async throws {
        let paused = try await (fact(LetterFact.pausedFrom) ?? today).days(until: today)
        let left = try await (fact(LetterFact.pauseLimit) ?? 0) - fact(LetterFact.pausedDays)
        if min(paused, left) > 0 {
            row.dueOn = try await DeadlineBook(context.transaction).dueDate(
                from: row.dueOn,
                amount: min(paused, left),
                unit: .calendarDay
            )
        }
        update("pauses", "letters.letter_pause", "to_on = \(today)", where: "to_on IS NULL")
    }
}
