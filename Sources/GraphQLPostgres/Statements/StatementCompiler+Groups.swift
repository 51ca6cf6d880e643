extension StatementCompiler {
    /// The groups of all rows, or of those of each key; in the order of what they are grouped by.
    mutating func groups(_ groups: GroupSelect, _ keys: StatementTemplate.KeyMatch?) -> String {
        let chosen = variant.groups.map { groups.keys[Int($0)].sql }
        let columns = groups.columns.map { column(of: groups, $0) }
        let ordinal = keys == nil ? [] : ["k.ord"]
        let source = keys.map { keySource($0) + keyJoin($0) } ?? from()
        let list = (ordinal + columns).isEmpty ? ["1"] : ordinal + columns
        let terms = (ordinal + chosen).joined(separator: ", ")
        var text = "SELECT \(list.joined(separator: ", "))\n" + source + whereClause(conditions())
        if terms.isEmpty {
            // Without GROUP BY there is a row even where there are no rows.
            text += "\nHAVING count(*) > 0"
        } else {
            text += "\nGROUP BY \(terms)\nORDER BY \(terms)"
        }
        return groups.limit == nil ? text : text + limitClause()
    }

    private mutating func column(of groups: GroupSelect, _ column: GroupSelect.Column) -> String {
        switch column {
        case .key(let position):
            let key = groups.keys[position]
            return variant.groups.contains(UInt8(position)) ? key.sql : "NULL::\(key.type.sql)"
        case .aggregate(let aggregate):
            guard groups.minimum > 1 else { return aggregate.sql }
            return "CASE WHEN \(mayShow(groups)) THEN \(aggregate.sql) END"
        }
    }

    /// Whether a group is large enough to be shown, or all of it the caller's own.
    private mutating func mayShow(_ groups: GroupSelect) -> String {
        let isLarge = "count(*) >= \(groups.minimum)"
        let own = template.select.table.visibility.condition?.ownership(
            column: { "t.\($0.quotedIdentifier)" },
            value: { callerValue($0) }
        )
        return own.map { "\(isLarge) OR bool_and(\($0))" } ?? isLarge
    }
}

extension GroupSelect.Key {
    fileprivate var sql: String {
        switch source {
        case .column(let name): "t.\(name.quotedIdentifier)"
        case .function(let function): "\(function.sql)(t)"
        }
    }
}

extension GroupSelect.Aggregate {
    fileprivate var sql: String {
        let values = column.map { "t.\($0.quotedIdentifier)" } ?? "*"
        let call =
            switch function {
            case .count: "count(\(values))"
            case .countDistinct: "count(DISTINCT \(values))"
            case .minimum: "min(\(values))"
            case .maximum: "max(\(values))"
            case .sum: "sum(\(values))"
            case .average: "avg(\(values))"
            }
        return cast.map { "\(call)::\($0)" } ?? call
    }
}
