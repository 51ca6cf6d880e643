import GraphQLExecution
import Synchronization

struct Broken: Error {}

/// Answers fetches by name, and remembers what it was asked.
final class ScriptedSession: RequestSession {
    enum Answer: Sendable {
        case rows(RowBatch)
        case failure(any Error)
    }

    private let answers: [String: Answer]
    private let asked = Mutex<[String]>([])

    init(_ answers: [String: Answer]) { self.answers = answers }

    convenience init(rows: [String: [[CellValue]]]) {
        self.init(rows.mapValues { .rows(RowBatch($0)) })
    }

    /// One entry per call: the names of the fetches, ` (last)` where nothing follows; `begin`, `commit`, `rollback`.
    var log: [String] { asked.withLock { $0 } }

    private func note(_ entry: String) { asked.withLock { $0.append(entry) } }

    private func batch(_ request: FetchRequest) throws -> RowBatch {
        guard let name = (request.fetch.description as? NamedFetch)?.name else { throw Broken() }
        switch answers[name] {
        case .rows(let batch): return batch
        case .failure(let error): throw error
        case nil: return RowBatch([])
        }
    }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        let names = requests.map { ($0.fetch.description as? NamedFetch)?.name ?? "?" }
        note(names.joined(separator: " + ") + (isLast ? " (last)" : ""))
        return try requests.map(batch)
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        let name = (command.fetch.description as? NamedFetch)?.name ?? "?"
        note("begin \(name)")
        do {
            let bytes = try await payload(try batch(command), self)
            note("commit \(name)")
            return bytes
        } catch {
            note("rollback \(name)")
            throw error
        }
    }
}
