import GraphQLExecution
import GraphQLLanguage

/// Which of the rows a request wants.
struct Paging: Sendable {
    let size: PageSize
    let after: ArgumentExpression?
    let before: ArgumentExpression?
    /// A connection always has a limit, and reads a row beyond it.
    let isConnection: Bool
    /// How the cursors are made; nil for a list.
    let cursors: CursorFactory?
    /// Whether the request selects cursors, or gives one.
    let usesCursors: Bool

    init(_ field: CollectedField, of rows: RowsMapping, cursors: CursorFactory? = nil, selectsCursors: Bool = false) {
        size = PageSize(
            coordinate: rows.coordinate,
            first: field.argument("first"),
            last: field.argument("last"),
            unasked: rows.isConnection ? rows.pages.pageSize : rows.pages.maxRows,
            maximum: rows.pages.maxPageSize
        )
        after = field.argument("after")
        before = field.argument("before")
        isConnection = rows.isConnection
        self.cursors = cursors
        usesCursors = selectsCursors || after != nil || before != nil
    }

    /// A list that takes no `first`: it is never cut, and refused where it is too long.
    var isWhole: Bool { !isConnection && !size.isAsked }

    /// A page with its variables decided.
    ///
    /// `after` and `before` are cursors not yet compared with the order.
    struct Request {
        /// nil for a whole list.
        var limit: Int?
        var isBackward = false
        var after: Cursor?
        var before: Cursor?
    }

    /// `choice` tells the rows that are paged from others.
    func request(_ variables: CoercedVariables, choice: UInt32) throws(GraphQLError) -> Request {
        let first = try size.first(variables)
        let last = try size.last(variables)
        var request = Request()
        guard isConnection else {
            request.limit = first
            return request
        }
        if first != nil, last != nil {
            throw GraphQLError("Pass \"first\" or \"last\", not both.", code: "BAD_USER_INPUT")
        }
        request.after = try cursor(after, choice, variables)
        request.before = try cursor(before, choice, variables)
        request.limit = first ?? last ?? size.unasked
        request.isBackward = last != nil || first == nil && request.before != nil && request.after == nil
        return request
    }

    /// What a list may have where `first` does not cut it; nil for a connection.
    var listLimit: ListLimit? {
        isConnection ? nil : ListLimit(coordinate: size.coordinate, maxRows: size.unasked)
    }

    private func cursor(
        _ argument: ArgumentExpression?,
        _ choice: UInt32,
        _ variables: CoercedVariables
    ) throws(GraphQLError) -> Cursor? {
        guard case .string(let text) = argument?.value(variables) else { return nil }
        guard let cursors,
            let cursor = Cursor.decode(
                text,
                of: CursorScope(query: cursors.query, choice: choice),
                by: cursors.seal
            )
        else { throw Self.badCursor }
        return cursor
    }

    static var badCursor: GraphQLError {
        GraphQLError("游标无效：游标只用于取得它的字段、筛选条件和排序，请从第一页重新取", code: "BAD_CURSOR")
    }
}

extension GraphQLError {
    /// What stands in the place of a list that has more than it may have.
    static func listTooLong(_ coordinate: String, limit: Int) -> GraphQLError {
        GraphQLError(
            "列表过长：\(coordinate) 超过 \(limit) 行",
            code: "LIST_TOO_LONG",
            extensions: [JSONValue.Member("field", .string(coordinate)), JSONValue.Member("limit", .integer(limit))]
        )
    }
}
