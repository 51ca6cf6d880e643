import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit
import Postgres

/// The write path: permission → rules of the input → transaction: idempotency key → rows that the input names → command →
/// audit and outbox → read of the payload → commit.
///
/// The answer to be repeated is kept before the payload is read; a transaction that fails keeps nothing. Two round trips at
/// best: what comes before the command goes with its first statements, what comes after with its last (docs/decisions/0032).
struct CommandRunner: Sendable {
    /// Who runs a command, and when.
    struct Request: Sendable {
        let caller: Caller
        let clock: BusinessClock
        let requestID: String
        let writer: PostgresPool
        /// Told of what the client sees only as an answer that could not be given.
        var report: @Sendable (any Error) -> Void = { _ in }
        /// Called when events or timers have been committed.
        var onWork: @Sendable () -> Void = {}
    }

    /// How a transaction's round trips are made.
    private enum Pace {
        /// What can go together does.
        case ahead
        /// One thing after the other, each looked at before the next: where what went together failed, this finds out
        /// what it was. → never back
        case stepwise
    }

    /// Ends a dry run: rolls back and carries its answer out.
    private struct Discarded: Error {
        let answer: [UInt8]
    }

    /// What went together failed, and which part of it has to be found out.
    private struct Undecided: Error {}

    /// The command has committed, and its answer could not be written.
    private struct Unanswered: Error {
        let cause: any Error
    }

    let composition: Composition
    private let idempotency: IdempotencyStore
    /// Called when a command that changed who may do what has committed.
    private let onCallersChanged: @Sendable () -> Void

    init(composition: Composition, keys: KeyRing, onCallersChanged: @escaping @Sendable () -> Void = {}) {
        self.composition = composition
        self.onCallersChanged = onCallersChanged
        idempotency = IdempotencyStore(keys: keys)
    }

    /// Reads what was selected on a payload in its transaction.
    typealias Answer = @Sendable (Payload, Transaction, SQLReader.Commit) async throws -> [UInt8]

    /// Runs a command; `answer` reads what was selected on its payload inside the transaction.
    ///
    /// Throws: nothing was written, unless the connection was lost while it committed: then the same idempotency key tells;
    /// or unless it says so (ANSWER_MISSING).
    func run(
        _ fetch: CommandFetch,
        variables: CoercedVariables,
        for request: Request,
        answer: Answer
    ) async throws -> [UInt8] {
        // Planned with the caller's permissions already; asked again where the write happens.
        if let permission = fetch.permission, !request.caller.permissions.contains(permission) {
            throw HostErrors.forbidden
        }
        guard let command = composition.commands[fetch.name] else { throw HostErrors.forbidden }
        let input = Self.input(of: fetch, variables)
        if let each = command.each {
            let payload = try await run(each, onEachOf: input, of: fetch.name, for: request)
            let opening = request.caller.context(on: request.clock.today).writing
            return try await request.writer.withTransaction(opening: [opening]) { transaction in
                try await answer(payload, transaction, .afterwards)
            }
        }
        return try await run(command, input, takesInput: fetch.takesInput, for: request, answer: answer)
    }

    /// Runs a command with an input; a trial writes nothing.
    func run(
        _ command: Command,
        _ input: InputObject,
        takesInput: Bool,
        isTrial: Bool = false,
        for request: Request,
        answer: Answer
    ) async throws -> [UInt8] {
        let checked = composition.inputRules.check(
            input,
            of: command.name,
            takesInput: takesInput,
            on: request.clock.today
        )
        let claim: IdempotencyStore.Claim?
        do {
            // What another day let pass may have been answered under the same key.
            if input["idempotencyKey"] == nil || !checked.mayHavePassed { try checked.faults.throwIfAny() }
            claim = try idempotency.claim(of: input, mutation: command.name, by: request.caller.principal)
        } catch {
            throw HostErrors.presented(error)
        }
        var attempts = 3
        var pace: Pace = checked.faults.errors.isEmpty ? .ahead : .stepwise
        while true {
            attempts -= 1
            do {
                return try await attempt(command, checked, claim, isTrial, for: request, pace, answer: answer)
            } catch let discarded as Discarded {
                return discarded.answer
            } catch is Undecided {
                pace = .stepwise
                attempts += 1
            } catch let error as PostgresError where error.code == .serverError && error.isRetryable && attempts > 0 {
                // A deadlock or a serialization failure: nothing took effect, and the same work may succeed.
                continue
            } catch let unanswered as Unanswered {
                request.report(unanswered.cause)
                throw HostErrors.unanswered
            } catch {
                throw HostErrors.presented(error)
            }
        }
    }

