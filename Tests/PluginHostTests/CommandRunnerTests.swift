import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

@Suite("How a command is run")
struct CommandRunnerTests {
    private struct Broken: Error {}

    private static let close = Command(name: "close") { _, context in
        _ = try await context.first(["SELECT 1 FROM desk.letter WHERE id = 1 FOR UPDATE"])
        context.write("UPDATE desk.letter SET state = 'CLOSED' WHERE id = 1")
        return Payload()
    }

    /// Runs `close`, whose answer is made by a closure.
    private func run(
        _ desk: Desk,
        _ command: Command = close,
        reporting report: @escaping @Sendable (any Error) -> Void = { _ in },
        answer: CommandRunner.Answer
    ) async throws -> [UInt8] {
        let composition = try Desk.composition([], commands: [command])
        let request = CommandRunner.Request(
            caller: Caller(principal: Desk.clerk, permissions: ["desk.close"]),
            clock: BusinessClock(today: try #require(CalendarDate(iso: "2018-06-29")), now: .now()),
            requestID: "r1",
            writer: desk.pool,
            report: report
        )
        let fetch = CommandFetch(name: "close", payloadType: "ClosePayload", arguments: [], permission: "desk.close")
        let runner = CommandRunner(composition: composition, keys: try KeyRing.generate())
        return try await runner.run(fetch, variables: .none, for: request, answer: answer)
    }

    private func isClosed(_ desk: Desk) async throws -> Bool {
        try await desk.pool.query("SELECT 1 FROM desk.letter WHERE id = 1 AND state = 'CLOSED'").count == 1
    }

    @Test("One that has committed and cannot be answered says so, and is not run again")
    func unanswered() async throws {
        try await Desk.openOwn { (desk) async throws in
            let runs = Atomic(0)
            let log = Mutex<[String]>([])
            let error = await #expect(throws: GraphQLError.self) {
                try await run(desk, reporting: { error in log.withLock { $0.append("\(error)") } }) {
                    _,
                    transaction,
                    _ in
                    runs.add(1, ordering: .relaxed)
                    _ = try await transaction.pipeline([], commits: true)
                    throw Broken()
                }
            }
            #expect(error?.code == "ANSWER_MISSING")
            #expect(log.withLock { $0 } == ["Broken()"])
            #expect(runs.load(ordering: .relaxed) == 1)
            #expect(try await isClosed(desk))
        }
    }

    @Test("One whose answer fails before it commits writes nothing")
    func answerFails() async throws {
        try await Desk.openOwn { (desk) async throws in
            await #expect(throws: Broken.self) {
                try await run(desk) { _, transaction, _ in
                    try await transaction.flush()
                    throw Broken()
                }
            }
            #expect(try await !isClosed(desk))
        }
    }

    @Test("Where what went together fails as an assured read does, it is run once more, step by step")
    func stepwise() async throws {
        try await Desk.openOwn { (desk) async throws in
            let seen = Mutex<[SQLReader.Commit]>([])
            let bytes = try await run(desk) { _, transaction, commit in
                seen.withLock { $0.append(commit) }
                if commit == .withLastRead { try await transaction.execute("SELECT 1 / 0") }
                return [1]
            }
            #expect(bytes == [1])
            #expect(seen.withLock { $0 } == [.withLastRead, .afterwards])
            #expect(try await isClosed(desk))
        }
    }

    @Test("A statement of its own that fails so is found out, and not run a third time")
    func ownDivision() async throws {
        try await Desk.openOwn { (desk) async throws in
            let runs = Mutex(0)
            let command = Command(name: "close") { _, context in
                runs.withLock { $0 += 1 }
                try await context.transaction.execute("SELECT 1 / 0")
                return Payload()
            }
            let error = await #expect(throws: PostgresError.self) { try await run(desk, command) { _, _, _ in [] } }
            #expect(error?.sqlState == "22012")
            #expect(runs.withLock { $0 } == 2)
        }
    }
}
