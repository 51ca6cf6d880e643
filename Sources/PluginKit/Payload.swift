public import CourtFormats

/// What a command answers: the cells of its payload type's fields by name.
///
/// Generated payload structs make it.
public struct Payload: Sendable {
    /// Scalar fields, and keys of fields whose type is a table.
    public var cells: [(name: String, cell: PayloadCell)]
    /// Fields that are lists of objects.
    public var lists: [(name: String, items: [Payload])]

    /// Creates a payload.
    public init(cells: [(name: String, cell: PayloadCell)] = [], lists: [(name: String, items: [Payload])] = []) {
        self.cells = cells
        self.lists = lists
    }
}

extension Payload {
    /// The answer of a mutation whose type is a table's: the row's key, nil for none.
    public init(row key: Int64?) { self.init(cells: [(name: "key", cell: key.map { .key($0) } ?? .null)]) }
}

/// One value of a payload, or of a batch resolver's key or answer.
public enum PayloadCell: Hashable, Sendable {
    /// SQL NULL.
    case null
    /// `ID`, or the key of a row.
    case key(Int64)
    /// `Int`.
    case integer(Int32)
    /// A number that is none of the 32 bits of `Int`: an error stands in its place.
    case outOfRange
    /// `Float`.
    case double(Double)
    /// `Boolean`.
    case boolean(Bool)
    /// `String`, an enum value's name, or a custom scalar.
    case text(String)
    /// `Date`.
    case date(CalendarDate)
    /// `DateTime`.
    case timestamp(Timestamp)
    /// A list of strings or enum values.
    case texts([String])
    /// A list of keys.
    case keys([Int64])
}

extension PayloadCell {
    /// The cell of an `Int`.
    ///
    /// A number beyond 32 bits is never another one: it is `outOfRange`.
    public static func integer(of number: Int) -> PayloadCell {
        Int32(exactly: number).map { .integer($0) } ?? .outOfRange
    }
}

/// A type that generated code makes from a mutation's payload type.
public protocol PayloadEncodable: Sendable {
    /// The payload's cells.
    var payload: Payload { get }
}
