import GraphQLLanguage
import GraphQLSchema

/// A type whose objects are rows (`@table`).
struct TableMapping: Sendable {
    let typename: String
    let relation: QualifiedName
    /// Columns that identify a row, of an abstract type among those of its object type.
    let key: [String]
    /// The column that names the object type of a row, where rows of several stand together.
    var typeColumn: String?
    /// The possible types of an abstract type.
    var types: [String] = []
    var visibility: TableVisibility
    /// Who may select any field of the type.
    let permission: String?
    let fields: [String: FieldMapping]
    /// Fields of an interface whose column may be missing: then they are read from the object types' own tables.
    var optionalFields: Set<String> = []
    let provenance: Provenance?
}

extension TableMapping {
    /// Columns that identify a row among all.
    var identity: [String] { [typeColumn].compactMap(\.self) + key }

    /// The columns that a to-many field's foreign key refers to.
    func parentColumns(of rows: RowsMapping) -> [String] { rows.isOfAbstractType ? identity : key }
}

/// A field of a table's type, and where its value comes from.
struct FieldMapping: Sendable {
    enum Source: Sendable {
        case column(String)
        case function(QualifiedName)
        case reference(ReferenceMapping)
        case children(RowsMapping)
        case resolver(ResolverMapping)
        /// The type's name and the key, as one id.
        case nodeID
    }

    let coordinate: String
    let type: TypeReference
    let permission: String?
    let source: Source
    let provenance: Provenance?
}

/// A batch resolver's field.
struct ResolverMapping: Hashable, Sendable {
    let coordinate: String
    /// The columns of the row that its keys are made of; none for a field of Query.
    let columns: [String]
    /// The most rows or objects that a list of its answer may have.
    let maxRows: Int
    /// Whether it reads the database, in the request's snapshot.
    let reads: Bool
}

/// A to-one relation: columns here, equal to `key` columns there.
struct ReferenceMapping: Hashable, Sendable {
    let coordinate: String
    let target: String
    let columns: [String]
    /// nil for the key of the target's table.
    let key: [String]?
    /// The rows here that have the relation: those of one object type among several.
    var restriction: TypeRestriction?
}