    /// One transaction.
    private func attempt(
        _ command: Command,
        _ checked: CheckedInput,
        _ claim: IdempotencyStore.Claim?,
        _ isTrial: Bool,
        for request: Request,
        _ pace: Pace,
        answer: Answer
    ) async throws -> [UInt8] {
        let records = WriteRecords()
        if isTrial { records.discard() }
        let opening = request.caller.context(on: request.clock.today).writing
        let bytes = try await request.writer.withTransaction(opening: [opening]) { transaction in
            do {
                return try await write(
                    command,
                    checked,
                    claim,
                    records,
                    for: request,
                    pace,
                    in: transaction,
                    answer: answer
                )
            } catch  where pace == .ahead && Self.isUndecided(error, transaction) {
                throw Undecided()
            } catch  where transaction.isCommitted {
                tell(of: records, request)
                throw Unanswered(cause: error)
            }
        }
        tell(of: records, request)
        return bytes
    }

    /// What a committed command has changed for others.
    private func tell(of records: WriteRecords, _ request: Request) {
        if records.forgetsCallers { onCallersChanged() }
        if !records.isDiscarded, records.makesWork { request.onWork() }
    }

    /// Whether an error may be of something that went together with the command's own statements and has an answer of its
    /// own, whatever the command has made of it.
    private static func isUndecided(_ error: any Error, _ transaction: Transaction) -> Bool {
        guard !transaction.isCommitted else { return false }
        if let failure = transaction.aheadFailure,
            failure.isUnchecked || IdempotencyStore.isClaimed(failure.error)
        {
            return true
        }
        guard let error = error as? PostgresError else { return false }
        return error.code == .serverError && error.sqlState == AssuredStatement.sqlState
    }

    private func write(
        _ command: Command,
        _ checked: CheckedInput,
        _ claim: IdempotencyStore.Claim?,
        _ records: WriteRecords,
        for request: Request,
        _ pace: Pace,
        in transaction: Transaction,
        answer: Answer
    ) async throws -> [UInt8] {
        if let claim {
            switch pace {
            case .ahead: idempotency.claimAhead(claim, in: transaction)
            case .stepwise:
                if let first = try await idempotency.first(under: claim, in: transaction), !command.isAskedAnew {
                    repeated(command, for: request, in: transaction)
                    return try await answer(first, transaction, .afterwards)
                }
            }
        }
        try checked.faults.throwIfAny()
        if let lookup = checked.rows.statement(for: request.caller.principal) {
            switch pace {
            case .ahead: transaction.ahead([lookup.bound]) { try checked.rows.faults(in: Rows($0[0])).throwIfAny() }
            case .stepwise: try checked.rows.faults(in: try await transaction.query(lookup)).throwIfAny()
            }
        }
        let context = WriteContext(
            transaction: transaction,
            principal: request.caller.principal,
            clock: request.clock,
            requestID: request.requestID,
            services: composition.services,
            records: records
        )
        let payload = try await command.run(checked.input, context)
        try composition.checkTimers(records)
        WriteRecordTables.write(records, for: request, in: transaction)
        if let claim { try idempotency.keep(command.isAskedAnew ? Payload() : payload, under: claim, in: transaction) }
        if pace == .stepwise { try await transaction.flush() }
        let isDiscarded = records.isDiscarded
        let commit = pace == .ahead && !isDiscarded ? SQLReader.Commit.withLastRead : .afterwards
        let bytes = try await answer(payload, transaction, commit)
        guard isDiscarded else { return bytes }
        // Nothing may have been read, and what would be written has to be tried.
        try await transaction.flush()
        throw Discarded(answer: bytes)
    }

    /// Giving an answer again leaves a trace of its own.
    private func repeated(_ command: Command, for request: Request, in transaction: Transaction) {
        let records = WriteRecords()
        records.append(
            AuditEvent(
                "request.repeated",
                objectType: "Mutation",
                objectID: nil,
                courtCode: request.caller.principal.courtCode,
                changedFields: [command.name]
            )
        )
        WriteRecordTables.write(records, for: request, in: transaction)
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
