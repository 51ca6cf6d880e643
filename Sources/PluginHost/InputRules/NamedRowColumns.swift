import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema

/// What `@row` asks of the table whose rows an input names.
enum NamedRowColumns {
    /// The columns by which each rule says which rows a caller may name.
    static func required(by schema: Schema) -> [RequiredColumn] {
        schema.types.flatMap { type -> [RequiredColumn] in
            switch type {
            case .input(let input): input.fields.flatMap { columns(of: $0, in: input.name, schema) }
            case .object(let object) where object.name == schema.mutationTypeName:
                object.fields.flatMap { field in
                    field.arguments.flatMap { columns(of: $0, in: "\(object.name).\(field.name)", schema) }
                }
            default: []
            }
        }
    }

    private static func columns(of value: SchemaInputValue, in place: String, _ schema: Schema) -> [RequiredColumn] {
        guard let rule = value.directives.first(where: { $0.name.text == "row" }).flatMap(RowRule.init),
            let named = schema.type(named: rule.typeName),
            let table = named.directives.first(where: { $0.name.text == "table" })?.argument("name")?.stringText
        else { return [] }
        let asked: [(String, [String], Bool)] = [
            ("court_code", ["text"], rule.isOfCourt), ("sealed", ["boolean"], rule.isOpen),
            ("assignees", ["bigint[]"], rule.isAssigned), ("active", ["boolean"], rule.isActive),
            ("roles", ["text[]"], rule.role != nil),
        ]
        return asked.filter(\.2).map { name, types, _ in
            RequiredColumn(
                asker: "\(place).\(value.name)'s @row",
                table: table,
                name: name,
                types: types,
                isNullable: false,
                provenance: value.provenance
            )
        }
    }
}
