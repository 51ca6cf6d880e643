import GraphQLExecution
package import GraphQLLanguage
import GraphQLSchema

/// Where a value that a batch resolver answers goes: into which cells of a fetch's rows, and what it must be.
package final class ResolverPosition: Sendable {
    package enum Kind: Sendable {
        /// A scalar, an enum value, or a list of these, in one cell.
        case leaf(ResolverLeaf)
        /// A row's key, a cell for each of these columns.
        case row([ResolverKeyColumn])
        /// Whether there is an object, then the cells of its fields.
        case object(ResolverObjectFields)
        /// Whether there is a list; its items are rows of this fetch.
        case list(fetch: Int)
    }

    /// Its first cell's column.
    package let column: Int
    /// `Type.field`, for what the log says.
    package let coordinate: String
    package let kind: Kind

    init(column: Int, coordinate: String, kind: Kind) {
        self.column = column
        self.coordinate = coordinate
        self.kind = kind
    }
}

/// The fields selected on an object without a table that a resolver answers.
package struct ResolverObjectFields: Sendable {
    package let selected: [(name: String, position: ResolverPosition)]
    /// All fields of the type, so that a misspelt one is noticed.
    package let names: [String]
}

/// A leaf of a resolver's answer, in the binary format that a payload's cell has (`CommandFetch`); an ID is text.
package struct ResolverLeaf: Sendable {
    package enum Kind: Sendable {
        case id, int, float, boolean, string, date, dateTime
        case enumeration([String])
    }

    package let kind: Kind
    package let isList: Bool
    /// As the schema says it: `[Int!]!`.
    package let typename: String

    init(_ type: TypeReference, in schema: Schema) {
        isList = type.listItem != nil
        typename = type.description
        kind =
            switch type.namedType {
            case "ID": .id
            case "Int": .int
            case "Float": .float
            case "Boolean": .boolean
            case "Date": .date
            case "DateTime": .dateTime
            default:
                if case .enumeration(let enumeration) = schema.type(named: type.namedType) {
                    .enumeration(enumeration.values.map(\.name))
                } else {
                    .string
                }
            }
    }

    /// How the cell becomes JSON.
    static func encoding(of type: TypeReference, in schema: Schema) -> LeafEncoding {
        if let item = type.listItem { return .array(of: encoding(of: item, in: schema), itemIsNonNull: item.isNonNull) }
        return type.namedType == "ID" ? .text : schema.payloadEncoding(of: type)
    }
}

/// A column of the key of the rows that a resolver names.
package struct ResolverKeyColumn: Sendable {
    let type: ColumnType

    /// For what the log says.
    package var sql: String { type.sql }

    /// The value in the column's binary format; nil for one that the column cannot have.
    package func encode(_ value: JSONValue) -> [UInt8]? { type.encode(value) }
}

extension ColumnType {
    /// Whether a batch resolver can be asked with it, and name a row by it.
    var isResolverKey: Bool {
        switch self {
        case .boolean, .int2, .int4, .int8, .float8, .text, .uuid, .date, .timestamp: true
        case .array(let item): item == .text || item == .int8
        case .numeric, .json, .jsonb: false
        }
    }
}
