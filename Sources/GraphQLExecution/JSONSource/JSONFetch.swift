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
final class JSONField: Sendable {
    let property: String
    let arguments: [CollectedArgument]
    /// Where the arguments themselves go when they are asked for, as JSON text.
    let argumentsColumn: Int
    let position: JSONPosition

    init(property: String, arguments: [CollectedArgument], argumentsColumn: Int, position: JSONPosition) {
        self.property = property
        self.arguments = arguments
        self.argumentsColumn = argumentsColumn
        self.position = position
    }
}

/// Where a value of some type goes (CompleteValue, GraphQL §6.4.3).
///
/// One object for all rows: a row hands it on without copying its parts.
final class JSONPosition: Sendable {
    enum Kind: Sendable {
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

    init(column: Int, coordinate: String, kind: Kind) {
        self.column = column
        self.coordinate = coordinate
        self.kind = kind
    }

    var isLeaf: Bool {
        if case .leaf = kind { true } else { false }
    }
}

/// An interface or union with the fields selected on each object type.
final class JSONAbstractType: Sendable {
    let name: String
    let fields: [String: [JSONField]]
    let schema: Schema

    init(name: String, fields: [String: [JSONField]], schema: Schema) {
        self.name = name
        self.fields = fields
        self.schema = schema
    }
}
