import Postgres
import Testing

@Suite("Migrator") struct MigratorTests {
    private let migrations = [
        SQLMigration(
            id: "core/0001",
            sql: "CREATE SCHEMA core; CREATE TABLE core.court (code text)",
            file: "0001_core.sql"
        ),
        SQLMigration(id: "core/0002", sql: "ALTER TABLE core.court ADD COLUMN name text", file: "0002_name.sql"),
    ]

    @Test("Migrations are applied once, in order")
    func idempotent() async throws {
        try await TestDatabase.withPool { (pool) async throws in
            let migrator = Migrator(pool)
            #expect(try await migrator.pending(migrations) == ["core/0001", "core/0002"])
            #expect(try await migrator.apply(migrations) == ["core/0001", "core/0002"])
            #expect(try await migrator.apply(migrations) == [])
            #expect(try await migrator.pending(migrations) == [])
            #expect(try await pool.query("SELECT code, name FROM core.court").isEmpty)
        }
    }

    @Test("A new migration is applied on top of the old ones")
    func added() async throws {
        try await TestDatabase.withPool { pool in
            try await Migrator(pool).apply([migrations[0]])
            #expect(try await Migrator(pool).apply(migrations) == ["core/0002"])
        }
    }

    @Test("An applied migration whose text has changed stops everything")
    func changed() async throws {
        try await TestDatabase.withPool { pool in
            try await Migrator(pool).apply(migrations)
            let edited = SQLMigration(id: "core/0002", sql: "SELECT 1", file: "0002_name.sql")
            let error = await #expect(throws: PostgresError.self) {
                try await Migrator(pool).apply([migrations[0], edited])
            }
            #expect(error?.code == .migrationChanged)
            #expect(
                error?.message
                    == "0002_name.sql: migration \"core/0002\" has been applied with another text. Put the text back and add a new migration."
            )
        }
    }

    @Test("A migration that fails leaves nothing of itself, keeps those before it, and names file and line")
    func failed() async throws {
        try await TestDatabase.withPool { (pool) async throws in
            let broken = SQLMigration(
                id: "core/0003",
                sql: "CREATE TABLE core.half (id int);\n-- 坏\nCREATE TABL core.other (id int);",
                file: "0003_broken.sql"
            )
            let error = await #expect(throws: PostgresError.self) {
                try await Migrator(pool).apply(migrations + [broken])
            }
            #expect(error?.code == .migrationFailed)
            #expect(error?.message == "0003_broken.sql:3: syntax error at or near \"TABL\"")
            #expect(error?.sqlState == "42601")
            #expect(try await Migrator(pool).pending(migrations + [broken]) == ["core/0003"])
            #expect(try await pool.query("SELECT to_regclass('core.half') IS NULL").first?.first() == true)
        }
    }

    @Test("Servers that start together apply each migration once")
    func concurrent() async throws {
        try await TestDatabase.withPool(size: 6) { pool in
            let slow = SQLMigration(
                id: "core/0003",
                sql: "SELECT pg_sleep(0.1); CREATE TABLE core.slow ()",
                file: "slow.sql"
            )
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 { group.addTask { try await Migrator(pool).apply(migrations + [slow]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["core/0001", "core/0002", "core/0003"])
        }
    }

    @Test("A migration may take longer than a statement's deadline")
    func slow() async throws {
        try await TestDatabase.withPool(configure: { $0.statementDeadline = .milliseconds(200) }) {
            (pool) async throws in
            let slow = SQLMigration(id: "slow", sql: "SELECT pg_sleep(0.7)", file: "slow.sql")
            #expect(try await Migrator(pool).apply([slow]) == ["slow"])
        }
    }

    @Test("No migrations are no work")
    func none() async throws {
        try await TestDatabase.withPool { (pool) async throws in #expect(try await Migrator(pool).apply([]) == []) }
    }
}
