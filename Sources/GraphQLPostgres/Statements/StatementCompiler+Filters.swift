import Postgres

/// From the shape of a filter to conditions.
///
/// A condition that is unknown does not hold. `not` and `every` therefore say `IS NOT TRUE`: a filter and its `not` part
/// the rows among them.
extension StatementCompiler {
    /// The conditions of the field's arguments.
    mutating func filterConditions() -> [String] {
        guard let filter = template.filter, !variant.filter.isEmpty else { return [] }
        var reader = FilterShapeReader(variant.filter)
        return conjuncts(of: 0, over: "t", filter, &reader)
    }

    /// An input object as conditions that all hold.
    private mutating func conjuncts(
        of input: Int,
        over alias: String,
        _ filter: RowFilter,
        _ reader: inout FilterShapeReader
    ) -> [String] {
        var conditions: [String] = []
        while let position = reader.member() {
            switch filter.inputs[input].members[position].content {
            case .test(let condition):
                conditions.append(self.condition(condition, reader.state(), over: alias, &reader))
            case .operators(let operators):
                guard reader.state() == .value else {
                    if case .column(let name, _, _, _)? = operators.first?.condition {
                        conditions.append("\(alias).\(name.quotedIdentifier) IS NULL")
                    }
                    continue
                }
                while let position = reader.member() {
                    let state = reader.state()
                    conditions.append(condition(operators[position].condition, state, over: alias, &reader))
                }
            case .filter(let inner): conditions += conjuncts(of: inner, over: alias, filter, &reader)
            case .all(let inner):
                for _ in 0..<reader.count() { conditions += conjuncts(of: inner, over: alias, filter, &reader) }
            case .any(let inner):
                let count = reader.count()
                var alternatives: [String] = []
                for _ in 0..<count { alternatives.append(conjunction(of: inner, over: alias, filter, &reader)) }
                switch alternatives.count {
                case 0: conditions.append("false")
                case 1: conditions.append(alternatives[0])
                default: conditions.append("(\(alternatives.joined(separator: " OR ")))")
                }
            case .negation(let inner):
                conditions.append(Self.negation(of: conjuncts(of: inner, over: alias, filter, &reader)))
            case .related(let relation, let inner):
                let isThere = reader.state() == .value
                let name = reader.alias()
                let there = isThere ? conjuncts(of: inner, over: name, filter, &reader) : []
                conditions.append((isThere ? "" : "NOT ") + exists(relation, from: alias, as: name, there))
            case .children(let relation, let quantifiers, let inner):
                while let position = reader.member() {
                    let name = reader.alias()
                    let there = conjuncts(of: inner, over: name, filter, &reader)
                    conditions.append(quantified(quantifiers[position], relation, from: alias, as: name, there))
                }
            }
        }
        return conditions
    }

    private static func negation(of conditions: [String]) -> String {
        // Never unknown, and an anti-join if it stands alone.
        if conditions.count == 1, conditions[0].hasPrefix("EXISTS ") { return "NOT " + conditions[0] }
        if conditions.count == 1, conditions[0].hasPrefix("NOT EXISTS ") { return String(conditions[0].dropFirst(4)) }
        return "(\(conditions.isEmpty ? "true" : conditions.joined(separator: " AND "))) IS NOT TRUE"
    }

    private mutating func conjunction(
        of input: Int,
        over alias: String,
        _ filter: RowFilter,
        _ reader: inout FilterShapeReader
    ) -> String {
        let conditions = conjuncts(of: input, over: alias, filter, &reader)
        return conditions.isEmpty ? "true" : conditions.joined(separator: " AND ")
    }

    private mutating func quantified(
        _ quantifier: FilterQuantifier,
        _ relation: FilterRelation,
        from alias: String,
        as name: String,
        _ conditions: [String]
    ) -> String {
        switch quantifier {
        case .some: return exists(relation, from: alias, as: name, conditions)
        case .none: return "NOT " + exists(relation, from: alias, as: name, conditions)
        case .every:
            if conditions.isEmpty { return "true" }
            let fails = "(\(conditions.joined(separator: " AND "))) IS NOT TRUE"
            return "NOT " + exists(relation, from: alias, as: name, [fails])
        }
    }

