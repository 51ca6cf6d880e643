import GraphQLLanguage
import GraphQLSchema

/// A type whose rows are changed, as its declaration says it: where they are kept, and what an input calls them.
struct Entity: Sendable {
    let typeName: String
    /// `letters.letter`.
    let table: String
    let versionColumn: String
    let stateColumn: String
    /// The field of Query that answers one by `id`; nil for none.
    let lookup: String?

    /// What an input calls its key: `letterId`.
    var keyName: String { typeName.prefix(1).lowercased() + typeName.dropFirst() + "Id" }

    /// Nil for a type that is no object of a table.
    init?(_ typeName: String, in schema: Schema) {
        guard case .object(let type) = schema.type(named: typeName),
            let table = type.directives.first(where: { $0.name.text == "table" })?.argument("name")?.stringText
        else { return nil }
        let changes = type.directives.first { $0.name.text == "changes" }
        self.typeName = typeName
        self.table = table
        versionColumn = changes?.argument("version")?.stringText ?? "version"
        stateColumn = changes?.argument("state")?.stringText ?? "state"
        lookup =
            schema.rootType(for: .query)?.fields.first { field in
                field.type.namedType == typeName && field.type.nullable.listItem == nil
                    && field.arguments.map(\.name) == ["id"]
            }?.name
    }

    /// What to select of a mutation's payload to see the row: `letter { id }`; nil where the payload has no such field.
    static func selection(of fields: String, _ typeName: String, in mutation: String, _ schema: Schema) -> (
        text: String, path: String
    )? {
        guard let field = schema.rootType(for: .mutation)?.field(named: mutation) else { return nil }
        if field.type.namedType == typeName { return (fields, mutation) }
        guard case .object(let payload) = schema.type(named: field.type.namedType),
            let row = payload.fields.first(where: {
                $0.type.namedType == typeName && $0.type.nullable.listItem == nil
            })
        else { return nil }
        return ("\(row.name) { \(fields) }", "\(mutation).\(row.name)")
    }
}
