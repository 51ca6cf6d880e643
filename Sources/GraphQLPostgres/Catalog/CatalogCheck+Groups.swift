import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    /// Checks what connections group by and aggregate.
    mutating func checkConnections() {
        for (_, connection) in mapping.connections.sorted(by: { $0.key < $1.key }) {
            guard let table = mapping.tables[connection.target], let relation = catalog.relations[table.relation] else {
                continue
            }
            for aggregate in connection.aggregates.values { check(aggregate, table) }
            for groups in connection.groups.values {
                for key in groups.keys { check(key, table, relation) }
                for aggregate in groups.aggregates { check(aggregate, table) }
            }
        }
    }

    private mutating func check(_ key: GroupKeyMapping, _ table: TableMapping, _ relation: Catalog.Relation) {
        let type: ColumnType?
        let source: String
        switch key.source {
        case .column(let name):
            type = column(name, of: table, key.coordinate, key.provenance)?.type
            source = "column \(table.relation).\(name)"
        case .function(let name):
            type = function(name, over: table, relation, key.coordinate, key.provenance)
            source = "function \(name)"
        }
        guard let type else { return }
        if !type.isOrdered {
            report("\(key.coordinate): the \(source) is \(type.sql), which has no order", at: key.provenance)
        } else if !mapping.schema.accepts(type, as: key.type) {
            report(
                "\(key.coordinate): the \(source) is \(type.sql), but \(key.type.nullable) needs "
                    + mapping.schema.columnTypeNames(for: key.type),
                at: key.provenance
            )
        }
    }

    private mutating func check(_ aggregate: AggregateMapping, _ table: TableMapping) {
        let place = "\(aggregate.coordinate): \(aggregate.function.rawValue)"
        var type: ColumnType?
        if let name = aggregate.column {
            type = column(name, of: table, aggregate.coordinate, aggregate.provenance)?.type
            guard type != nil else { return }
        }
        guard let result = aggregate.function.result(over: type) else {
            report(
                "\(place) does not fit \(table.relation).\(aggregate.column ?? ""), \(type?.sql ?? "")",
                at: aggregate.provenance
            )
            return
        }
        guard AggregateReading(aggregate.function, result, as: aggregate.type, in: mapping.schema) == nil else {
            return
        }
        report(
            "\(place)\(aggregate.column.map { " of \(table.relation).\($0)" } ?? "") is \(result.sql), which "
                + "\(aggregate.type.nullable) does not fit",
            at: aggregate.provenance
        )
    }
}
