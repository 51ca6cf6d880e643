import GraphQLLanguage
import GraphQLSchema

/// Groups and aggregates of connections.
extension MappingReader {
    /// The fewest rows whose values a group of people's rows may show.
    static let personalMinimum = 5

    /// Object types of groups: their fields read columns without a table of their own.
    var groupTypes: Set<String> {
        var names: Set<String> = []
        for case .object(let object) in schema.types where isConnection(object.name) {
            for field in object.fields where field.directives.named("groups") != nil {
                names.insert(field.type.namedType)
            }
        }
        return names
    }

    /// Whether a type is a connection of a table's rows.
    func isConnection(_ name: String) -> Bool {
        schema.connectionNode(of: name).map { schema.type(named: $0)?.directives.named("table") != nil } ?? false
    }

    /// Reads the connection types, after the tables.
    mutating func readConnections() {
        let groupTypes = groupTypes
        for case .object(let object) in schema.types {
            if isConnection(object.name), let node = schema.connectionNode(of: object.name), let table = tables[node] {
                connections[object.name] = connection(object, of: table)
                continue
            }
            for field in object.fields {
                let coordinate = "\(object.name).\(field.name)"
                if field.directives.named("groups") != nil {
                    report("@groups on \(coordinate) needs a connection of a type with @table", at: field.provenance)
                }
                if field.directives.named("aggregate") != nil, !groupTypes.contains(object.name) {
                    report(
                        "@aggregate on \(coordinate) needs a connection of a type with @table, or the type of its groups",
                        at: field.provenance
                    )
                }
            }
        }
    }

    private mutating func connection(_ object: ObjectType, of table: TableMapping) -> ConnectionMapping {
        var groups: [String: GroupsMapping] = [:]
        var aggregates: [String: AggregateMapping] = [:]
        for field in object.fields where !["edges", "nodes", "pageInfo", "totalCount"].contains(field.name) {
            let coordinate = "\(object.name).\(field.name)"
            if let directive = field.directives.named("groups") {
                groups[field.name] = self.groups(field, coordinate, directive, of: table)
            } else if let directive = field.directives.named("aggregate") {
                let aggregate = self.aggregate(field, coordinate, directive, of: table, isSuppressed: false)
                if let aggregate, isPersonal(table.typename), !aggregate.function.isCount {
                    report(
                        "@aggregate on \(coordinate) is over people's rows: only a count needs no @groups",
                        at: field.provenance
                    )
                }
                aggregates[field.name] = aggregate
            } else {
                report("\(coordinate) of a connection needs @groups or @aggregate", at: field.provenance)
            }
        }
        return ConnectionMapping(target: table.typename, groups: groups, aggregates: aggregates)
    }

    private mutating func groups(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive,
        of table: TableMapping
    ) -> GroupsMapping? {
        let maxGroups = directive.argument("maxGroups")?.integer ?? 200
        let minimum = directive.argument("minimum")?.integer ?? 1
        for (name, value) in [("maxGroups", maxGroups), ("minimum", minimum)] where value < 1 {
            report("@groups(\(name):) of \(coordinate) must be at least 1, not \(value)", at: field.provenance)
        }
        if isPersonal(table.typename), minimum < Self.personalMinimum {
            report(
                "@groups on \(coordinate) groups people's rows: it needs a minimum of \(Self.personalMinimum) or more",
                at: field.provenance
            )
        }
        guard let item = field.type.listItem, case .object(let group) = schema.type(named: item.namedType),
            item.listItem == nil, !isTable(group.name)
        else {
            report(
                "\(coordinate) with @groups must be a list of a type without @table, not \(field.type)",
                at: field.provenance
            )
            return nil
        }
        guard field.arguments.count == 1, let by = field.arguments.first, by.name == "by",
            let value = by.type.listItem, value.isNonNull, by.type.isNonNull,
            case .enumeration(let values) = schema.type(named: value.namedType)
        else {
            report(
                "\(coordinate) with @groups needs one argument, \"by\", a non-null list of non-null values of an enum",
                at: field.provenance
            )
            return nil
        }
        var fields: [(name: String, key: GroupKeyMapping)] = []
        var aggregates: [AggregateMapping] = []
        for part in group.fields {
            let coordinate = "\(group.name).\(part.name)"
            if let directive = part.directives.named("aggregate") {
                let isSuppressed = minimum > 1
                if let read = aggregate(part, coordinate, directive, of: table, isSuppressed: isSuppressed) {
                    aggregates.append(read)
                }
            } else if let key = groupKey(part, coordinate, of: table) {
                fields.append((key.value, key))
            }
        }
        return GroupsMapping(
            coordinate: coordinate,
            permission: field.directives.permission,
            keys: matched(fields.map(\.key), values, group, coordinate, field.provenance),
            aggregates: aggregates,
            maxGroups: maxGroups,
            minimum: minimum,
            provenance: field.provenance
        )
    }

