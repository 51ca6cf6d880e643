extension Connection {
    /// Connects and authenticates, on a thread that may block.
    static func open(
        _ configuration: PostgresConfiguration,
        reactor: Reactor,
        onClose: @escaping @Sendable (Connection) -> Void
    ) async throws(PostgresError) -> Connection {
        let outcome = await withCheckedContinuation {
            (waiter: CheckedContinuation<Result<Connection, PostgresError>, Never>) in
            let isStarted = BlockingThread.run {
                do throws(PostgresError) {
                    let connection = Connection(
                        try PQConnection.connect(configuration),
                        reactor: reactor,
                        preparedStatementLimit: configuration.preparedStatementLimit,
                        onStatements: configuration.onStatements,
                        onClose: onClose
                    )
                    waiter.resume(returning: .success(connection))
                } catch {
                    waiter.resume(returning: .failure(error))
                }
            }
            if !isStarted {
                let error = PostgresError(.connectionFailed, "The system has no thread left for connecting.")
                waiter.resume(returning: .failure(error))
            }
        }
        return try outcome.get()
    }
}
