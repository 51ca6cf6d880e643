/// Events and timers: a server runs them for as long as it serves; a test step by step.
extension Engine {
    /// Makes the database know the subscribers and timers, before the first request is served.
    package func prepareWork() async throws { try await worker.register() }

    /// Delivers events and runs timers until `stopWork`; waits while there is nothing to do.
    package func work() async { await worker.run() }

    /// Ends `work` once the tasks under way have ended.
    package func stopWork() { worker.stop() }

    /// Delivers every event and runs every timer that is due at this moment, and what follows from them.
    ///
    /// - Returns: how many tasks were tried.
    @discardableResult
    package func runDue() async throws -> Int { try await worker.runDue() }
}