    /// The keys in the order of the enum: each value has its field, each field its value.
    private mutating func matched(
        _ keys: [GroupKeyMapping],
        _ values: EnumType,
        _ group: ObjectType,
        _ coordinate: String,
        _ provenance: Provenance?
    ) -> [GroupKeyMapping] {
        for key in keys where !values.values.contains(where: { $0.name == key.value }) {
            report(
                "\(key.coordinate) is always null: \(values.name) has no \(key.value), and it has no @aggregate",
                at: key.provenance
            )
        }
        return values.values.compactMap { value in
            if let key = keys.first(where: { $0.value == value.name }) { return key }
            report("\(value.name) of \(coordinate)(by:) needs a field of \(group.name) that shows it", at: provenance)
            return nil
        }
    }

    private mutating func groupKey(
        _ field: SchemaField,
        _ coordinate: String,
        of table: TableMapping
    ) -> GroupKeyMapping? {
        guard schema.isLeaf(field.type.namedType), field.type.listItem == nil else {
            report("\(coordinate) of a group must be a scalar or an enum, not \(field.type)", at: field.provenance)
            return nil
        }
        if field.type.isNonNull {
            report(
                "\(coordinate) must be nullable: rows that are not grouped by it have no one value of it",
                at: field.provenance
            )
        }
        for name in ["reference", "children", "history", "masked", "resolve"] where field.directives.named(name) != nil
        {
            report("@\(name) on \(coordinate) needs @table on the type", at: field.provenance)
        }
        let source: GroupKeyMapping.Source
        if let directive = field.directives.named("function") {
            if isPersonal(table.typename) {
                report("\(coordinate) groups people's rows by a function; only columns do", at: field.provenance)
                return nil
            }
            guard
                let name = function(named: directive.argument("name"), "@function of \(coordinate)", field.provenance)
            else { return nil }
            source = .function(name)
        } else {
            let column = field.directives.named("column")?.argument("name")?.stringText ?? field.name.snakeCase
            source = .column(column)
            if let reason = personalReason(column, of: table) ?? keyReason(column, of: table) {
                report("\(coordinate) groups by the column \"\(column)\": \(reason)", at: field.provenance)
                return nil
            }
        }
        return GroupKeyMapping(
            value: field.name.snakeCase.uppercased(),
            field: field.name,
            coordinate: coordinate,
            source: source,
            type: field.type,
            permission: field.directives.permission,
            provenance: field.provenance
        )
    }

    private mutating func aggregate(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive,
        of table: TableMapping,
        isSuppressed: Bool
    ) -> AggregateMapping? {
        guard let function = AggregateFunction(rawValue: directive.argument("function")?.enumName ?? "") else {
            return nil
        }
        let column = directive.argument("column")?.stringText
        if column == nil, function != .count {
            report("@aggregate(function: \(function.rawValue)) on \(coordinate) needs a column", at: field.provenance)
            return nil
        }
        if let column {
            let reason =
                personalReason(column, of: table) ?? (function.isCount ? nil : keyReason(column, of: table))
            if let reason {
                report("\(coordinate) aggregates the column \"\(column)\": \(reason)", at: field.provenance)
                return nil
            }
        }
        if field.type.isNonNull, isSuppressed || !function.isCount {
            report(
                "\(coordinate) must be nullable: "
                    + (isSuppressed ? "a group below the minimum has no value" : "no rows have no value"),
                at: field.provenance
            )
        }
        if !field.arguments.isEmpty {
            report("\(coordinate) with @aggregate takes no arguments", at: field.provenance)
        }
        return AggregateMapping(
            field: field.name,
            coordinate: coordinate,
            function: function,
            column: column,
            type: field.type,
            permission: field.directives.permission,
            provenance: field.provenance
        )
    }

    // MARK: - People

    /// Whether a type's rows are people: some of what is known of them is served masked only.
    private func isPersonal(_ typename: String) -> Bool {
        let types = [typename] + schema.possibleTypes(of: typename).map(\.name)
        return types.contains { name in
            (schema.type(named: name)?.fields ?? []).contains { $0.directives.named("masked") != nil }
        }
    }

    /// Why a column's values are not for statistics: they say who somebody is.
    private func personalReason(_ column: String, of table: TableMapping) -> String? {
        for suffix in ["_masked", "_cipher", "_hash"] where column.hasSuffix(suffix) {
            return "a column ending in \(suffix) says who somebody is"
        }
        return nil
    }

    /// Why a column tells rows or people apart.
    private func keyReason(_ column: String, of table: TableMapping) -> String? {
        if table.key == [column] { return "it is the key of \(table.typename)" }
        for field in table.fields.values {
            guard case .reference(let reference) = field.source, reference.columns.contains(column),
                isPersonal(reference.target)
            else { continue }
            return "it is a key of \(reference.target), whose rows are people"
        }
        for (name, other) in tables.sorted(by: { $0.key < $1.key }) where isPersonal(name) {
            for field in other.fields.values {
                guard case .children(let rows) = field.source, rows.target == table.typename,
                    rows.foreignKey.contains(column)
                else { continue }
                return "it is a key of \(name), whose rows are people"
            }
        }
        return nil
    }
}
