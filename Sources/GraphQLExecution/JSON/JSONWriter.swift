package import GraphQLLanguage

/// Writes JSON text into one growing buffer.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package var count: Int { bytes.count }

    /// Drops all but the first `count` bytes.
    package mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

    package mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Appends an ASCII character that needs no escape where it stands.
    package mutating func append(ascii scalar: Unicode.Scalar) { bytes.append(UInt8(ascii: scalar)) }

    /// Appends JSON text as it is.
    package mutating func append(json text: StaticString) {
        // A static string's UTF-8 lives as long as the program; the count is its own.
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func append(json text: [UInt8]) { bytes.append(contentsOf: text) }

    /// Appends a stretch of a longer text as it is.
    package mutating func append(json text: [UInt8], in range: Range<Int>) {
        append(json: text.span.extracting(range))
    }

    package mutating func append(json text: Span<UInt8>) {
        // The pointer is used only inside the closure.
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
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
        var digitCount = 1
        var bound = value
        while bound >= 10 {
            bound /= 10
            digitCount += 1
        }
        digitCount = max(digitCount, width)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digitCount))
        var position = bytes.count
        var rest = value
        while rest > 0 {
            position -= 1
            bytes[position] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Appends the shortest decimal that reads back as this number; nothing for what JSON has no number for.
    package mutating func append(_ value: Double) {
        guard value.isFinite else { return }
        if value.magnitude < 9_007_199_254_740_992, value.rounded() == value {
            append(Int64(value))
        } else {
            bytes.append(contentsOf: value.description.utf8)
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
        case .bigInteger(let digits): bytes.append(contentsOf: digits.utf8)
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

    /// Appends errors as the `errors` list of a response (GraphQL §7.1.2).
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
