/// A reading of a pool's gauges and counters.
package struct PoolStatistics: Sendable, Hashable {
    /// Connections open or being opened.
    package let open: Int
    package let idle: Int
    /// Callers that wait for a connection.
    package let waiting: Int
    /// Statements executed since the start.
    package let statements: Int
    /// Round trips since the start.
    package let pipelines: Int
    /// Callers that failed because the database was out of order (`PostgresError.isOutage`), since the start.
    package let outages: Int

    package static let none = PoolStatistics(open: 0, idle: 0, waiting: 0, statements: 0, pipelines: 0, outages: 0)

    /// The sum over two pools.
    package static func + (left: PoolStatistics, right: PoolStatistics) -> PoolStatistics {
        PoolStatistics(
            open: left.open + right.open,
            idle: left.idle + right.idle,
            waiting: left.waiting + right.waiting,
            statements: left.statements + right.statements,
            pipelines: left.pipelines + right.pipelines,
            outages: left.outages + right.outages
        )
    }
}
