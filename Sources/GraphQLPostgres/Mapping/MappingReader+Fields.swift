import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Reads where a field of a table's type comes from.
    mutating func field(_ field: SchemaField, of typename: String) -> FieldMapping? {
        let coordinate = "\(typename).\(field.name)"
        let named = ["column", "function", "reference", "children", "history", "resolve"].filter {
            field.directives.named($0) != nil
        }
        if named.count > 1 {
            let list = named.map { "@\($0)" }.joined(separator: " and ")
            report("\(coordinate) has \(list); a field comes from one place", at: field.provenance)
            return nil
        }
        checkMask(field, coordinate)
        let isNodeID = isNodeID(field, of: typename)
        if isNodeID, let name = named.first {
            report(
                "\(coordinate) is made of the type's name and the key: @\(name) has no place there",
                at: field.provenance
            )
        }
        guard let source = isNodeID ? .nodeID : source(of: field, coordinate) else { return nil }
        return FieldMapping(
            coordinate: coordinate,
            type: field.type,
            permission: field.directives.permission,
            source: source,
            provenance: field.provenance
        )
    }

    private mutating func source(of field: SchemaField, _ coordinate: String) -> FieldMapping.Source? {
        if let directive = field.directives.named("reference") {
            return reference(field, coordinate, directive).map { .reference($0) }
        }
        if let directive = field.directives.named("children") {
            return rows(field, coordinate, directive).map { .children($0) }
        }
        if let directive = field.directives.named("history") {
            return history(field, coordinate, directive).map { .children($0) }
        }
        if let directive = field.directives.named("resolve") {
            return resolver(field, coordinate, directive).map { .resolver($0) }
        }
        guard schema.isLeaf(field.type.namedType) else {
            let needed =
                if schema.connectionNode(of: field.type.namedType) != nil {
                    "is a list of objects: it needs @children"
                } else if field.type.listItem != nil {
                    "is a list of objects: it needs @children or @resolve"
                } else {
                    "is an object: it needs @reference or @resolve"
                }
            report("\(coordinate) \(needed)", at: field.provenance)
            return nil
        }
        if let item = field.type.listItem, item.listItem != nil {
            report("\(coordinate) is a list of lists: no column holds one", at: field.provenance)
            return nil
        }
        if let directive = field.directives.named("function") {
            return function(named: directive.argument("name"), "@function of \(coordinate)", field.provenance)
                .map { .function($0) }
        }
        return column(field, coordinate).map { .column($0) }
    }

    private mutating func column(_ field: SchemaField, _ coordinate: String) -> String? {
        let column = field.directives.named("column")?.argument("name")?.stringText ?? field.name.snakeCase
        for suffix in ["_cipher", "_hash"] where column.hasSuffix(suffix) {
            report(
                "\(coordinate) reads the column \"\(column)\": a column ending in \(suffix) is never served",
                at: field.provenance
            )
            return nil
        }
        return column
    }

    private mutating func checkMask(_ field: SchemaField, _ coordinate: String) {
        guard field.directives.named("masked") != nil else { return }
        let column = field.directives.named("column")?.argument("name")?.stringText ?? field.name.snakeCase
        guard !column.hasSuffix("_masked") else { return }
        report(
            "\(coordinate) is @masked but reads the column \"\(column)\": a masked form is kept in a column ending in _masked",
            at: field.provenance
        )
    }

    mutating func function(named value: Value?, _ place: String, _ provenance: Provenance?) -> QualifiedName? {
        let text = value?.stringText ?? ""
        if let name = QualifiedName(text) { return name }
        report("\(place) must name a schema and a function, not \"\(text)\"", at: provenance)
        return nil
    }

    private mutating func reference(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive
    ) -> ReferenceMapping? {
        let target = field.type.namedType
        guard field.type.listItem == nil, hasRows(target) else {
            report("@reference on \(coordinate) needs a type with @table, not \(field.type)", at: field.provenance)
            return nil
        }
        let columns = directive.strings("columns") ?? []
        let key = directive.strings("key")
        let keyCount = key?.count ?? identityCount(target)
        guard columns.count == keyCount, !columns.isEmpty else {
            report(
                "@reference on \(coordinate) names \(columns.count) columns for a key of \(keyCount) columns",
                at: field.provenance
            )
            return nil
        }
        return ReferenceMapping(coordinate: coordinate, target: target, columns: columns, key: key)
    }

    func tableKeyCount(_ name: String) -> Int {
        schema.type(named: name)?.directives.named("table")?.strings("key")?.count ?? 1
    }

    /// How many columns lead to a row: the key's, and in front of them the type's name where it is not known.
    func identityCount(_ name: String) -> Int { tableKeyCount(name) + (isTable(name) ? 0 : 1) }
}
