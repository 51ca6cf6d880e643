/// What a transaction sees of others (PostgreSQL, Transaction Isolation).
package enum TransactionIsolation: Sendable {
    case readCommitted, repeatableRead, serializable

    /// The statement that opens such a transaction.
    func begin(readOnly: Bool) -> BoundStatement {
        let level =
            switch self {
            case .readCommitted: "READ COMMITTED"
            case .repeatableRead: "REPEATABLE READ"
            case .serializable: "SERIALIZABLE"
            }
        return BoundStatement(
            statement: PreparedStatement(
                text: "BEGIN ISOLATION LEVEL \(level) \(readOnly ? "READ ONLY" : "READ WRITE")"
            )
        )
    }
}
