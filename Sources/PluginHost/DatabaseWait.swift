package import Logging
package import Postgres

/// Waits for a database that is not there yet: PostgreSQL may still be starting, or recovering from a crash.
package enum DatabaseWait {
    /// Why waiting has ended.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Returns once the database answers; throws after `patience`, or at once for what no waiting mends.
    package static func untilReachable(_ pool: PostgresPool, patience: Duration, logger: Logger) async throws {
        let begin = ContinuousClock.now
        var toldAt: ContinuousClock.Instant?
        while true {
            let failure: PostgresError
            do throws(PostgresError) {
                return try await pool.ping()
            } catch {
                failure = error
            }
            guard failure.isOutage, !isPermanent(failure) else { throw failure }
            let waited = begin.duration(to: .now)
            guard waited < patience else {
                throw Failure(
                    description: """
                        PostgreSQL did not answer within \(patience.components.seconds) s: \(failure.message) Start it, or give \
                        it longer with --database-wait.
                        """
                )
            }
            if toldAt.map({ $0.duration(to: .now) >= .seconds(10) }) ?? true {
                logger.warning(
                    "waiting for PostgreSQL",
                    metadata: ["error": "\(failure)", "at most": "\((patience - waited).components.seconds) s more"]
                )
                toldAt = .now
            }
            try await Task.sleep(for: min(.milliseconds(500), patience))
        }
    }

    /// What libpq says of a wrong URL, name, password or permission; it gives no SQLSTATE before a connection stands.
    private static func isPermanent(_ error: PostgresError) -> Bool {
        if error.sqlState?.hasPrefix("28") == true || error.sqlState == "3D000" { return true }
        return [
            "password authentication failed", "authentication failed for user", "no password supplied",
            "does not exist",
            "no pg_hba.conf entry", "invalid connection option", "invalid URI", "invalid port number", "missing \"=\"",
            "end of string reached", "invalid integer value", "unexpected character", "is not permitted to log in",
        ].contains { error.message.contains($0) }
    }
}
