package import GraphQLLanguage

/// Reads JSON text (RFC 8259) strictly: no comments, no trailing commas, valid UTF-8, bounded depth.
package struct JSONReader {
    /// What is wrong with a JSON text, and where.
    package struct Failure: Error, Hashable, Sendable {
        package let message: String
        /// Byte offset.
        package let offset: Int

        package init(message: String, offset: Int) {
            self.message = message
            self.offset = offset
        }
    }

    /// The deepest nesting of arrays and objects that is read.
    package static let maxDepth = 200

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads one value that fills the whole text.
    ///
    /// Of duplicate members the last one stays; a number is an integer when it is integral and exact as one.
    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes)
        reader.skipWhitespace()
        let value = try reader.value()
        reader.skipWhitespace()
        guard reader.index == bytes.count else { throw reader.failure("Unexpected text after the JSON value") }
        return value
    }

    private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

    private var unexpected: Failure {
        index < bytes.count ? failure("Unexpected character") : failure("Unexpected end of the JSON text")
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipWhitespace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func value() throws(Failure) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return try number()
        default: throw unexpected
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for position in 0..<text.utf8CodeUnitCount {
            guard index < bytes.count, bytes[index] == text.utf8Start[position] else { throw unexpected }
            index += 1
        }
        return value
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        guard depth <= Self.maxDepth else { throw failure("JSON is nested deeper than \(Self.maxDepth) levels") }
        index += 1
        skipWhitespace()
    }

    private mutating func array() throws(Failure) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var items: [JSONValue] = []
        if next == UInt8(ascii: "]") {
            index += 1
            return .array(items)
        }
        while true {
            items.append(try value())
            if try closes(with: UInt8(ascii: "]")) { return .array(items) }
        }
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var members = MemberList()
        if next == UInt8(ascii: "}") {
            index += 1
            return .object([])
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw unexpected }
            let name = try string()
            skipWhitespace()
            guard next == UInt8(ascii: ":") else { throw unexpected }
            index += 1
            skipWhitespace()
            members.set(name, try value())
            if try closes(with: UInt8(ascii: "}")) { return .object(members.members) }
        }
    }

    /// Reads a comma (false) or the closing bracket (true).
    private mutating func closes(with bracket: UInt8) throws(Failure) -> Bool {
        skipWhitespace()
        guard let byte = next, byte == bracket || byte == UInt8(ascii: ",") else { throw unexpected }
        index += 1
        guard byte != bracket else { return true }
        skipWhitespace()
        return false
    }
}

extension JSONReader {
    /// Reads a number (RFC 8259 §6).
    private mutating func number() throws(Failure) -> JSONValue {
        let start = index
        var isIntegral = true
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            isIntegral = false
            index += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isIntegral = false
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isIntegral { return Int(text).map(JSONValue.integer) ?? .bigInteger(text) }
        guard let double = Double(text), double.isFinite else {
            throw Failure(message: "The number is out of range", offset: start)
        }
        // Beyond 2^53 a double no longer says which integer was meant.
        if double.magnitude < 9_007_199_254_740_992, double.rounded() == double { return .integer(Int(double)) }
        return .double(double)
    }

    private mutating func digits() throws(Failure) {
        guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw unexpected }
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    }

    /// Reads a string (RFC 8259 §7); the reader stands on its opening quote.
    private mutating func string() throws(Failure) -> String {
        index += 1
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let text = try text(start..<index)
                index += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw failure("Unescaped control character in a string")
            default: index += 1
            }
        }
        throw failure("Unterminated string")
    }

    private func text(_ range: Range<Int>) throws(Failure) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw Failure(message: "Invalid UTF-8 in a string", offset: range.lowerBound)
        }
        return text
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var text: [UInt8] = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw Failure(message: "Invalid UTF-8 in a string", offset: start)
                }
                return string
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw failure("Unescaped control character in a string")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw failure("Unterminated string")
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        index += 1
        guard let byte = next else { throw failure("Unterminated string") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw Failure(message: "Invalid escape in a string", offset: index - 2)
        }
    }

    private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
        let start = index - 2
        let lead = UInt32(try hexDigits())
        if let scalar = Unicode.Scalar(lead) { return scalar }
        // A leading surrogate must be followed by an escaped trailing one.
        if (0xD800..<0xDC00).contains(lead), next == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            let trail = UInt32(try hexDigits())
            if (0xDC00..<0xE000).contains(trail),
                let scalar = Unicode.Scalar(0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00))
            {
                return scalar
            }
        }
        throw Failure(message: "Lone surrogate in a string", offset: start)
    }

    private mutating func hexDigits() throws(Failure) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure("Invalid Unicode escape in a string")
            }
            value = value << 4 | UInt16(digit)
            index += 1
        }
        return value
    }
}

/// An object's members in order; a later member of the same name replaces the earlier one.
private struct MemberList {
    private(set) var members: [JSONValue.Member] = []
    /// Positions by name, kept once a linear search would be slow.
    private var positions: [String: Int] = [:]

    mutating func set(_ name: String, _ value: JSONValue) {
        let member = JSONValue.Member(name, value)
        if let position = position(of: name) {
            members[position] = member
            return
        }
        members.append(member)
        if members.count > Self.linearCount {
            if positions.isEmpty {
                for (position, member) in members.enumerated() { positions[member.name] = position }
            } else {
                positions[name] = members.count - 1
            }
        }
    }

    private static let linearCount = 16

    private func position(of name: String) -> Int? {
        members.count > Self.linearCount ? positions[name] : members.firstIndex { $0.name == name }
    }
}
