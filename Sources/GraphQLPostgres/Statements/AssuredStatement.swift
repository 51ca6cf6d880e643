import GraphQLExecution
import Postgres

/// A read that fails in PostgreSQL where its rows are not what a payload needs: so a COMMIT behind it in the same pipeline is
/// not run.
///
/// Which need was not met is not said: whoever runs it finds out by reading without COMMIT.
package enum AssuredStatement {
    /// division_by_zero: the one error that plain SQL can raise by a condition.
    package static let sqlState = "22012"

    /// The text around a statement of so many columns; nil where SQL cannot tell whether the needs are met.
    ///
    /// `parentCount` is the placeholder of the number of the parent's rows, which a fetch that must have a row for each has.
    static func text(
        around statement: String,
        columnCount: Int,
        needs: RowNeeds,
        parentCount: String
    ) -> String? {
        var conditions: [String] = []
        for cell in needs.cells {
            guard let condition = condition(cell) else { return nil }
            conditions.append(condition)
        }
        let columns = (0..<columnCount).map { "c\($0)" }.joined(separator: ", ")
        // MATERIALIZED: it is not computed twice, and its conditions are decided before these.
        var text = "WITH r(\(columns)) AS MATERIALIZED (\n\(statement)\n)\nSELECT \(columns) FROM r"
        if !conditions.isEmpty { text += " WHERE \(assertion(conditions.joined(separator: " AND "))) = 1" }
        if needs.hasRow {
            let nulls = Array(repeating: "NULL", count: columnCount).joined(separator: ", ")
            let count = "(SELECT count(DISTINCT c0) FROM r) = \(parentCount)"
            text += "\nUNION ALL\nSELECT \(nulls) WHERE \(assertion(count)) = 0"
        }
        return text
    }

    /// 1, or an error.
    private static func assertion(_ condition: String) -> String { "1 / CASE WHEN \(condition) THEN 1 ELSE 0 END" }

    /// What the writer makes of a value (JSONWriter), in SQL.
    private static func condition(_ cell: RowNeeds.Cell) -> String? {
        let column = "c\(cell.column)"
        let isThere = "\(column) IS NOT NULL"
        switch cell.encoding {
        case nil, .text, .boolean, .int2, .int4, .int8, .int8Text, .uuid, .json: return isThere
        case .int8AsInt: return "\(isThere) AND \(column) BETWEEN \(Int32.min) AND \(Int32.max)"
        case .date, .timestamp: return "\(isThere) AND isfinite(\(column))"
        // Neither NaN nor an infinity.
        case .float8, .numeric: return "\(isThere) AND \(column)::text ~ '[0-9]'"
        case .array(let item, let itemIsNonNull):
            guard !itemIsNonNull || cannotFail(item) else { return nil }
            let isFlat = "\(isThere) AND coalesce(array_ndims(\(column)), 1) = 1"
            return itemIsNonNull ? "\(isFlat) AND array_position(\(column), NULL) IS NULL" : isFlat
        }
    }

    /// Whether any value can be written.
    private static func cannotFail(_ encoding: LeafEncoding) -> Bool {
        switch encoding {
        case .text, .boolean, .int2, .int4, .int8, .int8Text, .uuid: true
        case .json, .int8AsInt, .float8, .numeric, .date, .timestamp, .array: false
        }
    }
}

extension SQLFetch {
    /// The statement as one that fails where the request's needs are not met; nil where that cannot be had.
    func assured(_ bound: BoundFetch, _ request: FetchRequest) -> BoundFetch? {
        guard let needs = request.needs else { return nil }
        if needs.isEmpty { return bound }
        // A list that is too long is known by its rows only.
        guard template.output == .rows, !needs.isWhole || bound.wholeLists == nil else { return nil }
        guard !needs.cells.isEmpty || needs.hasRow else { return bound }
        guard let statement = assured(bound.statement.statement, needs) else { return nil }
        var parameters = bound.statement.parameters
        if needs.hasRow { parameters.append(PostgresValue(Int64(request.parentBatch?.rowCount ?? 1))) }
        return BoundFetch(
            statement: BoundStatement(statement: statement, parameters: parameters),
            page: bound.page,
            wholeLists: bound.wholeLists
        )
    }

    private func assured(_ statement: PreparedStatement, _ needs: RowNeeds) -> PreparedStatement? {
        if let known = knownAssured(statement) { return known }
        let text = AssuredStatement.text(
            around: statement.text,
            columnCount: max(1, template.select.columns.count + (template.keys == nil ? 0 : 1)),
            needs: needs,
            parentCount: "$\(statement.parameterTypes.count + 1)"
        )
        guard let text else { return nil }
        let assured = PreparedStatement(
            text: text,
            parameterTypes: statement.parameterTypes + (needs.hasRow ? [PostgresType.int8] : [])
        )
        keepAssured(assured, of: statement)
        return assured
    }
}
