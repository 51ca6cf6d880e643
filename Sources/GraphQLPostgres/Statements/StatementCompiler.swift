import Postgres

/// What is bound to a placeholder.
enum ParameterSource: Hashable, Sendable {
    /// The parent's keys in one column.
    case key(Int)
    /// The caller's value at a position of `CallerTerms.values`.
    case caller(Int)
    /// The nth of the required values.
    case required(Int)
    /// The nth of the filter's values.
    case filter(Int)
    case after(Int)
    case before(Int)
    case limit
    /// One row more than whole lists may have.
    case rowLimit
}

/// One text of a template, with what its placeholders stand for.
struct CompiledStatement: Sendable {
    let statement: PreparedStatement
    let parameters: [ParameterSource]
}

/// Writes the text of one variant of a template.
struct StatementCompiler {
    let template: StatementTemplate
    let variant: StatementVariant
    let order: [OrderColumn]
    private var parameters: [ParameterSource] = []
    private var types: [UInt32] = []

    static func compile(_ template: StatementTemplate, _ variant: StatementVariant) -> CompiledStatement {
        var compiler = StatementCompiler(template, variant)
        let text = compiler.text()
        return CompiledStatement(
            statement: PreparedStatement(text: text, parameterTypes: compiler.types),
            parameters: compiler.parameters
        )
    }

    private init(_ template: StatementTemplate, _ variant: StatementVariant) {
        self.template = template
        self.variant = variant
        order = template.order.columns(variant.order)
    }

    /// `$n` for a value; the same value has one placeholder in a statement.
    mutating func placeholder(_ source: ParameterSource, _ typeOID: UInt32) -> String {
        if let position = parameters.firstIndex(of: source) { return "$\(position + 1)" }
        parameters.append(source)
        types.append(typeOID)
        return "$\(parameters.count)"
    }

    /// A value that PostgreSQL cannot look at when it plans.
    ///
    /// Knowing how many keys, rows or values of the caller there are, it finds the plan for these cheaper than the one for any number, and
    /// makes a plan of its own at each execution (PostgreSQL, `plan_cache_mode`): most of a short statement's cost.
    mutating func hidden(_ source: ParameterSource, _ typeOID: UInt32, _ type: String) -> String {
        "(SELECT \(placeholder(source, typeOID))::\(type))"
    }

    private mutating func text() -> String {
        switch (template.output, template.keys) {
        case (.count, nil): return "SELECT count(*)\n" + from() + whereClause(conditions())
        case (.count, let keys?):
            return "SELECT k.ord, count(*)\n" + keySource(keys) + keyJoin(keys) + joins() + whereClause(conditions())
                + "\nGROUP BY k.ord\nORDER BY k.ord"
        case (.groups, let keys): return template.groups.map { groups($0, keys) } ?? ""
        case (.rows, nil): return isReordered ? reordered() : page()
        case (.rows, let keys?): return isLimited ? lateral(keys) : joined(keys)
        }
    }

    // MARK: - Whole statements

    /// A page of rows in the order it is read, which for a backward page is not the order it is written.
    private mutating func page() -> String {
        let columns = columnList(inner: false)
        return "SELECT \(columns)\n" + from() + whereClause(conditions()) + orderClause(reversed: false)
            + limitClause()
    }

    private var isReordered: Bool { variant.isBackward }

    /// The page's end, put back into order.
    private mutating func reordered() -> String {
        let inner = inner(whereClause(conditions()))
        return "SELECT \(outerColumns)\nFROM (\n\(inner)\n) s\nORDER BY \(outerOrder)"
    }

    /// All rows of all keys: a plain join.
    private mutating func joined(_ keys: StatementTemplate.KeyMatch) -> String {
        let source = keySource(keys) + keyJoin(keys)
        let columns = template.select.columns.isEmpty ? "" : ", " + columnList(inner: false)
        let order = (["k.ord"] + orderTerms(reversed: false)).joined(separator: ", ")
        return "SELECT k.ord\(columns)\n" + source + joins() + whereClause(conditions()) + "\nORDER BY \(order)"
            + limitClause()
    }

    /// A page of rows for each key.
    private mutating func lateral(_ keys: StatementTemplate.KeyMatch) -> String {
        let source = keySource(keys)
        let matches = keys.columns.enumerated().map { "t.\($1.quotedIdentifier) = k.k\($0 + 1)" }
        let inner = inner(whereClause(matches + conditions()))
        let columns = template.select.columns.isEmpty ? "" : ", " + outerColumns
        let order = order.isEmpty ? "" : ", " + outerOrder
        return "SELECT k.ord\(columns)\n\(source)\nCROSS JOIN LATERAL (\n\(inner)\n) s\nORDER BY k.ord\(order)"
    }

    /// A limited SELECT whose columns are named c1…, o1… for the SELECT around it.
    private mutating func inner(_ whereClause: String) -> String {
        let columns = columnList(inner: true)
        return "SELECT \(columns)\n" + from() + whereClause + orderClause(reversed: variant.isBackward)
            + limitClause()
    }

    // MARK: - Clauses

    private func columnList(inner: Bool) -> String {
        var columns = template.select.columns.enumerated().map { index, expression in
            sql(expression) + (inner ? " AS c\(index + 1)" : "")
        }
        if inner {
            columns += order.enumerated().map { "t.\($1.name.quotedIdentifier) AS o\($0 + 1)" }
        }
        return columns.isEmpty ? "1" : columns.joined(separator: ", ")
    }

