import FieldEncryption
import Logging
import PluginHost
import Postgres

/// What must hold of a database before a server serves from it, on a connection of its own.
struct DatabasePreparation {
    let settings: Server.Settings
    let composition: Composition
    let logger: Logger

    /// Waits for PostgreSQL → looks at the login → migrates, or finds nothing pending → compares row security with what is
    /// declared → opens a sealed value with the keys.
    func run() async throws {
        var configuration = PostgresConfiguration(url: settings.databaseURL)
        configuration.applicationName = "docket start"
        configuration.size = 1
        try await Self.with(configuration) { pool in
            try await DatabaseWait.untilReachable(pool, patience: settings.databasePatience, logger: logger)
            let excess = try await ServerLogin.excess(of: pool)
            guard excess.isEmpty || !settings.isHardened else { throw OwnerLogin(excess: excess) }
            try await migrate(pool)
            try await checkLogin(pool)
            try await MaterialPolicies.check(composition, on: pool)
        }
        configuration.onConnect = ["SET ROLE docket_writer"]
        // A large table is looked through where a key has gone.
        configuration.statementDeadline = nil
        try await Self.with(configuration) { pool in
            try await composition.checkRowSecurity(pool)
            try await KeyCheck(settings.keys, on: pool).run()
        }
    }

    /// After the migrations: who has just made the tables owns them.
    private func checkLogin(_ pool: PostgresPool) async throws {
        let excess = try await ServerLogin.excess(of: pool)
        guard !excess.isEmpty else { return }
        guard !settings.isHardened else { throw OwnerLogin(excess: excess) }
        logger.warning("the server's login could change what the audit log keeps", metadata: ["login": "\(excess)"])
    }

    private func migrate(_ pool: PostgresPool) async throws {
        if settings.migrates {
            try await composition.migrate(pool)
            return
        }
        let pending = try await pending(Migrator(pool))
        guard pending.isEmpty else { throw PendingMigrations(ids: pending) }
    }

    private func pending(_ migrator: Migrator) async throws -> [String] {
        do throws(PostgresError) {
            return try await migrator.pending(composition.migrations)
        } catch {
            // A login without rights yet: the migration that gives them has not run.
            if error.sqlState == "42501" { return composition.migrations.map(\.id) }
            throw error
        }
    }

    private static func with(_ configuration: PostgresConfiguration, _ body: (PostgresPool) async throws -> Void)
        async throws
    {
        let pool = PostgresPool(configuration: configuration)
        do {
            try await body(pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }
}

/// A hardened server was given a login that could change what the audit log keeps.
package struct OwnerLogin: Error, CustomStringConvertible {
    package let excess: [String]

    package var description: String {
        """
        A hardened server does not start with this login, which \(excess.joined(separator: " and ")). Run `docket migrate \
        --server-login NAME` with this database URL, and give the server a URL with that login (docs/operations.md, Database).
        """
    }
}

/// The database lacks migrations that this server needs.
package struct PendingMigrations: Error, CustomStringConvertible {
    package let ids: [String]

    package var description: String {
        "The database lacks \(ids.count) migration(s): \(ids.joined(separator: ", ")). Run `docket migrate` as the owner first."
    }
}
