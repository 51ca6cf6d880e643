import DemoData
import DocketServer
import FieldEncryption
import PluginHost
import PluginKit
import Postgres

/// Databases that are migrated and filled once, and copied for each test.
actor TestTemplates {
    struct Template: Sendable {
        let database: String
        let keys: KeyRing
        let tokens: [Role: String]
    }

    private struct Key: Hashable {
        let contents: TestCourt.Contents
        /// Names, fragments, migrations and demonstrations: two tests may give one name to different tables.
        let plugins: [[String]]
    }

    static let shared = TestTemplates()

    private var templates: [Key: Task<Template, any Error>] = [:]

    func template(
        _ contents: TestCourt.Contents,
        plugins: @escaping @Sendable (KeyRing) -> [Plugin]
    ) async throws -> Template {
        let keys = try KeyRing.generate()
        let key = Key(
            contents: contents,
            plugins: plugins(keys).map {
                [$0.name] + $0.fragments.map(\.text) + $0.migrations.map(\.sql) + $0.demo.map(\.title)
            }
        )
        if let known = templates[key] { return try await known.value }
        let making = Task { try await Self.make(contents, plugins, keys) }
        templates[key] = making
        return try await making.value
    }

    private static func make(
        _ contents: TestCourt.Contents,
        _ plugins: (KeyRing) -> [Plugin],
        _ keys: KeyRing
    ) async throws -> Template {
        let postgres = try TestPostgres.shared.get()
        let database = try await postgres.createDatabase()
        let url = postgres.url(database: database)
        let server = try await TestCourt.start(url, plugins, keys: keys, today: TestCourt.today)
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        do {
            let demo = DemoCourt(engine: server.engine, pool: pool)
            try await demo.importCourts()
            let made = try await demo.makeTokens()
            switch contents.steps {
            case .all: try await demo.run(DemoCourt.steps(of: server.engine.composition), tokens: made)
            case .of(let names):
                try await demo.run(DemoCourt.steps(of: server.engine.composition, only: names), tokens: made)
            case nil: break
            }
            let tokens = Dictionary(made.map { ($0.role, $0.token) }, uniquingKeysWith: { first, _ in first })
            await server.shutdown()
            await pool.close()
            return Template(database: database, keys: keys, tokens: tokens)
        } catch {
            await server.shutdown()
            await pool.close()
            throw error
        }
    }
}
