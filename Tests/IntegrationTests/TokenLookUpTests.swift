import DocketServer
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

@Suite("Looking up a token")
struct TokenLookUpTests {
    @Test("An unknown token is looked up once in a while, what is no token never, and by no writer")
    func unknown() async throws {
        try await Self.withAuthenticator { authenticator, lookUps in
            let unknown = "docket_" + String(repeating: "a", count: 43)
            for _ in 0..<50 { #expect(try await authenticator.caller(bearing: unknown)?.permissions == nil) }
            #expect(lookUps() == 1)
            for junk in [
                "", "x", "docket_", unknown + "a", String(unknown.dropLast()) + "!", "Docket_" + unknown.dropFirst(7),
            ] {
                #expect(try await authenticator.caller(bearing: junk)?.permissions == nil, "\(junk)")
            }
            #expect(lookUps() == 1)
            for number in 0..<20 {
                let other = "docket_" + String(repeating: "b", count: 40) + "\(100 + number)"
                _ = try await authenticator.caller(bearing: other)
            }
            #expect(lookUps() == 21)
        }
        try await TestCourt.with(plugins: Installed.all) { court in
            _ = await court.send("{ viewer { id } }")
            let before = await court.server.engine.metricsText().split(separator: "\n").first {
                $0.contains(Self.writerStatements)
            }
            for number in 0..<20 {
                let token = "docket_" + String(repeating: "c", count: 40) + "\(100 + number)"
                #expect(await court.send("{ viewer { id } }", bearing: token).codes == ["UNAUTHENTICATED"])
            }
            let after = await court.server.engine.metricsText().split(separator: "\n").first {
                $0.contains(Self.writerStatements)
            }
            #expect(before != nil)
            #expect(after == before)
        }
    }

    @Test("Those who ask for one token at the same time ask once, and one who gives up ends it for nobody")
    func joined() async throws {
        try await Self.withAuthenticator { authenticator, lookUps in
            let unknown = "docket_" + String(repeating: "d", count: 43)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        await #expect(throws: Never.self) { _ = try await authenticator.caller(bearing: unknown) }
                    }
                }
                let impatient = Task { try await authenticator.caller(bearing: unknown) }
                impatient.cancel()
                _ = try? await impatient.value
            }
            #expect(lookUps() <= 2)
        }
    }

    @Test("A token that is revoked is refused within seconds, and one that is made is known at once")
    func revoked() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let store = TokenStore(court.database)
            let token = try await store.create(
                name: "short-lived",
                staffNo: nil,
                courtCode: "晋03",
                roles: [.clerk],
                validFor: .seconds(60)
            )
            #expect(await court.send("{ __typename }", bearing: token)["errors"] == nil)
            let id = try #require(try await store.list().first { $0.name == "short-lived" }?.id)
            #expect(try await store.revoke(id))
            var isRefused = false
            let begin = ContinuousClock.now
            while !isRefused, begin.duration(to: .now) < .seconds(10) {
                isRefused = await court.send("{ __typename }", bearing: token).codes == ["UNAUTHENTICATED"]
                if !isRefused { try await Task.sleep(for: .milliseconds(100)) }
            }
            #expect(isRefused)
        }
    }

    private static let writerStatements = #"docket_postgres_statements_total{pool="writer"}"#

    /// An authenticator on a court's database, and how many look-ups it has made.
    private static func withAuthenticator(_ body: (Authenticator, () -> Int) async throws -> Void) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let counter = LookUpCounter()
            var configuration = PostgresConfiguration(url: court.databaseURL)
            configuration.onStatements = { statements in counter.add(statements.count) }
            let pool = PostgresPool(configuration: configuration)
            let authenticator = Authenticator(
                tokens: TokenStore(pool),
                composition: court.server.engine.composition
            )
            do {
                try await body(authenticator) { counter.count }
            } catch {
                await pool.close()
                throw error
            }
            await pool.close()
        }
    }

    private final class LookUpCounter: Sendable {
        private let value = Mutex(0)
        var count: Int { value.withLock { $0 } }
        func add(_ count: Int) { value.withLock { $0 += count } }
    }
}
