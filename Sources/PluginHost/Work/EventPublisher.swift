import Postgres

/// Gives committed events their positions, and subscribers their tasks.
///
/// Ids are given when a row is inserted, and transactions commit in another order: a reader that had seen id 7 would never see
/// an id 6 that was committed later. A position is given after the commit, by one server at a time, so that whoever has seen
/// a position has seen all before it. Of one row's events the order stays that of their ids: whoever changes a row holds its
/// lock until the commit, so that the earlier event is committed, and seen here, before the later one is inserted.
struct EventPublisher: Sendable {
    /// Events of one transaction.
    static let batchSize = 5_000

    let pool: PostgresPool

    /// Publishes what was committed; answers how many.
    ///
    /// Another server that is at it is left to it.
    func publish() async throws -> Int {
        var total = 0
        while true {
            let count = try await pool.withTransaction { transaction in try await publishBatch(in: transaction) }
            total += count
            if count < Self.batchSize { return total }
        }
    }

    private func publishBatch(in transaction: Transaction) async throws -> Int {
        let turn = try await transaction.queryOne("SELECT last FROM host.outbox_position FOR UPDATE SKIP LOCKED")
        guard let last = try turn?.decode("last", as: Int64.self) else { return 0 }
        // A statement of its own after the lock: it sees what the server before has published.
        let row = try await transaction.queryOne(
            """
            WITH published AS (
                UPDATE host.outbox_event e SET position = n.position
                FROM (
                    SELECT id, \(last) + row_number() OVER (ORDER BY id) AS position
                    FROM host.outbox_event WHERE position IS NULL ORDER BY id LIMIT \(Int64(Self.batchSize))
                ) n
                WHERE e.id = n.id
                RETURNING e.id, e.name, e.object, e.object_id, e.court_code, e.sealed, e.position
            ), tasks AS (
                INSERT INTO host.task (runner, event_id, object, object_id, court_code, sealed)
                SELECT r.name, p.id, p.object, p.object_id, p.court_code, p.sealed
                FROM published p
                JOIN host.runner r ON r.kind = 'SUBSCRIBER' AND (p.name = ANY (r.events) OR p.object || '.*' = ANY (r.events))
                ORDER BY p.position, r.name
            )
            UPDATE host.outbox_position SET last = last + (SELECT count(*) FROM published)
            RETURNING (SELECT count(*) FROM published) AS count
            """
        )
        return Int(try row?.decode("count", as: Int64.self) ?? 0)
    }
}
