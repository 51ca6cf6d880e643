import GraphQLExecution
import Postgres

/// The PostgreSQL types that a mapped column may have.
indirect enum ColumnType: Hashable, Sendable {
    case boolean, int2, int4, int8, float8, numeric, text, uuid, date, timestamp, json, jsonb
    case array(of: ColumnType)

    private static let numericOID: UInt32 = 1700
    private static let numericArrayOID: UInt32 = 1231
    private static let uuidOID: UInt32 = 2950
    private static let uuidArrayOID: UInt32 = 2951

    /// Every scalar type with its object id, its array's, and its name.
    private static let scalars: [(type: ColumnType, oid: UInt32, arrayOID: UInt32, name: String)] = [
        (.boolean, PostgresType.bool, PostgresType.boolArray, "boolean"),
        (.int2, PostgresType.int2, PostgresType.int2Array, "smallint"),
        (.int4, PostgresType.int4, PostgresType.int4Array, "integer"),
        (.int8, PostgresType.int8, PostgresType.int8Array, "bigint"),
        (.float8, PostgresType.float8, PostgresType.float8Array, "double precision"),
        (.numeric, numericOID, numericArrayOID, "numeric"),
        (.text, PostgresType.text, PostgresType.textArray, "text"),
        (.uuid, uuidOID, uuidArrayOID, "uuid"),
        (.date, PostgresType.date, PostgresType.dateArray, "date"),
        (.timestamp, PostgresType.timestamptz, PostgresType.timestamptzArray, "timestamptz"),
        (.json, PostgresType.json, 199, "json"),
        (.jsonb, PostgresType.jsonb, 3807, "jsonb"),
    ]

    /// nil for a type that no field can be mapped to.
    init?(oid: UInt32) {
        // bpchar, varchar and name are read and compared as text.
        let oid = [1042, 1043, 19].contains(oid) ? PostgresType.text : oid
        let arrayOID = [1014, 1015, 1003].contains(oid) ? PostgresType.textArray : oid
        if let scalar = Self.scalars.first(where: { $0.oid == oid }) {
            self = scalar.type
        } else if let scalar = Self.scalars.first(where: { $0.arrayOID == arrayOID }) {
            self = .array(of: scalar.type)
        } else {
            return nil
        }
    }

    private var scalar: (type: ColumnType, oid: UInt32, arrayOID: UInt32, name: String)? {
        Self.scalars.first { $0.type == self }
    }

    var oid: UInt32 {
        if case .array(let item) = self { return item.arrayOID }
        return scalar?.oid ?? 0
    }

    var arrayOID: UInt32 { scalar?.arrayOID ?? 0 }

    /// As it stands in a statement.
    var sql: String {
        if case .array(let item) = self { return "\(item.sql)[]" }
        return scalar?.name ?? "unknown"
    }

    /// Whether rows can be put in its order, and a cursor made of it.
    var isOrdered: Bool {
        switch self {
        case .json, .jsonb, .array: false
        default: true
        }
    }

    /// Whether a value can be bound to compare with it.
    var isComparable: Bool {
        switch self {
        case .json, .jsonb, .numeric: false
        case .array(let item): item.isComparable
        default: true
        }
    }

    var isArray: Bool {
        if case .array = self { true } else { false }
    }

    /// How its cells become JSON; an int8 is text where it is an ID.
    func encoding(isID: Bool, itemIsNonNull: Bool = false) -> LeafEncoding {
        switch self {
        case .boolean: .boolean
        case .int2: .int2
        case .int4: .int4
        case .int8: isID ? .int8Text : .int8
        case .float8: .float8
        case .numeric: .numeric
        case .text: .text
        case .uuid: .uuid
        case .date: .date
        case .timestamp: .timestamp
        case .json, .jsonb: .json
        case .array(let item): .array(of: item.encoding(isID: isID), itemIsNonNull: itemIsNonNull)
        }
    }
}
