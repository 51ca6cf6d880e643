import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import PluginKit
import Postgres

/// A mutation's access to its sources: commands through their plugins, what was selected on their payloads in the
/// transaction of each.
///
/// A class, so that it is handed on as one reference.
final class CommandSession: RequestSession {
    private let context: BoundContext
    private let reading: LevelReading.Request
    private let commands: CommandRunner
    private let request: CommandRunner.Request

    init(
        context: BoundContext,
        reading: LevelReading.Request,
        commands: CommandRunner,
        request: CommandRunner.Request
    ) {
        self.context = context
        self.reading = reading
        self.commands = commands
        self.request = request
    }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        preconditionFailure("a mutation reads in its commands' transactions")
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        guard let fetch = command.fetch.description as? CommandFetch,
            let type = reading.composition.schema.objectType(named: fetch.payloadType)
        else { preconditionFailure("a mutation field is planned as a command") }
        return try await commands.run(fetch, variables: command.variables, for: request) {
            result,
            transaction,
            commit in
            let reader = SQLReader(in: transaction, context: context, commit: commit)
            let session = PayloadSession(payload: result, reading: LevelReading(request: reading, reader: reader))
            return try await payload(PayloadBatch.row(of: result, type: type), session)
        }
    }
}

/// What was selected on a command's payload, read inside its transaction.
struct PayloadSession: RequestSession {
    let payload: Payload
    let reading: LevelReading

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await reading.batches(for: requests, isLast: isLast) { _, list in
            guard let type = reading.request.composition.schema.objectType(named: list.itemType) else {
                preconditionFailure("a payload's list holds objects")
            }
            let items = payload.lists.first { $0.name == list.field }?.items ?? []
            return PayloadBatch.list(items, type: type)
        }
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        preconditionFailure("a payload's selection has no commands")
    }
}

extension Schema {
    /// The object type of a name, nil for any other kind.
    fileprivate func objectType(named name: String) -> ObjectType? {
        if case .object(let type) = type(named: name) { type } else { nil }
    }
}
