import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// A mapping that agrees with the database: every column, function and index it needs is there.
package struct ResolvedMapping: Sendable {
    let mapping: Mapping
    let catalog: Catalog
    /// By an abstract type and each of its types: what `type(_:in:)` answers.
    private let sharedTypes: [String: [String: TableMapping]]

    fileprivate init(mapping: Mapping, catalog: Catalog) {
        var mapping = mapping
        mapping.tables = mapping.tables.mapValues { table in
            var table = table
            table.visibility = table.visibility.settled(for: table.relation, catalog)
            return table
        }
        self.mapping = mapping
        self.catalog = catalog
        sharedTypes = mapping.tables.mapValues { table in
            Dictionary(
                table.types.compactMap { mapping.tables[$0]?.shared(with: table, catalog) }.map { ($0.typename, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
}

extension Mapping {
    /// Checks the mapping against the database: relations, columns, functions, types and indexes; reports every problem.
    ///
    /// `functions` and `columns` are asked for beside it.
    package func resolved(
        against catalog: Catalog,
        functions: [RequiredFunction] = [],
        columns: [RequiredColumn] = []
    ) throws(MappingFailure) -> ResolvedMapping {
        var check = CatalogCheck(mapping: self, catalog: catalog)
        check.checkAll()
        for function in functions { check.check(function) }
        for column in columns { check.check(column) }
        guard check.diagnostics.isEmpty else { throw MappingFailure(check.diagnostics) }
        return ResolvedMapping(mapping: self, catalog: catalog)
    }
}

/// What the planner asks; the check has seen that everything asked for is there.
extension ResolvedMapping {
    func table(_ typename: String) -> TableMapping {
        guard let table = mapping.tables[typename] else { preconditionFailure("\(typename) has no table") }
        return table
    }

    func relation(of table: TableMapping) -> Catalog.Relation {
        guard let relation = catalog.relations[table.relation] else {
            preconditionFailure("\(table.relation) was not checked")
        }
        return relation
    }

    func column(_ name: String, of table: TableMapping) -> (type: ColumnType, isNullable: Bool) {
        guard let column = relation(of: table).columns[name], let type = column.type else {
            preconditionFailure("\(table.relation).\(name) was not checked")
        }
        return (type, column.isNullable)
    }

    func function(_ name: QualifiedName, over table: TableMapping) -> ColumnType {
        guard let function = catalog.function(name, over: relation(of: table)),
            let type = ColumnType(oid: function.returnType)
        else { preconditionFailure("\(name) was not checked") }
        return type
    }

    /// The type of a set-returning function's argument.
    func argument(_ argument: String, of function: QualifiedName) -> ColumnType {
        for candidate in catalog.functions[function] ?? [] {
            if let position = candidate.argumentNames.firstIndex(of: argument),
                position < candidate.argumentTypes.count, let type = ColumnType(oid: candidate.argumentTypes[position])
            {
                return type
            }
        }
        preconditionFailure("\(function)(\(argument)) was not checked")
    }

    /// An object type as far as the rows of an abstract type's table serve it.
    func type(_ typename: String, in table: TableMapping) -> TableMapping {
        guard let type = sharedTypes[table.typename]?[typename] else {
            preconditionFailure("\(typename) is no \(table.typename)")
        }
        return type
    }

    /// How an aggregate over a table's rows is read.
    func reading(of aggregate: AggregateMapping, over table: TableMapping) -> AggregateReading {
        let type = aggregate.column.map { column($0, of: table).type }
        guard let result = aggregate.function.result(over: type),
            let reading = AggregateReading(aggregate.function, result, as: aggregate.type, in: mapping.schema)
        else { preconditionFailure("\(aggregate.coordinate) was not checked") }
        return reading
    }

    /// How a leaf field's cell becomes JSON.
    func encoding(of type: TypeReference, _ column: ColumnType) -> LeafEncoding {
        column.encoding(isID: type.namedType == "ID", itemIsNonNull: type.listItem?.isNonNull ?? false)
    }
}

extension Schema {
    /// How a payload's or a resolver's cell becomes JSON: see `CommandFetch`.
    func payloadEncoding(of type: TypeReference) -> LeafEncoding {
        if let item = type.listItem {
            return .array(of: payloadEncoding(of: item), itemIsNonNull: item.isNonNull)
        }
        return switch type.namedType {
        case "ID": .int8Text
        case "Int": .int4
        case "Float": .float8
        case "Boolean": .boolean
        case "Date": .date
        case "DateTime": .timestamp
        default: .text
        }
    }

    /// Whether a leaf field can be read from a column: also a date or an instant as text (RFC 3339).
    func serves(_ column: ColumnType, as type: TypeReference) -> Bool {
        if accepts(column, as: type) { return true }
        if let item = type.listItem {
            guard case .array(let itemType) = column else { return false }
            return serves(itemType, as: item)
        }
        return type.namedType == "String" && Self.textTypes.contains(column)
    }

    /// Whether a leaf value can be compared with a column.
    func accepts(_ column: ColumnType, as type: TypeReference) -> Bool {
        if let item = type.listItem {
            guard case .array(let itemType) = column else { return false }
            return accepts(itemType, as: item)
        }
        guard !column.isArray else { return false }
        if case .enumeration = self.type(named: type.namedType) { return column == .text }
        return Self.columnTypes[type.namedType]?.contains(column) ?? true
    }

    /// For messages: `Int needs smallint or integer`.
    func columnTypeNames(for type: TypeReference, served: Bool = false) -> String {
        var names =
            if case .enumeration = self.type(named: type.namedType) {
                ["text"]
            } else {
                Self.columnTypes[type.namedType]?.map(\.sql) ?? ["a scalar type"]
            }
        if served, type.namedType == "String" { names += Self.textTypes.map(\.sql) }
        return names.map { type.listItem == nil ? $0 : "\($0)[]" }.joined(separator: " or ")
    }

    /// What is written as a JSON string anyway.
    private static let textTypes: [ColumnType] = [.date, .timestamp]

    private static let columnTypes: [String: [ColumnType]] = [
        "ID": [.int8, .text, .uuid],
        "Int": [.int2, .int4],
        "Float": [.float8, .numeric],
        "String": [.text],
        "Boolean": [.boolean],
        "Date": [.date],
        "DateTime": [.timestamp],
    ]
}
