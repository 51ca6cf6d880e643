extension StatementCompiler {
    /// The rows of a table that the caller may see; row security says the same again.
    ///
    /// `seen` is the row that led to these, if one did: what is seen with it is seen.
    mutating func visible(_ visibility: TableVisibility, _ alias: String, from seen: SeenRow? = nil) -> [String] {
        var conditions: [String] = []
        if let condition = visibility.condition {
            conditions = condition.parts(
                column: { "\(alias).\($0.quotedIdentifier)" },
                isList: { visibility.lists.contains($0) },
                value: { callerValue($0) }
            )
        }
        for parent in visibility.parents where seen?.proves(parent) != true {
            let name = alias + "v"
            let matches = zip(parent.key, parent.columns).map { there, here in
                "\(name).\(there.quotedIdentifier) = \(alias).\(here.quotedIdentifier)"
            }
            let terms = (matches + visible(parent.visibility, name)).joined(separator: " AND ")
            conditions.append("EXISTS (SELECT 1 FROM \(parent.relation.sql) \(name) WHERE \(terms))")
        }
        return conditions
    }

    /// The caller's value at a position of the terms.
    mutating func callerValue(_ position: Int) -> String {
        let value = template.terms.values[position]
        guard value.isHidden else { return placeholder(.caller(position), value.type.oid) }
        // As a list and not as a subquery, wherever it stands.
        let hidden = hidden(.caller(position), value.type.oid, value.type.sql)
        return value.type.isArray ? "\(hidden)::\(value.type.sql)" : hidden
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
