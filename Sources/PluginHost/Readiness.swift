import Postgres
import Synchronization

/// Whether the database answers and takes writes, asked on a connection of its own.
///
/// All who ask at the same time share one answer.
final class Readiness: Sendable {
    /// Why writes cannot succeed.
    struct WritesRefused: Error, CustomStringConvertible {
        let description: String
    }

    /// Carries the end of a probe out of its transaction, which is rolled back.
    private struct Probed: Error {}

    private struct State {
        var underWay: Task<Void, any Error>?
        /// When a row could last be written.
        var probedAt: ContinuousClock.Instant?
    }

    /// How often a row is written in trying, at most; and how long a refusal of a command is remembered.
    static let probeInterval: Duration = .seconds(5)

    private let databases: Databases
    private let state = Mutex(State())

    init(_ databases: Databases) { self.databases = databases }

    func check() async throws {
        let task = state.withLock { state in
            let task = state.underWay ?? Task { [self] in try await answer() }
            state.underWay = task
            return task
        }
        try await task.value
    }

    private func answer() async throws {
        defer { state.withLock { $0.underWay = nil } }
        try await ask()
    }

    private func ask() async throws {
        let rows = try await databases.health.query("SELECT pg_is_in_recovery() AS is_standby")
        if try rows.first?.decode("is_standby") == true {
            throw WritesRefused(description: "PostgreSQL takes no writes: it is a standby.")
        }
        let refusedAt = databases.lanes.compactMap(\.writer.storageRefusedAt).max()
        if let refusedAt, refusedAt.duration(to: .now) < Self.probeInterval {
            throw WritesRefused(
                description:
                    "PostgreSQL refused a write less than \(Self.probeInterval) ago: its disk is full, or it is read-only."
            )
        }
        let probedAt = state.withLock { $0.probedAt }
        if let probedAt, probedAt.duration(to: .now) < Self.probeInterval, refusedAt ?? probedAt <= probedAt { return }
        try await probe()
        state.withLock { $0.probedAt = .now }
    }

    /// Writes a row that fills a page, and takes it back.
    private func probe() async throws {
        do {
            try await databases.health.withTransaction { transaction in
                try await transaction.execute("INSERT INTO host.write_probe (filler) VALUES (repeat('x', 8000))")
                throw Probed()
            }
        } catch is Probed {}
    }
}
