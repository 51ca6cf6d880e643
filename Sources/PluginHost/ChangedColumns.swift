import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema

/// What `@changes` asks of a table beyond the columns that fields show.
enum ChangedColumns {
    /// The columns of every changed type: those that each has, and those that no field shows.
    static func required(by schema: Schema) -> [RequiredColumn] {
        schema.types.flatMap { type -> [RequiredColumn] in
            guard let changes = type.directives.first(where: { $0.name.text == "changes" }),
                let table = type.directives.first(where: { $0.name.text == "table" })?.argument("name")?.stringText
            else { return [] }
            func column(_ name: String, _ types: [String], isNullable: Bool = false) -> RequiredColumn {
                RequiredColumn(
                    asker: "\(type.name)'s @changes",
                    table: table,
                    name: name,
                    types: types,
                    isNullable: isNullable,
                    provenance: type.provenance
                )
            }
            let hidden = ["fixed", "changing"].flatMap { changes.argument($0)?.items.compactMap(\.stringText) ?? [] }
                .compactMap(declared)
            return [
                column("id", ["bigint"]), column("court_code", ["text"]), column("version", ["integer", "bigint"]),
                column("updated_at", ["timestamp with time zone"]),
            ] + hidden.map { column($0.name, types(of: $0.type), isNullable: !$0.type.isNonNull) }
        }
    }

    /// `void_reason: String`; nil for a field's name.
    private static func declared(_ entry: String) -> (name: String, type: TypeReference)? {
        guard let document = try? Document(parsing: Source("input X { \(entry) }")),
            case .type(let definition)? = document.definitions.first, case .input(let fields) = definition.body,
            let field = fields.first
        else { return nil }
        return (field.name.text, field.type)
    }

    private static func types(of type: TypeReference) -> [String] {
        let scalars: [String]
        switch type.namedType {
        case "ID": scalars = ["bigint"]
        case "Int": scalars = ["integer", "bigint", "smallint"]
        case "Float": scalars = ["double precision"]
        case "Boolean": scalars = ["boolean"]
        case "Date": scalars = ["date"]
        case "DateTime": scalars = ["timestamp with time zone"]
        default: scalars = ["text", "character varying"]
        }
        return type.listItem == nil ? scalars : scalars.map { "\($0)[]" }
    }
}
