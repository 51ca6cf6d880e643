package import GraphQLLanguage

/// Writes JSON text into one growing buffer.
///
/// The buffer is its own: bytes are put down without a reference count or a copy, and leave it as an array at the end.
package struct JSONWriter: ~Copyable {
    /// Allocated here and freed in `deinit`; the first `count` of `capacity` bytes are written.
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    package private(set) var count = 0

    package init(reservingCapacity capacity: Int = 0) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The text written so far.
    package var bytes: [UInt8] {
        // The first `count` bytes are written.
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Makes room for this many bytes behind those written.
    @inline(__always)
    private mutating func reserve(_ byteCount: Int) {
        if capacity - count < byteCount { grow(by: byteCount) }
    }

    @inline(never)
    private mutating func grow(by byteCount: Int) {
        let larger = max(capacity * 2, count + byteCount)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        // Both hold at least `count` bytes, and do not overlap.
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }

    /// Drops all but the first `count` bytes.
    package mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count, "only written bytes can stay")
        self.count = count
    }

    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        // There is room for it.
        start[count] = byte
        count += 1
    }

    /// Appends an ASCII character that needs no escape where it stands.
    @inline(__always)
    package mutating func append(ascii scalar: Unicode.Scalar) { append(UInt8(ascii: scalar)) }

    private mutating func append(unescaped text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Appends JSON text as it is.
    package mutating func append(json text: StaticString) {
        // A static string's UTF-8 lives as long as the program; the count is its own.
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func append(json text: [UInt8]) { append(json: text.span) }

    /// Appends a stretch of a longer text as it is.
    package mutating func append(json text: [UInt8], in range: Range<Int>) {
        append(json: text.span.extracting(range))
    }

    package mutating func append(json text: Span<UInt8>) {
        // The pointer is used only inside the closure.
        text.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        reserve(text.count)
        // There is room for it, and nothing outside points into the buffer.
        let end = UnsafeMutableRawPointer(start + count)
        switch text.count {
        case 8...16:
            // Most keys: their first and last eight bytes, which may overlap, instead of a call.
            let first = UnsafeRawPointer(source).loadUnaligned(as: UInt64.self)
            let last = UnsafeRawPointer(source + text.count - 8).loadUnaligned(as: UInt64.self)
            end.storeBytes(of: first, as: UInt64.self)
            end.storeBytes(of: last, toByteOffset: text.count - 8, as: UInt64.self)
        case ..<8:
            for index in 0..<text.count { start[count + index] = source[index] }
        default: end.copyMemory(from: source, byteCount: text.count)
        }
        count += text.count
    }

    package mutating func append(_ value: Bool) {
        if value { append(json: "true") } else { append(json: "false") }
    }

    package mutating func append(_ value: some FixedWidthInteger & SignedInteger) {
        if value < 0 { append(ascii: "-") }
        append(digits: UInt64(value.magnitude))
    }

    /// Appends a number in decimal, padded with zeros to a width.
    package mutating func append(digits value: UInt64, width: Int = 1) {
        let digitCount = max(value.decimalDigitCount, width)
        reserve(digitCount)
        let first = count
        count += digitCount
        var position = count
        var rest = value
        // Every position set below is one of the last `digitCount`, for which there is room; every pair is below 100.
        let pairs = Self.digitPairs.utf8Start
        while rest >= 100 {
            let pair = Int(truncatingIfNeeded: rest % 100) * 2
            rest /= 100
            position -= 2
            start[position] = pairs[pair]
            start[position + 1] = pairs[pair + 1]
        }
        if rest >= 10 {
            position -= 2
            start[position] = pairs[Int(rest) * 2]
            start[position + 1] = pairs[Int(rest) * 2 + 1]
        } else {
            position -= 1
            start[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
        }
        while position > first {
            position -= 1
            start[position] = UInt8(ascii: "0")
        }
    }

    /// The numbers from 00 to 99.
    private static var digitPairs: StaticString {
        """
        00010203040506070809101112131415161718192021222324252627282930313233343536373839\
        40414243444546474849505152535455565758596061626364656667686970717273747576777879\
        8081828384858687888990919293949596979899
        """
    }

    /// Appends the shortest decimal that reads back as this number; nothing for what JSON has no number for.
    package mutating func append(_ value: Double) {
        guard value.isFinite else { return }
        if value.magnitude < 9_007_199_254_740_992, value.rounded() == value {
            append(Int64(value))
        } else {
            append(unescaped: value.description)
        }
    }
}

extension JSONWriter {
    package mutating func append(string: String) {
        var string = string
        // The pointer is used only inside the closure.
        string.withUTF8 { append(string: $0.span) }
    }

    /// Appends UTF-8 text as a JSON string: unescaped runs are copied whole.
    package mutating func append(string text: Span<UInt8>) {
        append(ascii: "\"")
        var start = 0
        while start < text.count {
            let end = text.firstJSONEscape(from: start)
            append(json: text.extracting(start..<end))
            guard end < text.count else { break }
            append(escapeOf: text[end])
            start = end + 1
        }
        append(ascii: "\"")
    }

    private mutating func append(escapeOf byte: UInt8) {
        append(ascii: "\\")
        switch byte {
        case 0x08: append(ascii: "b")
        case 0x09: append(ascii: "t")
        case 0x0A: append(ascii: "n")
        case 0x0C: append(ascii: "f")
        case 0x0D: append(ascii: "r")
        case 0x22, 0x5C: append(byte)
        default:
            append(json: "u00")
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 15))
        }
    }

    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension JSONWriter {
    /// Appends a value; a double that JSON has no number for is null.
    package mutating func append(_ value: JSONValue) {
        switch value {
        case .null: append(json: "null")
        case .boolean(let value): append(value)
        case .integer(let value): append(value)
        case .bigInteger(let digits): append(unescaped: digits)
        case .double(let value): if value.isFinite { append(value) } else { append(json: "null") }
        case .string(let value): append(string: value)
        case .array(let items):
            append(ascii: "[")
            for (index, item) in items.enumerated() {
                if index > 0 { append(ascii: ",") }
                append(item)
            }
            append(ascii: "]")
        case .object(let members): append(members)
        }
    }

    package mutating func append(_ members: [JSONValue.Member]) {
        append(ascii: "{")
        for (index, member) in members.enumerated() {
            if index > 0 { append(ascii: ",") }
            append(string: member.name)
            append(ascii: ":")
            append(member.value)
        }
        append(ascii: "}")
    }

    /// Appends errors as the `errors` list of a response (GraphQL §7.1.6).
    package mutating func append(_ errors: [GraphQLError]) {
        append(ascii: "[")
        for (index, error) in errors.enumerated() {
            if index > 0 { append(ascii: ",") }
            append(error)
        }
        append(ascii: "]")
    }

    /// Appends one error; empty members are left out.
    package mutating func append(_ error: GraphQLError) {
        append(json: "{\"message\":")
        append(string: error.message)
        if !error.locations.isEmpty {
            append(json: ",\"locations\":")
            append(
                .array(
                    error.locations.map {
                        .object([.init("line", .integer($0.line)), .init("column", .integer($0.column))])
                    }
                )
            )
        }
        if !error.path.isEmpty {
            append(json: ",\"path\":")
            append(.array(error.path.map(\.json)))
        }
        if !error.extensions.isEmpty {
            append(json: ",\"extensions\":")
            append(error.extensions)
        }
        append(ascii: "}")
    }
}

extension GraphQLError.PathSegment {
    fileprivate var json: JSONValue {
        switch self {
        case .field(let name): .string(name)
        case .index(let index): .integer(index)
        }
    }
}

extension UInt64 {
    private static let powersOfTen: [UInt64] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]

    /// How many decimal digits the number has; 0 has one.
    fileprivate var decimalDigitCount: Int {
        // No power of ten but 1 is odd: the lowest bit changes no comparison with them.
        let odd = self | 1
        // 1233 / 4096 is a little more than the decimal logarithm of 2.
        let estimate = ((Self.bitWidth - odd.leadingZeroBitCount) * 1_233) >> 12
        return estimate + (odd >= Self.powersOfTen[estimate] ? 1 : 0)
    }
}
