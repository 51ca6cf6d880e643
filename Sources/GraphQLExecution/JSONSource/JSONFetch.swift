import GraphQLSchema

/// A fetch over JSON values: how one value fills the cells of one row.
///
/// A root fetch has one row, made of the root value; a keyed one has a row for each item of its parents' lists, the
/// ordinal of the parent in column 0.
final class JSONFetch: FetchDescription {
    enum Row: Sendable {
        /// The root value's property of this field.
        case root(JSONField)
        case item(JSONPosition)
    }

    let row: Row
    let columnCount: Int

    init(row: Row, columnCount: Int) {
        self.row = row
        self.columnCount = columnCount
    }
}

/// A field of an object: the property that it reads, and where its value goes.
struct JSONField: Sendable {
    let property: String
    let arguments: [CollectedArgument]
    /// Where the arguments themselves go when they are asked for, as JSON text.
    let argumentsColumn: Int
    let position: JSONPosition
}

/// Where a value of some type goes (CompleteValue, GraphQL §6.4.3).
struct JSONPosition: Sendable {
    indirect enum Kind: Sendable {
        /// The coerced value as JSON text.
        case leaf(ResultLeaf)
        /// Whether there is an object, and its fields.
        case object([JSONField])
        /// The name of the object's type, and its fields.
        case abstract(JSONAbstractType)
        /// Whether there is a list; its items are rows of this fetch.
        case list(fetch: Int)
    }

    let column: Int
    /// `Type.field`, for error messages.
    let coordinate: String
    let kind: Kind

    var isLeaf: Bool {
        if case .leaf = kind { true } else { false }
    }
}

/// An interface or union with the fields selected on each object type.
struct JSONAbstractType: Sendable {
    let name: String
    let fields: [String: [JSONField]]
    let schema: Schema
}
