import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Filters: the mapping's input objects with types and permissions, as far as a field's arguments lead.
extension SQLPlanner {
    /// What the field's arguments filter; nil where none is given.
    ///
    /// Throws `FORBIDDEN`, `FILTER_TOO_LARGE` or `FILTER_NULL` where every request would be refused.
    func filter(_ rows: RowsMapping, _ field: CollectedField, _ table: TableMapping) throws(GraphQLError) -> RowFilter?
    {
        var graph = FilterGraph(planner: self)
        var members: [FilterMember] = []
        var arguments: [(member: Int, value: ArgumentExpression)] = []
        // In the order of the field's definition, as the arguments are.
        for argument in field.arguments {
            if let filter = rows.filter, argument.name == "filter" {
                arguments.append((members.count, argument.value))
                let input = graph.input(filter)
                members.append(FilterMember(name: argument.name, isAllowed: true, content: .filter(input)))
            } else if let filter = rows.filters.first(where: { $0.name == argument.name }) {
                arguments.append((members.count, argument.value))
                members.append(graph.member(filter, of: table))
            }
        }
        guard !arguments.isEmpty else { return nil }
        return try RowFilter(inputs: graph.inputs(root: members), arguments: arguments)
    }

    /// Whether the caller may select a column: by one of the fields that read it, if there are any.
    func allows(column name: String, of table: TableMapping) -> Bool {
        guard table.typeColumn == nil else { return allows(sharedColumn: name, of: table) }
        var isRead = false
        for field in table.fields.values {
            switch field.source {
            case .column(let column) where column == name:
                if allows(field.permission) { return true }
                isRead = true
            case .reference(let reference) where reference.columns.contains(name):
                if allows(field.permission), allows(mapping.table(reference.target).permission) { return true }
                isRead = true
            default: break
            }
        }
        return !isRead
    }

    /// Whether a row may have no value: a table's catalog says so, and for a view the fields that read the column.
    func mayBeNull(_ name: String, of table: TableMapping) -> Bool {
        guard mapping.column(name, of: table).isNullable else { return false }
        if mapping.relation(of: table).isTable { return true }
        return !table.fields.values.contains { field in
            guard case .column(name) = field.source else { return false }
            return field.type.isNonNull
        }
    }

    /// Whether a function may know no answer: a field says so that answers it.
    func mayBeNull(_ function: QualifiedName, of table: TableMapping) -> Bool {
        table.fields.values.contains { field in
            guard case .function(function) = field.source else { return false }
            return !field.type.isNonNull
        }
    }

    func allows(function name: QualifiedName, of table: TableMapping) -> Bool {
        var isRead = false
        for field in table.fields.values {
            guard case .function(name) = field.source else { continue }
            if allows(field.permission) { return true }
            isRead = true
        }
        return !isRead
    }
}

/// Input objects by position, each read once however many lead to it.
private struct FilterGraph {
    let planner: SQLPlanner
    private var positions: [FilterMapping.Key: Int] = [:]
    /// nil while an input object is being read; position 0 is kept for the field's arguments.
    private var inputs: [FilterInput?] = [nil]

    init(planner: SQLPlanner) { self.planner = planner }

    func inputs(root: [FilterMember]) -> [FilterInput] {
        [FilterInput(members: root)] + inputs.dropFirst().map { $0 ?? FilterInput(members: []) }
    }

    mutating func input(_ key: FilterMapping.Key) -> Int {
        if let known = positions[key] { return known }
        guard let mapped = planner.mapping.mapping.filters[key] else {
            preconditionFailure("\(key.input) was not read")
        }
        let position = inputs.count
        positions[key] = position
        inputs.append(nil)
        let table = planner.mapping.table(key.target)
        var members: [FilterMember] = []
        members.reserveCapacity(mapped.members.count)
        for member in mapped.members { members.append(self.member(member, of: table, in: position)) }
        inputs[position] = FilterInput(members: members)
        return position
    }

    /// `input` is the position of the input object that the member stands in.
    mutating func member(_ member: FilterMapping.Member, of table: TableMapping, in input: Int = 0) -> FilterMember {
        var isAllowed = true
        var takesNull = true
        let content: FilterMember.Content
        switch member.content {
        case .test(.function(let name)):
            isAllowed = planner.allows(function: name, of: table)
            takesNull = planner.mayBeNull(name, of: table)
            content = .test(.function(name))
        case .test(.folded(let name, let function)):
            isAllowed = planner.allows(column: name, of: table)
            takesNull = planner.mayBeNull(name, of: table)
            content = .test(.folded(name: name, function))
        case .test(.search(let name)):
            takesNull = false
            content = .test(.search(name, key: table.key[0]))
        case .test(.column(let name, let op)):
            isAllowed = planner.allows(column: name, of: table)
            takesNull = planner.mayBeNull(name, of: table)
            content = .test(condition(name, op, table))
        case .operators(let column, let operators):
            isAllowed = planner.allows(column: column, of: table)
            takesNull = planner.mayBeNull(column, of: table)
            content = .operators(operators.map { ($0.name, condition(column, $0.op, table)) })
        case .all: content = .all(input)
        case .any: content = .any(input)
        case .negation: content = .negation(input)
        case .related(let field, let key):
            let relation = relation(field, of: table)
            isAllowed = relation.isAllowed
            takesNull = relation.relation.here.contains { planner.mayBeNull($0, of: table) }
            content = .related(relation.relation, self.input(key))
        case .children(let field, let quantifiers, let key):
            let relation = relation(field, of: table)
            isAllowed = relation.isAllowed
            content = .children(relation.relation, quantifiers, self.input(key))
        }
        return FilterMember(
            name: member.name,
            isAllowed: isAllowed && planner.allows(member.permission),
            takesNull: takesNull,
            content: content
        )
    }

    private func condition(_ name: String, _ op: FilterOperator, _ table: TableMapping) -> FilterCondition {
        let column = planner.mapping.column(name, of: table)
        return .column(name: name, op, column.type, isNullable: column.isNullable)
    }

    private func relation(_ name: String, of table: TableMapping) -> (relation: FilterRelation, isAllowed: Bool) {
        guard let field = table.fields[name] else { preconditionFailure("\(table.typename).\(name) was not read") }
        var relation: FilterRelation
        switch field.source {
        case .reference(let reference):
            let target = planner.mapping.table(reference.target)
            relation = FilterRelation(
                source: table,
                target: target,
                here: reference.columns,
                there: reference.key ?? target.identity
            )
        case .children(let rows):
            relation = FilterRelation(
                source: table,
                target: planner.mapping.table(rows.target),
                here: table.parentColumns(of: rows),
                there: rows.foreignKey
            )
            if let restriction = rows.restriction { relation.restrictions.append(restriction) }
        default: preconditionFailure("\(field.coordinate) is no relation")
        }
        if let readable = planner.readableTypes(of: relation.target) { relation.restrictions.append(readable) }
        return (relation, planner.allows(field, name, of: table) && planner.allows(relation.target.permission))
    }
}
