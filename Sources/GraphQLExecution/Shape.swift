package import GraphQLLanguage

/// How one position of the response is written from fetched rows.
///
/// Columns count from 0 in the current row's batch. Where a column holds an error instead of a value, it is raised at
/// the position's path.
package indirect enum Shape: Sendable {
    /// A scalar, enum or list of scalars in a cell of the current row.
    case leaf(column: Int, LeafEncoding)
    /// An object whose fields stand in the current row; null when the `presence` column is SQL NULL.
    case object(ObjectShape, presence: Int?)
    /// An object of an abstract type: the `typename` column says which of the shapes it has.
    case variant(typename: Int, [String: Shape])
    /// A `NodeID`: the object type's name and the key in a column of the current row, which is no array.
    case nodeID(typename: String, key: Int, LeafEncoding)
    /// The current row's rows in a keyed fetch (all rows of a root fetch) as a list.
    case rows(fetch: Int, element: Shape, elementIsNonNull: Bool)
    /// The current row's first row in a keyed fetch (of a root fetch), or null.
    case row(fetch: Int, Shape)
    /// The current row's rows in `list`, each replaced by its first row in `fetch`: a key without a row is left out of the
    /// list; a null or an error in the `key` column is not.
    case found(list: Int, key: Int, fetch: Int, element: Shape)
    /// A Relay connection over the current row's rows in a fetch.
    case connection(ConnectionShape)
    /// JSON text known when planning: `__typename`, an empty object.
    case constant([UInt8])
    /// `__schema` or `__type`, answered from the schema itself when writing.
    case introspection(CollectedField)
    /// A position without a value: null with this error at its path.
    case refused(GraphQLError)
    /// The shape where this column of the current row has a value, else its null or error: for lists and rows of
    /// another fetch whose parent knows that they are missing.
    case present(column: Int, Shape)
    /// JSON text in a column of the current row, if it has one; else the shape.
    case given(column: Int, otherwise: Shape)
}

/// The fields of an object in response order.
package struct ObjectShape: Sendable {
    package let typename: String
    package let fields: [OutputField]
    /// What stands in the place of every such object: its selections could not be collected (GraphQL §6.3.2).
    package let refusal: GraphQLError?

    package init(typename: String, fields: [OutputField], refusal: GraphQLError? = nil) {
        self.typename = typename
        self.fields = fields
        self.refusal = refusal
    }
}

/// One response key with how its value is written.
package struct OutputField: Sendable {
    package let responseKey: String
    /// `"key":` as JSON text, ready to append.
    package let keyBytes: [UInt8]
    /// `Type.field`, for error messages.
    package let coordinate: String
    package let shape: Shape
    package let isNonNull: Bool
    /// Byte offsets of the field's nodes in the document, for error locations.
    package let offsets: [Int]

    package init(
        responseKey: String,
        coordinate: String,
        shape: Shape,
        isNonNull: Bool,
        offsets: [Int]
    ) {
        self.responseKey = responseKey
        // A response key is a GraphQL name: nothing in it needs escaping.
        keyBytes = Array("\"\(responseKey)\":".utf8)
        self.coordinate = coordinate
        self.shape = shape
        self.isNonNull = isNonNull
        self.offsets = offsets
    }
}

/// A connection object's fields in response order (Relay Cursor Connections).
package struct ConnectionShape: Sendable {
    package enum Part: Sendable {
        /// `edges`: per row an object of `cursor`, `node`, `__typename`.
        case edges([EdgePart])
        /// `nodes`: per row the node.
        case nodes(Shape)
        case pageInfo([PageInfoPart])
        /// `totalCount`, or another count: a cell of the current row's row in this fetch, by default the first after the
        /// ordinal; 0 without a row.
        case totalCount(fetch: Int, column: Int? = nil)
        /// Any other field, from the row that the connection itself hangs on.
        case field(OutputField)
        case constant([UInt8])
    }

    package enum EdgeValue: Sendable {
        case cursor
        case node(Shape)
        case constant([UInt8])
    }

    package enum PageInfoValue: Sendable {
        case hasNextPage, hasPreviousPage, startCursor, endCursor
        case constant([UInt8])
    }

    /// A response key (`"key":` as JSON text) with its value.
    package struct Keyed<Content: Sendable>: Sendable {
        package let keyBytes: [UInt8]
        package let responseKey: String
        package let content: Content

        package init(responseKey: String, content: Content) {
            self.responseKey = responseKey
            keyBytes = Array("\"\(responseKey)\":".utf8)
            self.content = content
        }
    }

    package typealias EdgePart = Keyed<EdgeValue>
    package typealias PageInfoPart = Keyed<PageInfoValue>

    /// The page's rows; nil where nothing of them is selected.
    package let fetch: Int?
    package let parts: [Keyed<Part>]
    /// What a cursor is made of, the columns that its rows are ordered by, and how it is made.
    package let cursorColumns: [Int]
    package let cursorFactory: CursorFactory
    /// The type of its nodes, for error messages.
    package let nodeType: String

    package init(
        fetch: Int?,
        parts: [Keyed<Part>],
        cursorColumns: [Int],
        cursorFactory: CursorFactory,
        nodeType: String
    ) {
        self.nodeType = nodeType
        self.fetch = fetch
        self.parts = parts
        self.cursorColumns = cursorColumns
        self.cursorFactory = cursorFactory
    }
}

/// How a cell's bytes (PostgreSQL's binary formats) become JSON.
package indirect enum LeafEncoding: Hashable, Sendable {
    /// UTF-8 text as a JSON string: String, ID, enums, custom scalars kept as text.
    case text
    /// One byte, 0 or 1.
    case boolean
    case int2, int4, int8
    /// int8 as an `Int`, which has 32 bits: an error where it needs more.
    case int8AsInt
    /// int8 as a JSON string (ID).
    case int8Text
    case float8
    /// numeric as a JSON number.
    case numeric
    /// int4 days since 2000-01-01 as `"2018-03-01"`.
    case date
    /// int8 microseconds since 2000-01-01 UTC as `"2018-03-01T00:00:00.000000Z"`, fraction left out when zero.
    case timestamp
    case uuid
    /// jsonb (version byte 1, then text) or json text, copied as it is.
    case json
    /// A one-dimensional array of these.
    case array(of: LeafEncoding, itemIsNonNull: Bool)
}
