import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

/// A database for tests that only read: made for the first, dropped when no test uses it any more.
actor SharedDatabase {
    static let registry = SharedDatabase()
    static let casework = SharedDatabase(script: Casework.script, fragments: Casework.fragments)
    /// Read under the role that row security speaks of.
    static let search = SharedDatabase {
        try await make(
            script: SearchLibrary.script(),
            fragments: [SearchLibrary.fragment],
            onConnect: ["SET ROLE docket_reader"]
        )
    }

    private let make: @Sendable () async throws -> (reads: Reads, name: String)
    private var users = 0
    private var open: Task<(reads: Reads, name: String), any Error>?

    init(script: String = Registry.script, fragments: [String] = [Registry.fragment, Registry.limits]) {
        // As the server's own readers are.
        self.init { try await Self.make(script: script, fragments: fragments, readsOneSnapshot: true) }
    }

    private init(make: @escaping @Sendable () async throws -> (reads: Reads, name: String)) { self.make = make }

    nonisolated func withReads<Value: Sendable>(_ body: (Reads) async throws -> Value) async throws -> Value {
        let reads = try await enter()
        do {
            let value = try await body(reads)
            try await leave()
            return value
        } catch {
            try await leave()
            throw error
        }
    }

    private func enter() async throws -> Reads {
        users += 1
        let task = open ?? Task { [make] in try await make() }
        open = task
        return try await task.value.reads
    }

    private func leave() async throws {
        users -= 1
        guard users == 0, let task = open else { return }
        open = nil
        let (reads, name) = try await task.value
        await reads.pool.close()
        try await TestServer.shared.get().drop(name)
    }

    /// A database and its mapping, for one test that writes.
    static func withOwnReads(
        script: String = Registry.script,
        fragments: [String] = [Registry.fragment, Registry.limits],
        _ body: (Reads) async throws -> Void
    ) async throws {
        let (reads, name) = try await make(script: script, fragments: fragments)
        do { try await body(reads) } catch {
            await reads.pool.close()
            try await TestServer.shared.get().drop(name)
            throw error
        }
        await reads.pool.close()
        try await TestServer.shared.get().drop(name)
    }

    private static func make(
        script: String = Registry.script,
        fragments: [String] = [Registry.fragment, Registry.limits],
        onConnect: [String] = [],
        readsOneSnapshot: Bool = false
    ) async throws -> (reads: Reads, name: String) {
        let (name, url) = try await TestServer.shared.get().makeDatabase(script: script)
        var configuration = PostgresConfiguration(url: url)
        configuration.onConnect = onConnect
        configuration.readsOneSnapshot = readsOneSnapshot
        let pool = PostgresPool(configuration: configuration)
        let schema = try Schema.compose(
            fragments.enumerated().map { index, text in
                SchemaFragment(
                    plugin: "registry",
                    file: index == 0 ? "Registry.graphql" : "Limits.graphql",
                    text: text
                )
            },
            directives: MappingDirectives.sdl(.tests)
        )
        let mapping = try Mapping(schema, terms: .tests).resolved(against: await Catalog.load(pool))
        return (Reads(mapping: mapping, schema: schema, pool: pool), name)
    }
}
