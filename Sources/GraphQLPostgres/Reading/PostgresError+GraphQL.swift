package import GraphQLLanguage
package import Postgres

extension PostgresError {
    /// What the client may know of it; nil for what only the log should have.
    package var clientError: GraphQLError? {
        switch code {
        case .connectionFailed, .connectionLost, .poolClosed: Self.unavailable
        case .poolExhausted: pool.map(Self.exhausted) ?? Self.unavailable
        case .cancelled: GraphQLError("请求已取消", code: "CANCELLED")
        case .deadlineExceeded: Self.deadlineExceeded
        case .serverError: sqlState.flatMap(Self.clientError(sqlState:))
        default: nil
        }
    }

    /// The conditions that any statement can meet, however right it is (PostgreSQL, Error Codes).
    private static func clientError(sqlState: String) -> GraphQLError? {
        switch sqlState {
        // disk_full, before the rest of its class.
        case "53100": GraphQLError("数据库存储空间已满，写入未生效；请联系管理员", code: "STORAGE_FULL")
        // serialization_failure, deadlock_detected, lock_not_available: tried again already where that is safe.
        case "40001", "40P01", "55P03": GraphQLError("数据正被他人占用，本次未生效；请稍后再试", code: "DATABASE_BUSY")
        // idle_in_transaction_session_timeout, transaction_timeout.
        case "25P03", "25P04": deadlineExceeded
        // Connection exceptions; insufficient resources; shutdown, crash, recovery and the end of the database.
        case _ where ["08", "53"].contains(sqlState.prefix(2)) || sqlState.hasPrefix("57P"): unavailable
        default: nil
        }
    }

    /// Names the pool: an operator can tell slow reads from slow writes.
    private static func exhausted(_ pool: Pool) -> GraphQLError {
        let use = pool.name.hasSuffix("reader") ? "查询" : pool.name.hasSuffix("writer") ? "写入" : ""
        return GraphQLError(
            "数据库\(use)连接已全部占用（上限\(pool.size)个），请稍后再试",
            code: "DATABASE_UNAVAILABLE",
            extensions: [.init("pool", .string(pool.name)), .init("limit", .integer(pool.size))]
        )
    }

    private static let unavailable = GraphQLError("数据库暂不可用，请稍后再试；写入请用同一请求编号再试", code: "DATABASE_UNAVAILABLE")
    private static let deadlineExceeded = GraphQLError("处理超时", code: "DEADLINE_EXCEEDED")
}
