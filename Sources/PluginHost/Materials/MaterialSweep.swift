package import CourtCore
package import Logging
package import Postgres

/// Removes uploads that were never finished, tickets that were never used, and the files of what was destroyed.
///
/// Several servers may sweep at once: each takes what no other has.
package struct MaterialSweep: Sendable {
    private let pool: PostgresPool
    private let storage: MaterialStorage

    /// Needs a pool that works as the writing role.
    package init(pool: PostgresPool, storage: MaterialStorage) {
        self.pool = pool
        self.storage = storage
    }

    /// Sweeps now, and then once in a while until the task is cancelled.
    package func run(every interval: Duration, logger: Logger) async {
        while !Task.isCancelled {
            do { try await once() } catch  where !Task.isCancelled {
                logger.warning("materials could not be swept", metadata: ["error": "\(error)"])
            } catch {}
            try? await Task.sleep(for: interval)
        }
    }

    /// Sweeps; answers how many unfinished uploads went.
    @discardableResult
    package func once() async throws -> Int {
        try await pool.execute("DELETE FROM core.material_ticket WHERE expires_at < now()")
        let expired = try await ids("SELECT id FROM core.material WHERE expires_at < now() ORDER BY id")
        for id in expired { try await remove(id, isExpired: true) }
        for id in try await ids("SELECT id FROM core.material WHERE state = 'DESTROYED' AND file_name IS NOT NULL") {
            try await removeFile(id)
        }
        return expired.count
    }

    private func ids(_ query: SQL) async throws -> [Int64] { try await pool.query(query).map { try $0.decode("id") } }

    /// Removes an upload that was not stored; one that was, or that another sweeps, stays.
    package func remove(_ id: Int64, isExpired: Bool = false) async throws {
        try await pool.withTransaction { transaction in
            let row = try await transaction.queryOne(
                """
                SELECT file_name FROM core.material WHERE id = \(id) AND state IN ('AWAITED', 'RECEIVING')
                    AND (NOT \(isExpired) OR expires_at < now()) FOR UPDATE SKIP LOCKED
                """
            )
            guard let row else { return }
            // The row goes last: as long as it is there, its bytes are not forgotten.
            try await storage.removeFile(try row.decode("file_name"))
            try await transaction.execute("DELETE FROM core.material_chunk WHERE material_id = \(id)")
            try await transaction.execute("DELETE FROM core.material WHERE id = \(id)")
        }
    }

    /// Removes the file of a destroyed material.
    private func removeFile(_ id: Int64) async throws {
        try await pool.withTransaction { transaction in
            let row = try await transaction.queryOne(
                "SELECT file_name FROM core.material WHERE id = \(id) AND state = 'DESTROYED' FOR UPDATE SKIP LOCKED"
            )
            guard let row else { return }
            try await storage.removeFile(try row.decode("file_name"))
            try await transaction.execute("UPDATE core.material SET file_name = NULL WHERE id = \(id)")
        }
    }
}
