import PluginKit
import Postgres

/// Writes a command's audit and outbox events in its transaction.
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
                INSERT INTO core.audit_event (request_id, token_id, client, staff_id, roles, court_code, action, object_type,
                    object_id, changed_fields, purpose)
                VALUES (\(request.requestID), \(principal.tokenID), \(principal.client), \(principal.staffID), \(roles),
                    \(event.courtCode), \(event.action), \(event.objectType), \(event.objectID), \(event.changedFields),
                    \(event.purpose))
                """
            )
        }
        for event in recorded.outbox {
            write(
                """
                INSERT INTO core.outbox_event (name, object_id, court_code, state)
                VALUES (\(event.name), \(event.objectID), \(event.courtCode), \(event.state))
                """
            )
        }
    }
}
