import GraphQLLanguage
import GraphQLSchema

/// An object type whose objects are rows (`@table`).
struct TableMapping: Sendable {
    let typename: String
    let relation: QualifiedName
    /// Columns that identify a row.
    let key: [String]
    let scope: ScopeMapping
    /// Who may select any field of the type.
    let permission: String?
    let fields: [String: FieldMapping]
    let provenance: Provenance?
}

/// Columns that decide whether a caller sees a row (`@scope`).
struct ScopeMapping: Hashable, Sendable {
    var court: String?
    var sealed: String?
    var assignee: String?
    var recused: String?

    static let none = ScopeMapping()
}

/// A field of a table's type, and where its value comes from.
struct FieldMapping: Sendable {
    enum Source: Sendable {
        case column(String)
        case function(QualifiedName)
        case reference(ReferenceMapping)
        case children(RowsMapping)
        /// A batch resolver, keyed by these columns.
        case resolver(columns: [String])
    }

    let coordinate: String
    let type: TypeReference
    let permission: String?
    let source: Source
    let provenance: Provenance?
}

/// A to-one relation: columns here, equal to `key` columns there.
struct ReferenceMapping: Hashable, Sendable {
    let coordinate: String
    let target: String
    let columns: [String]
    /// nil for the key of the target's table.
    let key: [String]?
}
