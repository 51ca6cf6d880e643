import CourtFormats
import PluginKit
import Postgres

/// Writes a command's audit and outbox events, and the timers that it sets, in its transaction.
enum WriteRecordTables {
    /// Sends them with the command's last statements.
    static func write(_ records: WriteRecords, for request: CommandRunner.Request, in transaction: Transaction) {
        let recorded = records.recorded
        let principal = request.caller.principal
        let roles = principal.roles.map(\.rawValue).sorted()
        func write(_ statement: SQL) { transaction.ahead([statement.bound]) }
        for event in recorded.audit {
            write(
                """
                INSERT INTO host.audit_event (request_id, token_id, client, staff_id, roles, court_code, action, object_type,
                    object_id, changed_fields, purpose, on_behalf_of)
                VALUES (\(request.requestID), \(principal.tokenID), \(principal.client), \(principal.staffID), \(roles),
                    \(event.courtCode), \(event.action), \(event.objectType), \(event.objectID), \(event.changedFields),
                    \(event.purpose), \(principal.actsFor))
                """
            )
        }
        for event in recorded.outbox {
            write(
                """
                INSERT INTO host.outbox_event (name, object_id, court_code, state, sealed)
                VALUES (\(event.name), \(event.objectID), \(event.courtCode), \(event.state), \(event.isSealed))
                """
            )
        }
        for change in records.timers { write(statement(change)) }
    }

    /// A row has one timer of each kind; set anew it forgets what went wrong.
    private static func statement(_ change: TimerChange) -> SQL {
        let day: CalendarDate?
        let time: Timestamp?
        switch change.due {
        case nil:
            return """
                DELETE FROM host.task
                WHERE runner = \(change.kind.name) AND object_id = \(change.objectID) AND event_id IS NULL
                """
        case .on(let date): (day, time) = (date, nil)
        case .at(let instant): (day, time) = (nil, instant)
        }
        return """
            INSERT INTO host.task AS t (runner, object, object_id, court_code, due_on, due_at)
            VALUES (\(change.kind.name), '', \(change.objectID), \(change.courtCode), \(day), \(time))
            ON CONFLICT (runner, object_id) WHERE event_id IS NULL DO UPDATE SET court_code = excluded.court_code,
                due_on = excluded.due_on, due_at = excluded.due_at, state = 'PENDING', attempts = 0, retry_at = NULL,
                failure = NULL, failed_at = NULL, version = t.version + 1
            """
    }
}
