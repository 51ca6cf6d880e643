/// What of a filter is in a statement's text: which fields are given, and as what, without their values.
///
/// A sequence of bytes, so that it is quickly compared. An object is its fields, each the position in its input object and
/// what the field's kind adds, up to `end`: a test its `State`; operators a `State`, and with a value an object of tests; a
/// list how many objects, and these; a to-one relation a `State`, and with a value an object; a to-many relation an object
/// whose fields are quantifiers with an object each; anything else an object.
struct FilterShape: Hashable, Sendable {
    /// What a value makes of the text.
    enum State: UInt8, Sendable {
        case null, value
        /// The answer no to a question.
        case isFalse
        /// A value that no row can have.
        case impossible
    }

    static let end: UInt8 = 0xff

    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func append(member: Int) { bytes.append(UInt8(truncatingIfNeeded: member)) }
    mutating func append(_ state: State) { bytes.append(state.rawValue) }
    mutating func end() { bytes.append(Self.end) }
}

/// Reads a shape from its beginning to its end, with the placeholders and aliases that its text takes.
struct FilterShapeReader {
    private let bytes: [UInt8]
    private var position = 0
    private var valueCount = 0
    private var aliasCount = 0

    init(_ shape: FilterShape) { bytes = shape.bytes }

    /// The next field of an object; nil at its end.
    mutating func member() -> Int? {
        let byte = next()
        return byte == FilterShape.end ? nil : Int(byte)
    }

    mutating func state() -> FilterShape.State { FilterShape.State(rawValue: next()) ?? .null }

    mutating func count() -> Int { Int(next()) }

    /// The position of the next value.
    mutating func value() -> Int {
        valueCount += 1
        return valueCount - 1
    }

    /// A name for another table.
    mutating func alias() -> String {
        aliasCount += 1
        return "f\(aliasCount)"
    }

    private mutating func next() -> UInt8 {
        guard position < bytes.count else { return FilterShape.end }
        position += 1
        return bytes[position - 1]
    }
}