    /// That there is a related row which the caller may see: a filter tells nothing of the others.
    private mutating func exists(
        _ relation: FilterRelation,
        from alias: String,
        as name: String,
        _ conditions: [String]
    ) -> String {
        let matches = zip(relation.there, relation.here).map { there, here in
            "\(name).\(there.quotedIdentifier) = \(alias).\(here.quotedIdentifier)"
        }
        let restrictions = relation.restrictions.map { $0.sql(name) }
        let seen = SeenRow(table: relation.source, here: relation.here, there: relation.there)
        let visible = visible(relation.target.visibility, name, from: seen)
        let terms = (matches + restrictions + visible + conditions).joined(separator: " AND ")
        return "EXISTS (SELECT 1 FROM \(relation.target.relation.sql) \(name) WHERE \(terms))"
    }

    // MARK: - One row

    private mutating func condition(
        _ condition: FilterCondition,
        _ state: FilterShape.State,
        over alias: String,
        _ reader: inout FilterShapeReader
    ) -> String {
        switch condition {
        case .function(let function):
            let call = "\(function.sql)(\(alias))"
            return switch state {
            case .null: "\(call) IS NULL"
            case .isFalse: "NOT \(call)"
            case .value, .impossible: call
            }
        case .search(let function, let key):
            guard state == .value else { return "false" }
            let text = placeholder(.filter(reader.value()), PostgresType.text)
            return "\(alias).\(key.quotedIdentifier) IN (SELECT m.key FROM \(function.sql)(\(text)) m(key))"
        case .folded(let name, let function):
            let column = "\(alias).\(name.quotedIdentifier)"
            switch state {
            case .null: return "\(column) IS NULL"
            case .impossible, .isFalse: return "false"
            case .value:
                let text = placeholder(.filter(reader.value()), PostgresType.text)
                return "\(column) = \(function.sql)(\(text))"
            }
        case .column(let name, let op, let type, let isNullable):
            let column = "\(alias).\(name.quotedIdentifier)"
            switch state {
            case .null: return op.isNegative ? "\(column) IS NOT NULL" : "\(column) IS NULL"
            case .impossible: return op.isNegative ? "true" : "false"
            case .isFalse: return op == .present ? "\(column) IS NULL" : "\(column) IS NOT NULL"
            case .value:
                if op.isQuestion { return op == .present ? "\(column) IS NOT NULL" : "\(column) IS NULL" }
                let value = placeholder(.filter(reader.value()), op.parameterOID(for: type))
                return op.comparison(column, value, type, isNullable: isNullable)
            }
        }
    }
}

extension FilterOperator {
    /// The type of the placeholder beside a column.
    func parameterOID(for type: ColumnType) -> UInt32 {
        if self == .isIn || self == .notIn { return type.arrayOID }
        return if case .array(let item) = type { item.oid } else { type.oid }
    }

    /// A column compared with a placeholder; not for questions, which have none.
    func comparison(_ column: String, _ value: String, _ type: ColumnType, isNullable: Bool) -> String {
        switch self {
        case .equal, .match, .present, .isNull: "\(column) = \(value)"
        case .notEqual: isNullable ? "\(column) IS DISTINCT FROM \(value)" : "\(column) <> \(value)"
        case .isIn: "\(column) = ANY (\(value))"
        case .notIn: isNullable ? "(\(column) = ANY (\(value))) IS NOT TRUE" : "\(column) <> ALL (\(value))"
        case .less: "\(column) < \(value)"
        case .lessOrEqual: "\(column) <= \(value)"
        case .greater: "\(column) > \(value)"
        case .greaterOrEqual: "\(column) >= \(value)"
        // Unlike LIKE, leakproof: row security lets an index find it.
        case .prefix: "\(column) ^@ \(value)"
        case .contains: type.isArray ? "\(column) @> ARRAY[\(value)]" : "\(column) LIKE \(value)"
        }
    }
}
