import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import PluginKit
import Postgres

/// One request's access to its sources: planned SQL and resolvers level by level, commands through their plugins.
///
/// A class, so that it is handed on as one reference.
final class HostSession: RequestSession {
    private let context: BoundContext
    private let composition: Composition
    private let reader: SQLReader
    private let commands: CommandRunner
    private let request: CommandRunner.Request
    private let report: @Sendable (any Error) -> Void

    /// `report` is told of what the client sees as an internal error.
    init(
        context: BoundContext,
        composition: Composition,
        reader: SQLReader,
        commands: CommandRunner,
        request: CommandRunner.Request,
        report: @escaping @Sendable (any Error) -> Void
    ) {
        self.context = context
        self.composition = composition
        self.reader = reader
        self.commands = commands
        self.request = request
        self.report = report
    }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await reading(reader).batches(for: requests, isLast: isLast)
    }

    private func reading(_ reader: SQLReader) -> LevelReading {
        LevelReading(
            composition: composition,
            principal: request.caller.principal,
            clock: request.clock,
            requestID: request.requestID,
            reader: reader,
            report: report
        )
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        guard let fetch = command.fetch.description as? CommandFetch,
            let type = composition.schema.objectType(named: fetch.payloadType)
        else { preconditionFailure("a mutation field is planned as a command") }
        return try await commands.run(fetch, variables: command.variables, for: request) { result, transaction in
            let session = PayloadSession(
                payload: result,
                composition: composition,
                reading: reading(SQLReader(in: transaction, context: context))
            )
            return try await payload(PayloadBatch.row(of: result, type: type), session)
        }
    }
}

/// What was selected on a command's payload, read inside its transaction.
struct PayloadSession: RequestSession {
    let payload: Payload
    let composition: Composition
    let reading: LevelReading

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await reading.batches(for: requests, isLast: isLast) { _, list in
            guard let type = composition.schema.objectType(named: list.itemType) else {
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
