import PluginKit
import Postgres

/// Writes a command's audit and outbox events in its transaction.
enum WriteRecordTables {
    static func write(_ records: WriteRecords, for request: CommandRunner.Request, in transaction: Transaction)
        async throws
    {
        let recorded = records.recorded
        if recorded.audit.isEmpty, recorded.outbox.isEmpty { return }
        let principal = request.caller.principal
        let roles = principal.roles.map(\.rawValue).sorted()
        var statements: [SQL] = recorded.audit.map { event in
            """
            INSERT INTO core.audit_event (request_id, token_id, client, staff_id, roles, court_code, action, object_type, object_id,
                changed_fields, purpose)
            VALUES (\(request.requestID), \(principal.tokenID), \(principal.client), \(principal.staffID), \(roles),
                \(event.courtCode), \(event.action), \(event.objectType), \(event.objectID), \(event.changedFields), \(event.purpose))
            """
        }
        statements += recorded.outbox.map { event in
            """
            INSERT INTO core.outbox_event (name, object_id, court_code, state)
            VALUES (\(event.name), \(event.objectID), \(event.courtCode), \(event.state))
            """
        }
        // One round trip for all of them, unless they are as many as those of an import.
        for start in stride(from: 0, to: statements.count, by: 1_000) {
            _ = try await transaction.pipeline(statements[start..<min(start + 1_000, statements.count)].map(\.bound))
        }
    }
}
