package import GraphQLLanguage
package import Postgres

extension PostgresError {
    /// What the client may know of it; nil for what only the log should have.
    package var clientError: GraphQLError? {
        switch code {
        case .connectionFailed, .connectionLost, .poolExhausted, .poolClosed: Self.unavailable
        case .cancelled: GraphQLError("请求已取消", code: "CANCELLED")
        case .deadlineExceeded: GraphQLError("处理超时", code: "DEADLINE_EXCEEDED")
        // admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections.
        case .serverError where ["57P01", "57P02", "57P03", "53300"].contains(sqlState): Self.unavailable
        default: nil
        }
    }

    private static let unavailable = GraphQLError("数据库暂不可用，请稍后再试；写入请用同一请求编号再试", code: "DATABASE_UNAVAILABLE")
}
