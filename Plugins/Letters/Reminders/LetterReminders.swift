import CourtFormats
import PluginKit
import Postgres

/// 催办: each working day, letters of whose period half has passed, which are due in three days, or overdue; each is announced
/// once for a due date.
enum LetterReminders {
    static let daily = Timer.daily("letters.reminders", at: 7, on: .working, missed: .once) { run, context in
        let rows = try await context.transaction.query("SELECT * FROM letters.due_reminders(\(run.day))")
        for row in rows {
            let letter = try row.decode("letter_id", as: Int64.self)
            let court = try row.decode("court_code", as: String.self)
            let kind = try row.decode("kind", as: String.self)
            let dueOn = try row.decode("due_on", as: CalendarDate.self)
            context.write(
                """
                INSERT INTO letters.letter_reminder (letter_id, court_code, kind, due_on, sent_on)
                VALUES (\(letter), \(court), \(kind), \(dueOn), \(context.clock.today)) ON CONFLICT DO NOTHING
                """
            )
            context.emit(
                OutboxEvent(
                    kind == LetterReminderKind.overdue.rawValue ? "letter.overdue" : "letter.reminder",
                    objectID: letter,
                    courtCode: court,
                    state: try row.decode("state", as: String.self),
                    sealed: try row.decode("sealed", as: Bool.self)
                )
            )
        }
    }
}
