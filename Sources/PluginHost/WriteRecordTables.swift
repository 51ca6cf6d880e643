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
        // One round trip for all of them, unless they are as many as those of an import.
        var statements: [BoundStatement] = []
        func write(_ statement: SQL) async throws {
            statements.append(statement.bound)
            if statements.count == 1_000 { try await flush() }
        }
        func flush() async throws {
            _ = try await transaction.pipeline(statements)
            statements = []
        }
        for event in recorded.audit {
            try await write(
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
            try await write(
                """
                INSERT INTO core.outbox_event (name, object_id, court_code, state)
                VALUES (\(event.name), \(event.objectID), \(event.courtCode), \(event.state))
                """
            )
        }
        if !statements.isEmpty { try await flush() }
    }
}
