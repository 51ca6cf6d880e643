import CourtCore
import FieldEncryption
import GraphQLPostgres
import Logging
import PluginKit
import Postgres

/// What one caller's upload or download needs; the bytes pass through, sealed, and never stand in memory as a whole.
package struct MaterialTransfer: Sendable {
    let owners: MaterialOwners
    let storage: MaterialStorage
    let seal: MaterialSeal
    let scanner: MaterialScanner?
    let request: CommandRunner.Request
    let logger: Logger

    var principal: Principal { request.caller.principal }

    /// Runs a block in a transaction that was told who asks.
    func withTransaction<Value: Sendable>(_ body: (Transaction) async throws -> Value) async throws -> Value {
        let opening = request.caller.context(on: request.clock.today).writing
        return try await request.writer.withTransaction(opening: [opening], body)
    }

    /// Writes audit and outbox events with a transaction.
    func record(_ audit: AuditEvent, in transaction: Transaction) async throws {
        let records = WriteRecords()
        records.append(audit)
        WriteRecordTables.write(records, for: request, in: transaction)
        try await transaction.flush()
    }
}
