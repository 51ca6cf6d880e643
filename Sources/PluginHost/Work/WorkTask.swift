import CourtFormats
import PluginKit
import Postgres

/// One thing to run, as it stands in `host.task`.
struct WorkTask: Sendable {
    enum Subject: Sendable {
        case event(DeliveredEvent)
        case row(Int64, dueOn: CalendarDate?, dueAt: Timestamp?)
        case day(CalendarDate)
    }

    let id: Int64
    let version: Int
    let courtCode: String
    /// 1 for the first.
    let attempt: Int
    let subject: Subject

    /// What a row of a claim holds.
    static let columns: SQL = """
        t.id, t.version, t.court_code, t.attempts, t.object_id, t.due_on, t.due_at, t.object, t.event_id, e.name AS event,
        e.state AS event_state, e.at AS event_at, t.sealed
        """

    init(_ row: Row) throws(PostgresError) {
        id = try row.decode("id")
        version = Int(try row.decode("version", as: Int32.self))
        courtCode = try row.decode("court_code")
        attempt = Int(try row.decode("attempts", as: Int32.self)) + 1
        let objectID = try row.decode("object_id", as: Int64.self)
        let dueOn = try row.decode("due_on", as: CalendarDate?.self)
        if let event = try row.decode("event_id", as: Int64?.self) {
            subject = .event(
                DeliveredEvent(
                    id: event,
                    name: try row.decode("event"),
                    objectID: objectID,
                    courtCode: courtCode,
                    state: try row.decode("event_state"),
                    isSealed: try row.decode("sealed"),
                    at: try row.decode("event_at"),
                    attempt: attempt
                )
            )
        } else if let dueOn, try row.decode("object", as: String.self) == WorkQueue.dayObject {
            subject = .day(dueOn)
        } else {
            subject = .row(objectID, dueOn: dueOn, dueAt: try row.decode("due_at"))
        }
    }
}
