import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Reads a field with `@history`: the rows that refer to this type's name and this row's key.
    mutating func history(_ field: SchemaField, _ coordinate: String, _ directive: Directive) -> RowsMapping? {
        let parent = coordinate.split(separator: ".").first.map(String.init) ?? ""
        guard field.type.listItem != nil, isTable(field.type.namedType) else {
            report(
                "\(coordinate) with @history must be a list of a type with @table, not \(field.type)",
                at: field.provenance
            )
            return nil
        }
        guard isTable(parent), tableKeyCount(parent) == 1 else {
            report("\(coordinate) with @history needs an object type with a key of one column", at: field.provenance)
            return nil
        }
        func text(_ value: String) -> Value { Value(.string(value, isBlock: false), offset: directive.offset) }
        func argument(_ name: String, _ value: Value) -> Argument {
            Argument(name: Name(name, offset: directive.offset), value: value)
        }
        let records = Directive(
            name: Name("children", offset: directive.offset),
            arguments: [
                argument("columns", text("object_id")), argument("typename", text("object_type")),
                argument("maxRows", directive.argument("maxRows") ?? Value(.int("500"), offset: directive.offset)),
            ],
            offset: directive.offset
        )
        var rows = rows(field, coordinate, records)
        rows?.recordsOf = parent
        return rows
    }
}