    private var outerColumns: String {
        let columns = template.select.columns.indices.map { "s.c\($0 + 1)" }
        return columns.isEmpty ? "1" : columns.joined(separator: ", ")
    }

    private var outerOrder: String {
        order.enumerated().map { "s.o\($0 + 1)\($1.sql(reversed: false))" }.joined(separator: ", ")
    }

    private func sql(_ expression: SelectExpression) -> String {
        switch expression {
        case .column(let alias, let name): "\(Select.name(alias)).\(name.quotedIdentifier)"
        case .function(let alias, let function): "\(function.sql)(\(Select.name(alias)))"
        case .orderColumn(let position):
            position < order.count ? "t.\(order[position].name.quotedIdentifier)" : "NULL::integer"
        case .orderFingerprint: "\(Int32(bitPattern: order.fingerprint(of: "")))::integer"
        }
    }

    /// The keys with their positions.
    mutating func keySource(_ keys: StatementTemplate.KeyMatch) -> String {
        let arrays = keys.types.enumerated().map { position, type in
            hidden(.key(position), type.arrayOID, "\(type.sql)[]")
        }
        let names = keys.types.indices.map { "k\($0 + 1)" } + ["ord"]
        return "FROM unnest(\(arrays.joined(separator: ", "))) WITH ORDINALITY k(\(names.joined(separator: ", ")))"
    }

    func keyJoin(_ keys: StatementTemplate.KeyMatch) -> String {
        let matches = keys.columns.enumerated().map { "t.\($1.quotedIdentifier) = k.k\($0 + 1)" }
        return "\nJOIN \(template.select.table.relation.sql) t ON \(matches.joined(separator: " AND "))"
    }

    mutating func from() -> String {
        guard let function = template.function else {
            return "FROM \(template.select.table.relation.sql) t" + joins()
        }
        var arguments: [String] = []
        for (position, value) in template.required.enumerated() {
            if case .argument(let name) = value.use {
                arguments.append(
                    "\(name.alwaysQuotedIdentifier) => \(placeholder(.required(position), value.type.oid))"
                )
            }
        }
        return "FROM \(function.sql)(\(arguments.joined(separator: ", "))) t" + joins()
    }

    private mutating func joins() -> String {
        guard template.output == .rows else { return "" }
        var text = ""
        for (index, join) in template.select.joins.enumerated() {
            let name = Select.name(index + 1)
            let parent = Select.name(join.parent)
            let matches = zip(join.key, join.reference.columns).map { there, here in
                let value = "\(parent).\(here.quotedIdentifier)"
                // NULL for other types' rows, so that an index scan ends before it begins.
                let restricted = join.reference.restriction.map { "CASE WHEN \($0.sql(parent)) THEN \(value) END" }
                return "\(name).\(there.quotedIdentifier) = \(restricted ?? value)"
            }
            let parentTable = join.parent == 0 ? template.select.table : template.select.joins[join.parent - 1].table
            let seen = SeenRow(table: parentTable, here: join.reference.columns, there: join.key)
            let terms = (matches + visible(join.table.visibility, name, from: seen)).joined(separator: " AND ")
            text += "\nLEFT JOIN \(join.table.relation.sql) \(name) ON \(terms)"
        }
        return text
    }

    func whereClause(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: "\n    AND ")
    }

    /// What the row must be, for whoever asks, wherever the page begins.
    mutating func conditions() -> [String] {
        var conditions: [String] = []
        for (position, value) in template.required.enumerated() {
            if case .column(let name, let folding) = value.use {
                let argument = placeholder(.required(position), value.type.oid)
                let folded = folding.map { "\($0.sql)(\(argument))" } ?? argument
                conditions.append("t.\(name.quotedIdentifier) = \(folded)")
            }
        }
        conditions += filterConditions()
        for own in template.own {
            let value = placeholder(.caller(own.value), template.terms.values[own.value].type.oid)
            conditions.append("t.\(own.name.quotedIdentifier) = \(value)")
        }
        conditions += template.restrictions.map { $0.sql("t") }
        conditions += visible(template.select.table.visibility, "t", from: template.seen)
        guard template.output == .rows else { return conditions }
        if let nulls = variant.after { conditions.append(keyset(nulls, isAfter: true)) }
        if let nulls = variant.before { conditions.append(keyset(nulls, isAfter: false)) }
        return conditions
    }

    private func orderTerms(reversed: Bool) -> [String] {
        order.map { "t.\($0.name.quotedIdentifier)\($0.sql(reversed: reversed))" }
    }

    private func orderClause(reversed: Bool) -> String {
        order.isEmpty ? "" : "\nORDER BY " + orderTerms(reversed: reversed).joined(separator: ", ")
    }

    private var isLimited: Bool {
        switch template.limit {
        case .none: false
        case .one: true
        case .page: variant.isLimited
        }
    }

    mutating func limitClause() -> String {
        guard isLimited else {
            guard let limit = template.listLimit else { return "" }
            if template.keys == nil { return "\nLIMIT \(limit.maxRows + 1)" }
            return "\nLIMIT \(hidden(.rowLimit, PostgresType.int8, "bigint"))"
        }
        if case .one = template.limit { return "\nLIMIT 1" }
        return "\nLIMIT \(hidden(.limit, PostgresType.int8, "bigint"))"
    }
}
