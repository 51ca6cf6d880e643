import GraphQLLanguage
import Postgres

extension ColumnType {
    /// A coerced GraphQL value in the type's binary format; nil for one that no row can have, such as the ID `"x"` of a
    /// bigint.
    func encode(_ value: JSONValue) -> [UInt8]? {
        var bytes: [UInt8] = []
        switch (self, value) {
        case (.boolean, .boolean(let flag)): bytes.append(flag ? 1 : 0)
        case (.int2, _):
            guard let integer = Self.integer(value), let number = Int16(exactly: integer) else { return nil }
            bytes.appendBigEndian(number)
        case (.int4, _):
            guard let integer = Self.integer(value), let number = Int32(exactly: integer) else { return nil }
            bytes.appendBigEndian(number)
        case (.int8, _):
            guard let number = Self.integer(value) else { return nil }
            bytes.appendBigEndian(number)
        case (.float8, .double(let number)): bytes.appendBigEndian(number.bitPattern)
        case (.float8, .integer(let number)): bytes.appendBigEndian(Double(number).bitPattern)
        case (.text, .string(let text)):
            // PostgreSQL has no text with a NUL.
            guard !text.utf8.contains(0) else { return nil }
            bytes.append(contentsOf: text.utf8)
        case (.text, .integer(let number)): bytes.append(contentsOf: String(number).utf8)
        case (.uuid, .string(let text)): return UUIDText.bytes(text)
        case (.date, .string(let text)):
            guard let days = CalendarText.days(Array(text.utf8)[...]) else { return nil }
            bytes.appendBigEndian(days)
        case (.timestamp, .string(let text)):
            guard let microseconds = CalendarText.microseconds(text) else { return nil }
            bytes.appendBigEndian(microseconds)
        case (.array(let item), .array(let values)): return item.encodeArray(values)
        default: return nil
        }
        return bytes
    }

    /// A one-dimensional array of this type; what no row can have is left out.
    func encodeArray(_ values: [JSONValue]) -> [UInt8] {
        let items = values.compactMap { encode($0) }
        var bytes = arrayHeader(count: items.count)
        for item in items {
            bytes.appendBigEndian(Int32(truncatingIfNeeded: item.count))
            bytes.append(contentsOf: item)
        }
        return bytes
    }

    /// How an array in `array_send`'s format begins: dimensions, flags, element type; then count and lower bound.
    func arrayHeader(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendBigEndian(Int32(count == 0 ? 0 : 1))
        bytes.appendBigEndian(Int32(1))
        bytes.appendBigEndian(oid)
        guard count > 0 else { return bytes }
        bytes.appendBigEndian(Int32(truncatingIfNeeded: count))
        bytes.appendBigEndian(Int32(1))
        return bytes
    }

    private static func integer(_ value: JSONValue) -> Int64? {
        switch value {
        case .integer(let number): Int64(number)
        case .string(let text): Int64(text)
        default: nil
        }
    }

    /// Whether bytes from a client are a value in the type's binary format.
    func isValid(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .boolean: bytes.count == 1 && bytes[0] <= 1
        case .int2: bytes.count == 2
        case .int4, .date: bytes.count == 4
        case .int8, .float8, .timestamp: bytes.count == 8
        case .uuid: bytes.count == 16
        case .text: !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        case .numeric: Self.isNumeric(bytes)
        case .json, .jsonb, .array: false
        }
    }

    /// A digit count, weight, sign and scale, then digits below 10,000 (PostgreSQL, numeric_recv).
    private static func isNumeric(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return false }
        let words = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return words.count == 4 + Int(words[0]) && (words[2] == 0 || words[2] == 0x4000) && words[3] < 0x4000
            && words.dropFirst(4).allSatisfy { $0 < 10_000 }
    }
}

/// UUIDs as text (RFC 9562 §4).
private enum UUIDText {
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for (position, character) in text.utf8.enumerated() {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = digit(character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes.count == 16 && high == nil ? bytes : nil
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
