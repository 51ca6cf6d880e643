import GraphQLLanguage
import GraphQLSchema

/// Compares a mapping with the database's catalog.
struct CatalogCheck {
    let mapping: Mapping
    let catalog: Catalog
    private(set) var diagnostics: [SchemaDiagnostic] = []
    /// Input objects of filters lead to each other in circles.
    var checkedFilters: Set<CheckedFilter> = []

    init(mapping: Mapping, catalog: Catalog) {
        self.mapping = mapping
        self.catalog = catalog
    }

    mutating func report(_ message: String, at provenance: Provenance?) {
        let diagnostic = SchemaDiagnostic(message, provenance: provenance.map { [$0] } ?? [])
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    mutating func checkAll() {
        for table in mapping.tables.values {
            guard let relation = catalog.relations[table.relation] else {
                let close = closest(table.relation.description, catalog.relations.keys.map(\.description))
                report("\(table.typename): there is no table or view \(table.relation)\(close)", at: table.provenance)
                continue
            }
            check(table, relation)
        }
        checkConnections()
        for (name, query) in mapping.queries.sorted(by: { $0.key < $1.key }) {
            switch query.source {
            case .lookup(let lookup): check(lookup)
            case .rows(let rows): check(rows, parent: nil)
            case .node: break
            case .resolver(let mapped):
                let field = mapping.schema.rootType(for: .query)?.field(named: name)
                checkAnswer(field?.type, mapped.coordinate, field?.provenance)
            }
        }
    }

    private mutating func check(_ table: TableMapping, _ relation: Catalog.Relation) {
        checkRights(on: table, relation)
        checkKey(table, relation)
        checkVisibility(of: table)
        for (name, field) in table.fields {
            if table.hasColumn(of: field, name, catalog) { check(field, of: table, relation) }
        }
        checkTypes(of: table, relation)
    }

    private mutating func check(_ field: FieldMapping, of table: TableMapping, _ relation: Catalog.Relation) {
        switch field.source {
        case .column(let name):
            guard let type = column(name, of: table, field.coordinate, field.provenance)?.type else { return }
            checkAgreement(type, field, "column \(table.relation).\(name)")
        case .function(let name):
            guard let type = function(name, over: table, relation, field.coordinate, field.provenance) else { return }
            checkAgreement(type, field, "function \(name)")
        case .reference(let reference): check(reference, of: table, field.provenance)
        case .children(let rows): check(rows, parent: table)
        case .nodeID: checkNodeID(field, of: table)
        case .resolver(let mapped):
            for name in mapped.columns {
                checkResolverKey(name, of: table, "@resolve of \(field.coordinate)", field.provenance)
            }
            checkAnswer(field.type, field.coordinate, field.provenance)
        }
    }

    private mutating func checkAgreement(_ type: ColumnType, _ field: FieldMapping, _ source: String) {
        guard !mapping.schema.serves(type, as: field.type) else { return }
        report(
            "\(field.coordinate): the \(source) is \(type.sql), but \(field.type.nullable) needs "
                + mapping.schema.columnTypeNames(for: field.type, served: true),
            at: field.provenance
        )
    }

    private mutating func check(_ reference: ReferenceMapping, of table: TableMapping, _ provenance: Provenance?) {
        guard let target = mapping.tables[reference.target] else { return }
        let key = reference.key ?? target.identity
        let place = "@reference of \(reference.coordinate)"
        for (here, there) in zip(reference.columns, key) {
            checkPair(here, of: table, there, of: target, place, provenance)
        }
        checkPairing(reference.columns, of: table, key, of: target, place, provenance)
        guard let relation = catalog.relations[target.relation], relation.isTable, !relation.isUnique(key) else {
            return
        }
        report(
            "\(place): no unique index of \(target.relation) is within (\(key.joined(separator: ", ")))",
            at: provenance
        )
    }

    mutating func checkPair(
        _ here: String,
        of table: TableMapping,
        _ there: String,
        of target: TableMapping,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let left = column(here, of: table, place, provenance)?.type,
            let right = column(there, of: target, place, provenance)?.type, left != right
        else { return }
        report(
            "\(place): \(table.relation).\(here) is \(left.sql), but \(target.relation).\(there) is \(right.sql)",
            at: provenance
        )
    }

    // MARK: - What is there

    /// A column of a known type; nil, and reported, for another.
    ///
    /// Silent where the whole relation is missing.
    mutating func column(
        _ name: String,
        of table: TableMapping,
        _ place: String,
        _ provenance: Provenance?
    ) -> (type: ColumnType, isNullable: Bool)? {
        guard let relation = catalog.relations[table.relation] else { return nil }
        guard let column = relation.columns[name] else {
            let close = closest(name, Array(relation.columns.keys))
            report("\(place): \(table.relation) has no column \"\(name)\"\(close)", at: provenance)
            return nil
        }
        guard let type = column.type else {
            report(
                "\(place): the type \(column.typeName) of \(table.relation).\(name) is not supported",
                at: provenance
            )
            return nil
        }
        checkRight(on: name, of: table, relation, place, provenance)
        return (type, column.isNullable)
    }

    mutating func checkColumn(
        _ name: String,
        of table: TableMapping,
        is expected: ColumnType,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let type = column(name, of: table, place, provenance)?.type, type != expected else { return }
        report("\(place): \(table.relation).\(name) is \(type.sql), but must be \(expected.sql)", at: provenance)
    }

    mutating func checkOrdered(_ name: String, of table: TableMapping, _ place: String, _ provenance: Provenance?) {
        guard let type = column(name, of: table, place, provenance)?.type, !type.isOrdered else { return }
        report("\(place): \(table.relation).\(name) is \(type.sql), which has no order", at: provenance)
    }

    mutating func function(
        _ name: QualifiedName,
        over table: TableMapping,
        _ relation: Catalog.Relation,
        _ place: String,
        _ provenance: Provenance?
    ) -> ColumnType? {
        guard let function = catalog.function(name, over: relation) else {
            let close = closest(name.description, catalog.functions.keys.map(\.description))
            let found = catalog.functions[name] == nil ? close : "; it takes other arguments"
            report("\(place): there is no function \(name)(\(table.relation))\(found)", at: provenance)
            return nil
        }
        guard let type = ColumnType(oid: function.returnType), !function.returnsSet else {
            report("\(place): what \(name) returns is not supported", at: provenance)
            return nil
        }
        if let obstacle = function.inliningObstacle {
            report("\(place): \(name) is \(obstacle), so that it is not inlined", at: provenance)
        }
        checkRights(on: function, named: name, over: (relation, table.relation), place, provenance)
        return type
    }

    /// `; did you mean "due_on"?`, or nothing when no name is near.
    func closest(_ name: String, _ candidates: [String]) -> String {
        let ranked = candidates.map { ($0.editDistance(to: name), $0) }.min { $0 < $1 }
        guard let (distance, candidate) = ranked, distance <= name.count * 2 / 5 else { return "" }
        return "; did you mean \"\(candidate)\"?"
    }
}

extension String {
    /// Insertions, deletions and substitutions that lead to another text.
    fileprivate func editDistance(to other: String) -> Int {
        let target = Array(other)
        var previous = Array(0...target.count)
        for (row, character) in enumerated() {
            var current = [row + 1]
            for (column, candidate) in target.enumerated() {
                let substitution = previous[column] + (character == candidate ? 0 : 1)
                current.append(Swift.min(substitution, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[target.count]
    }
}
