import GraphQLExecution
import GraphQLLanguage

/// Which of the rows a request wants.
struct Paging: Sendable {
    static let defaultLimit = 50
    static let maxLimit = 200

    let first: ArgumentExpression?
    let last: ArgumentExpression?
    let after: ArgumentExpression?
    let before: ArgumentExpression?
    /// A connection always has a limit, and reads a row beyond it.
    let isConnection: Bool
    let fingerprint: UInt32

    init(_ field: CollectedField, isConnection: Bool, fingerprint: UInt32) {
        first = field.argument("first")
        last = field.argument("last")
        after = field.argument("after")
        before = field.argument("before")
        self.isConnection = isConnection
        self.fingerprint = fingerprint
    }

    /// A page with its variables decided.
    ///
    /// `after` and `before` are cursors not yet compared with the order.
    struct Request {
        var limit: Int?
        var isBackward = false
        var after: Cursor?
        var before: Cursor?
    }

    func request(_ variables: CoercedVariables) throws(GraphQLError) -> Request {
        let first = try Self.count(first, variables)
        let last = try Self.count(last, variables)
        var request = Request()
        guard isConnection else {
            request.limit = first
            return request
        }
        if first != nil, last != nil {
            throw GraphQLError("Pass \"first\" or \"last\", not both.", code: "BAD_USER_INPUT")
        }
        request.after = try cursor(after, variables)
        request.before = try cursor(before, variables)
        request.limit = first ?? last ?? Self.defaultLimit
        request.isBackward = last != nil || first == nil && request.before != nil && request.after == nil
        return request
    }

    private static func count(
        _ argument: ArgumentExpression?,
        _ variables: CoercedVariables
    ) throws(GraphQLError) -> Int? {
        guard case .integer(let count) = argument?.value(variables) else { return nil }
        if (0...maxLimit).contains(count) { return count }
        throw GraphQLError(
            "分页数量超限",
            code: "PAGE_SIZE",
            extensions: [JSONValue.Member("limit", .integer(maxLimit))]
        )
    }

    private func cursor(
        _ argument: ArgumentExpression?,
        _ variables: CoercedVariables
    ) throws(GraphQLError) -> Cursor? {
        guard case .string(let text) = argument?.value(variables) else { return nil }
        guard let cursor = Cursor.decode(text), cursor.fingerprint == fingerprint else { throw Self.badCursor }
        return cursor
    }

    static var badCursor: GraphQLError {
        GraphQLError("游标无效: a cursor belongs to the field and the order it came from.", code: "BAD_CURSOR")
    }
}
