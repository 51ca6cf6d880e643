public import CourtFormats

/// A column of a batch resolver's key; generated enums conform.
///
/// Wrapped in an optional, NULL is asked for, too.
public protocol ResolverKey: Sendable {
    /// Reads a cell; nil for a NULL that the type has no place for.
    static func read(_ cell: PayloadCell) throws(ResolverFault) -> Self?
}

extension ResolverFault {
    /// A cell of another type than the Swift key's.
    public static func unreadable<Key>(_ cell: PayloadCell, as type: Key.Type) -> ResolverFault {
        ResolverFault("a key column is a \(cell.kind), not the resolver's \(type)")
    }
}

extension Optional: ResolverKey where Wrapped: ResolverKey {
    /// Reads a cell; NULL is nil.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Wrapped?? {
        .some(try Wrapped.read(cell))
    }
}

extension ResolverKey where Self: RawRepresentable, RawValue == String {
    /// Reads the enum value's name.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Self? {
        guard let name = try String.read(cell) else { return nil }
        guard let value = Self(rawValue: name) else { throw ResolverFault("a key column has no value of \(Self.self)") }
        return value
    }
}

extension Int64: ResolverKey {
    /// Reads a `bigint`, `integer` or `smallint`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Int64? {
        switch cell {
        case .null: nil
        case .key(let value): value
        case .integer(let value): Int64(value)
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

extension Int: ResolverKey {
    /// Reads a `bigint`, `integer` or `smallint`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Int? { try Int64.read(cell).map { Int($0) } }
}

extension EntityID: ResolverKey {
    /// Reads a `bigint`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> EntityID? {
        try Int64.read(cell).map { EntityID($0) }
    }
}

extension String: ResolverKey {
    /// Reads a `text` or a `uuid`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> String? {
        switch cell {
        case .null: nil
        case .text(let value): value
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

extension Bool: ResolverKey {
    /// Reads a `boolean`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Bool? {
        switch cell {
        case .null: nil
        case .boolean(let value): value
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

extension Double: ResolverKey {
    /// Reads a `double precision`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Double? {
        switch cell {
        case .null: nil
        case .double(let value): value
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

extension CalendarDate: ResolverKey {
    /// Reads a `date`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> CalendarDate? {
        switch cell {
        case .null: nil
        case .date(let value): value
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

extension Timestamp: ResolverKey {
    /// Reads a `timestamptz`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> Timestamp? {
        switch cell {
        case .null: nil
        case .timestamp(let value): value
        default: throw .unreadable(cell, as: Self.self)
        }
    }
}

/// An element of an array column that is a resolver's key: `text[]` or `bigint[]`.
public protocol ResolverKeyElement: Sendable {
    /// Reads an array's cell; nil for NULL.
    static func readList(_ cell: PayloadCell) throws(ResolverFault) -> [Self]?
}

extension Array: ResolverKey where Element: ResolverKeyElement {
    /// Reads a `text[]` or a `bigint[]`.
    public static func read(_ cell: PayloadCell) throws(ResolverFault) -> [Element]? { try Element.readList(cell) }
}

extension String: ResolverKeyElement {
    /// Reads a `text[]`.
    public static func readList(_ cell: PayloadCell) throws(ResolverFault) -> [String]? {
        switch cell {
        case .null: nil
        case .texts(let values): values
        default: throw .unreadable(cell, as: [Self].self)
        }
    }
}

extension Int64: ResolverKeyElement {
    /// Reads a `bigint[]`.
    public static func readList(_ cell: PayloadCell) throws(ResolverFault) -> [Int64]? {
        switch cell {
        case .null: nil
        case .keys(let values): values
        default: throw .unreadable(cell, as: [Self].self)
        }
    }
}

extension PayloadCell {
    /// What it holds, for messages; never the value.
    var kind: String {
        switch self {
        case .null: "NULL"
        case .key: "bigint"
        case .integer: "integer"
        case .double: "double precision"
        case .boolean: "boolean"
        case .text: "text"
        case .date: "date"
        case .timestamp: "timestamptz"
        case .outOfRange: "a number out of range"
        case .texts: "text[]"
        case .keys: "bigint[]"
        }
    }
}
