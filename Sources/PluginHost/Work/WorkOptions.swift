/// How patient a server's worker is.
package struct WorkOptions: Sendable {
    /// How long after each failed try the next one comes; one try more, and the task is a dead letter.
    package var retryDelays: [Duration]
    /// How often it looks for what other servers have left to do.
    package var pollInterval: Duration
    /// Runners at work at the same time on one server.
    package var parallel: Int

    package init(
        retryDelays: [Duration] = [
            .seconds(1), .seconds(10), .seconds(60), .seconds(600), .seconds(3_600), .seconds(6 * 3_600),
        ],
        pollInterval: Duration = .seconds(1),
        parallel: Int = 2
    ) {
        self.retryDelays = retryDelays
        self.pollInterval = pollInterval
        self.parallel = parallel
    }
}
