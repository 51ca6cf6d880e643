import PluginKit
import Postgres

/// An administrator's mutations of dead letters.
struct DeadLetterCommands: Mutations {
    /// A dead letter that the caller may change, locked.
    private struct Locked {
        let id: Int64
        let runner: String
        let courtCode: String

        var payload: DeadLetterPayload { DeadLetterPayload(deadLetterId: EntityID(id), runner: runner) }
    }

    func replayDeadLetter(_ input: ReplayDeadLetterInput, _ context: WriteContext) async throws -> DeadLetterPayload {
        let letter = try await locked(input.deadLetterId, version: input.version, context)
        try await context.transaction.execute(
            """
            UPDATE host.task SET state = 'PENDING', attempts = 0, retry_at = NULL, version = version + 1 WHERE id = \(letter.id)
            """
        )
        context.audit(event("deadLetter.replayed", letter))
        return letter.payload
    }

    func skipDeadLetter(_ input: SkipDeadLetterInput, _ context: WriteContext) async throws -> DeadLetterPayload {
        let letter = try await locked(input.deadLetterId, version: input.version, context)
        try await context.transaction.execute("DELETE FROM host.task WHERE id = \(letter.id)")
        context.audit(event("deadLetter.skipped", letter, purpose: input.reason))
        return letter.payload
    }

    private func locked(_ id: EntityID, version: Int, _ context: WriteContext) async throws -> Locked {
        let row = try await context.transaction.queryOne(
            """
            SELECT id, runner, court_code, version FROM host.task WHERE id = \(id.value) AND state = 'DEAD'
                AND (court_code = '' OR court_code = ANY (\(context.principal.readableCourts))) FOR UPDATE
            """
        )
        guard let row else { throw DomainError(.notFound, "不存在", field: InputPath(["input", "deadLetterId"])) }
        let current = Int(try row.decode("version", as: Int32.self))
        guard current == version else {
            throw DomainError(.versionConflict, "数据已被他人修改，请刷新", details: [.init("version", .integer(current))])
        }
        return Locked(
            id: try row.decode("id"),
            runner: try row.decode("runner"),
            courtCode: try row.decode("court_code")
        )
    }

    private func event(_ action: String, _ letter: Locked, purpose: String? = nil) -> AuditEvent {
        AuditEvent(
            action,
            objectType: "DeadLetter",
            objectID: letter.id,
            courtCode: letter.courtCode,
            changedFields: [letter.runner],
            purpose: purpose
        )
    }
}
