import GraphQLLanguage
import Synchronization

extension Executor.Run {
    /// ExecuteMutation (GraphQL §6.2.2): root fields one after the other.
    ///
    /// A failed one does not stop those after it, unless its null propagates to `data`.
    func mutations(through session: any RequestSession) async -> [RootValue] {
        var values: [RootValue] = []
        for (index, field) in plan.root.fields.enumerated() {
            let value = await mutation(index, through: session)
            values.append(value)
            if case .failed = value, field.isNonNull, plan.propagatesErrors { break }
        }
        return values
    }

    private func mutation(_ index: Int, through session: any RequestSession) async -> RootValue {
        guard let command = plan.levels.first?.first(where: { $0.rootField == index }) else { return .planned }
        let below = plan.fetches.filter { $0.rootField == index && $0.id != command.id }.byLevel.filter { !$0.isEmpty }
        let met = MetErrors()
        let request = FetchRequest(fetch: command, parentBatch: nil, variables: variables)
        do {
            let bytes = try await session.perform(request) { batch, session in
                // A transaction that is tried again starts anew.
                met.replace(with: [])
                return try await payload(batch, of: command, index, reading: below, through: session, met)
            }
            return .written(bytes, met.errors)
        } catch {
            return .failed(errors(for: error, of: index))
        }
    }

    /// Reads and writes what was selected on a command's payload.
    ///
    /// Throws when no value comes of it, so that the command is undone: an error in the place of the whole field means
    /// that nothing was written.
    private func payload(
        _ batch: RowBatch,
        of command: Fetch,
        _ index: Int,
        reading levels: [[Fetch]],
        through session: any RequestSession,
        _ met: MetErrors
    ) async throws -> [UInt8] {
        var rows = FetchedRows(fetchCount: plan.fetches.count)
        try rows.add(batch, for: command)
        var needs = plan.payloadNeeds[index]
        if let known = needs, !known[command.id].areMet(by: batch) { needs = nil }
        do throws(LevelFailure) {
            try await fetch(levels, needs: needs, through: session, into: &rows)
        } catch {
            throw error.error
        }
        var writer = ResponseWriter(context, rows: rows)
        let stands = writer.writeRootValue(index)
        let (bytes, errors) = writer.finish()
        guard stands, errors.isEmpty || bytes != Array("null".utf8) else { throw RequestFailure(errors: errors) }
        met.replace(with: errors)
        return bytes
    }
}

/// The errors inside a payload that stands all the same.
private final class MetErrors: Sendable {
    private let list = Mutex<[GraphQLError]>([])

    var errors: [GraphQLError] { list.withLock { $0 } }

    func replace(with errors: [GraphQLError]) { list.withLock { $0 = errors } }
}
