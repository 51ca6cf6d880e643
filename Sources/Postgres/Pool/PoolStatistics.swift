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
}
