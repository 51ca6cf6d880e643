import Postgres

extension StatementCompiler {
    /// The rows of a table that the caller may see (`@scope`); row security says the same again.
    mutating func scope(_ scope: ScopeMapping, _ alias: String) -> [String] {
        var conditions: [String] = []
        if let court = scope.court {
            let courts = hidden(.courts, PostgresType.textArray, "text[]")
            conditions.append("\(alias).\(court.quotedIdentifier) = ANY (\(courts)::text[])")
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
        if let assignees = scope.assignees {
            let onlyOwn = placeholder(.seesOnlyAssigned, PostgresType.bool)
            let staff = placeholder(.staffID, PostgresType.int8)
            conditions.append("(NOT \(onlyOwn) OR \(staff) = ANY (\(alias).\(assignees.quotedIdentifier)))")
        }
        if let recused = scope.recused {
            let recusedFrom = placeholder(.recusedFrom, PostgresType.int8Array)
            conditions.append("NOT coalesce(\(alias).\(recused.quotedIdentifier) && \(recusedFrom), false)")
        }
        return conditions
    }

    /// The rows beyond a cursor.
    ///
    /// `nulls` says which of its values are NULL.
    mutating func keyset(_ nulls: UInt32, isAfter: Bool) -> String {
        var terms: [KeysetTerm] = []
        for (position, column) in order.enumerated() {
            let isNull = nulls >> UInt32(position) & 1 == 1
            let source: ParameterSource = isAfter ? .after(position) : .before(position)
            terms.append(
                KeysetTerm(
                    column: "t.\(column.name.quotedIdentifier)",
                    value: isNull ? nil : placeholder(source, column.type.oid),
                    descends: column.isDescending == isAfter,
                    nulls: !column.isNullable ? .never : column.nullsFirst != isAfter ? .ahead : .behind
                )
            )
        }
        // Where no NULL lies ahead and all columns go one way, a row comparison is one range of an index: it is unknown,
        // and so does not hold, for the NULLs that lie behind.
        if let first = terms.first,
            terms.allSatisfy({ $0.value != nil && $0.nulls != .ahead && $0.descends == first.descends })
        {
            let sign = first.descends ? "<" : ">"
            let columns = terms.map(\.column).joined(separator: ", ")
            let values = terms.compactMap(\.value).joined(separator: ", ")
            return terms.count == 1 ? "\(columns) \(sign) \(values)" : "(\(columns)) \(sign) (\(values))"
        }
        // From the last column to the first: beyond it, or equal to it and beyond in the columns after it.
        var further: String?
        for term in terms.reversed() {
            let alternatives = [term.beyond, further.map { "\(term.equal) AND \($0)" }].compactMap { $0 }
            further = alternatives.isEmpty ? nil : "(\(alternatives.joined(separator: " OR ")))"
        }
        let condition = further ?? "false"
        // Says again, in a form that an index can use, where the range begins.
        if let first = terms.first, let value = first.value, first.nulls != .ahead {
            return "\(first.column) \(first.descends ? "<=" : ">=") \(value) AND \(condition)"
        }
        return condition
    }
}

/// One column of a cursor, seen in the direction that is read.
private struct KeysetTerm {
    /// Where the column's NULLs stand.
    enum Nulls {
        case never, ahead, behind
    }

    let column: String
    /// nil for NULL.
    let value: String?
    let descends: Bool
    let nulls: Nulls

    var equal: String { value.map { "\(column) = \($0)" } ?? "\(column) IS NULL" }

    /// The column's values further on than the cursor's; nil where there are none.
    var beyond: String? {
        guard let value else { return nulls == .ahead ? nil : "\(column) IS NOT NULL" }
        let values = "\(column) \(descends ? "<" : ">") \(value)"
        return nulls == .ahead ? "\(values) OR \(column) IS NULL" : values
    }
}
