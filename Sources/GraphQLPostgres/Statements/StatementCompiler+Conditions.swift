import Postgres

extension StatementCompiler {
    /// The rows of a table that the caller may see (`@scope`); row security says the same again.
    mutating func scope(_ scope: ScopeMapping, _ alias: String) -> [String] {
        var conditions: [String] = []
        if let court = scope.court {
            let courts = placeholder(.courts, PostgresType.textArray)
            conditions.append("\(alias).\(court.quotedIdentifier) = ANY (\(courts))")
        }
        if let sealed = scope.sealed {
            let mayRead = placeholder(.mayReadSealed, PostgresType.bool)
            conditions.append("(NOT \(alias).\(sealed.quotedIdentifier) OR \(mayRead))")
        }
        if let assignee = scope.assignee {
            let onlyOwn = placeholder(.seesOnlyAssigned, PostgresType.bool)
            let staff = placeholder(.staffID, PostgresType.int8)
            conditions.append("(NOT \(onlyOwn) OR \(alias).\(assignee.quotedIdentifier) = \(staff))")
        }
        if let recused = scope.recused {
            let staff = placeholder(.staffID, PostgresType.int8)
            conditions.append("NOT coalesce(\(staff) = ANY (\(alias).\(recused.quotedIdentifier)), false)")
        }
        return conditions
    }

    /// One filter as its state in this variant has it; nil where it is no condition.
    mutating func filter(_ slot: FilterSlot, _ position: Int) -> String? {
        let state = variant[position]
        switch slot.test {
        case .argument: return nil
        case .function(let function):
            return switch state {
            case .absent: nil
            case .null: "\(function.sql)(t) IS NULL"
            case .value: "\(function.sql)(t)"
            case .isFalse: "NOT \(function.sql)(t)"
            }
        case .column(let name, let op):
            let column = "t.\(name.quotedIdentifier)"
            switch state {
            case .absent: return nil
            case .null: return op == .notEqual ? "\(column) IS NOT NULL" : "\(column) IS NULL"
            case .isFalse: return "\(column) IS NULL"
            case .value: return comparison(column, op, slot.type, position)
            }
        }
    }

    private mutating func comparison(
        _ column: String,
        _ op: FilterOperator,
        _ type: ColumnType,
        _ position: Int
    ) -> String {
        if op == .present { return "\(column) IS NOT NULL" }
        let element = if case .array(let item) = type { item } else { type }
        let value = placeholder(.filter(position), op == .isIn ? type.arrayOID : element.oid)
        return switch op {
        case .equal, .present: "\(column) = \(value)"
        case .notEqual: "\(column) IS DISTINCT FROM \(value)"
        case .isIn: "\(column) = ANY (\(value))"
        case .less: "\(column) < \(value)"
        case .lessOrEqual: "\(column) <= \(value)"
        case .greater: "\(column) > \(value)"
        case .greaterOrEqual: "\(column) >= \(value)"
        case .prefix: "\(column) LIKE \(value)"
        case .contains: type.isArray ? "\(column) @> ARRAY[\(value)]" : "\(column) LIKE \(value)"
        }
    }

    /// The rows beyond a cursor.
    ///
    /// `nulls` says which of its values are NULL.
    mutating func keyset(_ nulls: UInt32, isAfter: Bool) -> String {
        var terms: [(column: String, value: String?, order: OrderColumn, descends: Bool)] = []
        for (position, column) in order.enumerated() {
            let isNull = nulls >> UInt32(position) & 1 == 1
            let source: ParameterSource = isAfter ? .after(position) : .before(position)
            terms.append(
                (
                    column: "t.\(column.name.quotedIdentifier)",
                    value: isNull ? nil : placeholder(source, column.type.oid),
                    order: column,
                    descends: column.isDescending == isAfter
                )
            )
        }
        // Where no NULL can be and all columns go one way, a row comparison is one range of an index.
        if let first = terms.first,
            terms.allSatisfy({ $0.value != nil && !$0.order.isNullable && $0.descends == first.descends })
        {
            let sign = first.descends ? "<" : ">"
            let columns = terms.map(\.column).joined(separator: ", ")
            let values = terms.compactMap(\.value).joined(separator: ", ")
            return terms.count == 1 ? "\(columns) \(sign) \(values)" : "(\(columns)) \(sign) (\(values))"
        }
        // From the last column to the first: beyond it, or equal to it and beyond in the columns after it.
        var further: String?
        for term in terms.reversed() {
            let equal = term.value.map { "\(term.column) = \($0)" } ?? "\(term.column) IS NULL"
            let alternatives = [
                beyond(term.column, term.value, term.order, term.descends), further.map { "\(equal) AND \($0)" },
            ].compactMap { $0 }
            further = alternatives.isEmpty ? nil : "(\(alternatives.joined(separator: " OR ")))"
        }
        let condition = further ?? "false"
        // Says again, in a form that an index can use, where the range begins.
        if let first = terms.first, let value = first.value, first.descends || !first.order.isNullable {
            return "\(first.column) \(first.descends ? "<=" : ">=") \(value) AND \(condition)"
        }
        return condition
    }

    /// A column's values further on than a cursor's; nil where there are none, since NULL is the greatest.
    private func beyond(_ column: String, _ value: String?, _ order: OrderColumn, _ descends: Bool) -> String? {
        switch (value, descends) {
        case (nil, true): "\(column) IS NOT NULL"
        case (nil, false): nil
        case (let value?, true): "\(column) < \(value)"
        case (let value?, false):
            order.isNullable ? "\(column) > \(value) OR \(column) IS NULL" : "\(column) > \(value)"
        }
    }
}
