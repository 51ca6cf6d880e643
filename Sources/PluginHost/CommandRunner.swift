import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit
import Postgres

/// The write path: permission → transaction: idempotency key → command → audit and outbox → read of the payload → commit.
///
/// The answer to be repeated is kept before the payload is read; a transaction that fails keeps nothing.
struct CommandRunner: Sendable {
    /// Who runs a command, and when.
    struct Request: Sendable {
        let caller: Caller
        let clock: BusinessClock
        let requestID: String
        let writer: PostgresPool
    }

    /// Ends a dry run: rolls back and carries its answer out.
    private struct Discarded: Error {
        let answer: [UInt8]
    }

    private let composition: Composition
    private let idempotency: IdempotencyStore
    /// Called when a command that changed who may do what has committed.
    private let onCallersChanged: @Sendable () -> Void

    init(composition: Composition, keys: KeyRing, onCallersChanged: @escaping @Sendable () -> Void = {}) {
        self.composition = composition
        self.onCallersChanged = onCallersChanged
        idempotency = IdempotencyStore(keys: keys)
    }

    /// Runs a command; `answer` reads what was selected on its payload inside the transaction.
    ///
    /// Throws: nothing was written, unless the connection was lost while it committed: then the same idempotency key tells.
    func run(
        _ fetch: CommandFetch,
        variables: CoercedVariables,
        for request: Request,
        answer: @Sendable (Payload, Transaction) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        // Planned with the caller's permissions already; asked again where the write happens.
        if let permission = fetch.permission, !request.caller.permissions.contains(permission) {
            throw HostErrors.forbidden
        }
        guard let command = composition.commands[fetch.name] else { throw HostErrors.forbidden }
        let input = Self.input(of: fetch, variables)
        do { try InputTexts.check(input, at: InputPath(fetch.takesInput ? ["input"] : [])) } catch {
            throw HostErrors.presented(error)
        }
        var attempts = 3
        while true {
            attempts -= 1
            do {
                let opening = request.caller.context(on: request.clock.today).writing
                let (bytes, forgetsCallers) = try await request.writer.withTransaction(opening: [opening]) {
                    transaction in
                    try await write(command, input, for: request, in: transaction, answer: answer)
                }
                if forgetsCallers { onCallersChanged() }
                return bytes
            } catch let discarded as Discarded {
                return discarded.answer
            } catch let error as PostgresError where error.code == .serverError && error.isRetryable && attempts > 0 {
                // A deadlock or a serialization failure: nothing took effect, and the same work may succeed.
                continue
            } catch {
                throw HostErrors.presented(error)
            }
        }
    }

    private func write(
        _ command: Command,
        _ input: InputObject,
        for request: Request,
        in transaction: Transaction,
        answer: @Sendable (Payload, Transaction) async throws -> [UInt8]
    ) async throws -> (answer: [UInt8], forgetsCallers: Bool) {
        let owner = IdempotencyStore.owner(of: request.caller.principal)
        let key: String? = if case .string(let key) = input["idempotencyKey"] { key } else { nil }
        if let key {
            let first = try await idempotency.claim(
                key,
                owner: owner,
                mutation: command.name,
                input: input,
                in: transaction
            )
            if let first, !command.isAskedAnew {
                // Giving an answer again leaves a trace of its own.
                let repeated = WriteRecords()
                repeated.append(
                    AuditEvent(
                        "request.repeated",
                        objectType: "Mutation",
                        objectID: nil,
                        courtCode: request.caller.principal.courtCode,
                        changedFields: [command.name]
                    )
                )
                try await WriteRecordTables.write(repeated, for: request, in: transaction)
                return (try await answer(first, transaction), false)
            }
        }
        let records = WriteRecords()
        let context = WriteContext(
            transaction: transaction,
            principal: request.caller.principal,
            clock: request.clock,
            requestID: request.requestID,
            services: composition.services,
            records: records
        )
        let payload = try await command.run(input, context)
        try composition.checkTimers(records)
        try await WriteRecordTables.write(records, for: request, in: transaction)
        if let key {
            let kept = command.isAskedAnew ? Payload() : payload
            try await idempotency.keep(kept, under: key, owner: owner, in: transaction)
        }
        let bytes = try await answer(payload, transaction)
        if records.isDiscarded { throw Discarded(answer: bytes) }
        return (bytes, records.forgetsCallers)
    }

    /// The members of the one argument `input`, or the arguments given, under this request's variables.
    private static func input(of fetch: CommandFetch, _ variables: CoercedVariables) -> InputObject {
        guard fetch.takesInput else {
            return InputObject(
                members: fetch.arguments.compactMap { argument in
                    argument.value.value(variables).map { InputObject.Member(name: argument.name, value: .init($0)) }
                }
            )
        }
        let value = fetch.arguments.first?.value.value(variables)
        guard let value, case .object(let members) = InputObject.Value(value) else { return InputObject(members: []) }
        return InputObject(members: members)
    }
}
