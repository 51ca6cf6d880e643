import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    mutating func check(_ lookup: LookupMapping) {
        guard let table = mapping.tables[lookup.target] else { return }
        let place = "@lookup of \(lookup.coordinate)"
        for (argument, name, type) in lookup.columns {
            if let folding = lookup.foldings[argument] {
                let argumentPlace = "\(place), argument \"\(argument)\""
                checkFolding(name, of: table, by: folding, argumentPlace, lookup.provenance)
            }
            checkComparison(
                name,
                of: table,
                with: type,
                "\(place), argument \"\(argument)\"",
                lookup.provenance
            )
        }
        for own in lookup.own {
            let ownPlace = "@lookup(\(own.argument):) of \(lookup.coordinate)"
            checkColumn(own.name, of: table, is: mapping.terms.values[own.value].type, ownPlace, lookup.provenance)
        }
        let columns = lookup.columns.map(\.column)
        if !columns.isEmpty { checkIndex(columns, of: table, place, lookup.provenance) }
    }

    /// Checks `@rows`, or `@children` of a parent.
    mutating func check(_ rows: RowsMapping, parent: TableMapping?) {
        guard let table = mapping.tables[rows.target] else { return }
        let place = rows.coordinate
        if let parent {
            if let column = rows.restriction?.column {
                checkColumn(column, of: table, is: .text, "@children(typename:) of \(place)", rows.provenance)
            }
            for (here, there) in zip(parent.parentColumns(of: rows), rows.foreignKey) {
                checkPair(here, of: parent, there, of: table, "@children of \(place)", rows.provenance)
            }
            checkPairing(
                rows.foreignKey,
                of: table,
                parent.parentColumns(of: rows),
                of: parent,
                "@children of \(place)",
                rows.provenance
            )
            checkIndex(
                rows.foreignKey,
                or: rows.restriction.map { [$0.column] + rows.foreignKey },
                of: table,
                "@children of \(place)",
                rows.provenance
            )
        }
        if let type = rows.recordsOf { checkRecords(of: type, rows) }
        for term in rows.order { checkOrdered(term.column, of: table, "The order of \(place)", rows.provenance) }
        for (value, name) in rows.orderArgument?.columns ?? [] {
            checkOrdered(name, of: table, "\(value) of \(place)(orderBy:)", rows.orderArgument?.provenance)
        }
        for own in rows.own {
            let ownPlace = "@rows(\(own.argument):) of \(place)"
            checkColumn(own.name, of: table, is: mapping.terms.values[own.value].type, ownPlace, rows.provenance)
            if rows.function == nil { checkIndex([own.name], of: table, ownPlace, rows.provenance) }
        }
        if let function = rows.function {
            check(function, rows, table)
        } else if let relation = catalog.relations[table.relation], relation.isComposite {
            report("\(place): \(table.relation) is a composite type; it needs @rows(function:)", at: rows.provenance)
        }
        // A parent's rows are found by their foreign key: what is left to filter needs no index of its own.
        let needsIndex = parent == nil && rows.function == nil
        let required = rows.filters.compactMap(\.requiredColumn)
        for filter in rows.filters {
            check(filter, table, "The filter \(filter.name) of \(place)", needsIndex: needsIndex, behind: required)
        }
        if let filter = rows.filter { check(filter, needsIndex: needsIndex) }
    }

    private mutating func check(_ name: QualifiedName, _ rows: RowsMapping, _ table: TableMapping) {
        guard let relation = catalog.relations[table.relation] else { return }
        let place = "@rows(function:) of \(rows.coordinate)"
        guard let candidates = catalog.functions[name] else {
            let close = closest(name.description, catalog.functions.keys.map(\.description))
            report("\(place): there is no function \(name)\(close)", at: rows.provenance)
            return
        }
        guard let function = candidates.first(where: { $0.returnsSet && $0.returnType == relation.rowType }) else {
            report("\(place): \(name) does not return rows of \(table.relation)", at: rows.provenance)
            return
        }
        checkRights(on: function, named: name, place, rows.provenance)
        // One that reads more than the caller may is SECURITY DEFINER: rows of a function need not be inlined.
        if function.language != "sql" || function.isVolatile {
            report("\(place): \(name) must be a SQL function, STABLE or IMMUTABLE", at: rows.provenance)
        }
        for missing in function.requiredArguments where !rows.functionArguments.contains(where: { $0.name == missing })
        {
            report("\(place): \(name) needs an argument \"\(missing)\"", at: rows.provenance)
        }
        for argument in rows.functionArguments {
            guard let position = function.argumentNames.firstIndex(of: argument.name),
                position < function.argumentTypes.count
            else {
                report("\(place): \(name) has no argument \"\(argument.name)\"", at: argument.provenance)
                continue
            }
            let type = ColumnType(oid: function.argumentTypes[position])
            if type.map({ mapping.schema.accepts($0, as: argument.type) && $0.isComparable }) != true {
                report(
                    "\(place): the argument \"\(argument.name)\" of \(name) is \(type?.sql ?? "of another type"), but "
                        + "\(argument.type.nullable) needs \(mapping.schema.columnTypeNames(for: argument.type))",
                    at: argument.provenance
                )
            }
        }
    }

    mutating func checkComparison(
        _ name: String,
        of table: TableMapping,
        with type: TypeReference?,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let type, let column = column(name, of: table, place, provenance)?.type else { return }
        if mapping.schema.accepts(column, as: type), column.isComparable { return }
        report(
            "\(place): \(table.relation).\(name) is \(column.sql), but \(type.nullable) needs "
                + mapping.schema.columnTypeNames(for: type),
            at: provenance
        )
    }

    /// A table needs an index that begins with the columns, or with others that do as well; a view has its tables' indexes.
    mutating func checkIndex(
        _ columns: [String],
        or others: [String]? = nil,
        of table: TableMapping,
        _ place: String,
        _ provenance: Provenance?,
        forRanges: Bool = false
    ) {
        guard let relation = catalog.relations[table.relation], relation.isTable,
            columns.allSatisfy({ relation.columns[$0] != nil }),
            !relation.hasIndex(beginningWith: columns, forRanges: forRanges),
            others.map({ relation.hasIndex(beginningWith: $0, forRanges: forRanges) }) != true
        else { return }
        report(
            "\(place): no index of \(table.relation) begins with (\(columns.joined(separator: ", ")))",
            at: provenance
        )
    }
}

extension FilterMapping.Member {
    /// The column that every request compares for equality, because the argument is non-null.
    fileprivate var requiredColumn: String? {
        guard case .test(.column(let name, .equal)) = content, type.isNonNull else { return nil }
        return name
    }
}
