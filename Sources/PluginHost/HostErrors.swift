import CourtFormats
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit
import Postgres

/// How the host says what went wrong: stable codes (docs/errors.md), texts that give nothing away.
enum HostErrors {
    static let unauthenticated = GraphQLError("未登录或令牌无效", code: "UNAUTHENTICATED")
    static let mutationOverGET = GraphQLError(
        "Can only perform a mutation operation from a POST request.",
        code: "METHOD_NOT_ALLOWED"
    )
    /// Of a command it tells of the database, of a read it would be the program's mistake.
    private static let readOnly: GraphQLError? = GraphQLError(
        "数据库处于只读状态，写入未生效；请稍后用同一请求编号再试",
        code: "DATABASE_READ_ONLY"
    )
    static let forbidden = GraphQLError("无权限", code: "FORBIDDEN")
    /// The one error of a mutation whose write stands.
    static let unanswered = GraphQLError("写入已生效，但结果未能显示；请重新查询", code: "ANSWER_MISSING")

    /// What a command threw, as the client sees it; any other error is handed on to be logged.
    static func presented(_ error: any Error) -> any Error {
        switch error {
        case let error as DomainError: RequestFailure(errors: [shown(error)])
        case let errors as DomainErrors: RequestFailure(errors: errors.errors.map(shown))
        case let error as FormatError: RequestFailure(errors: [GraphQLError(error.message, code: error.code)])
        case let error as PostgresError:
            (error.isReadOnlyDatabase ? readOnly : error.clientError ?? error.refusedValue) as (any Error)? ?? error
        default: error
        }
    }

    /// A refusal as the client sees it.
    static func shown(_ error: DomainError) -> GraphQLError {
        var members = error.details.map { JSONValue.Member($0.name, JSONValue($0.value)) }
        if let field = error.field { members.insert(JSONValue.Member("field", .string(field.description)), at: 0) }
        return GraphQLError(error.message, code: error.code.rawValue, extensions: members)
    }
}
