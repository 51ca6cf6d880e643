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

    /// The deepest nesting of arrays and objects that is read from a client.
    package static let maxDepth = 200

    let bytes: [UInt8]
    var index = 0
    private var depth = 0
    private let maxDepth: Int

    private init(_ bytes: [UInt8], maxDepth: Int) {
        self.bytes = bytes
        self.maxDepth = maxDepth
    }

    /// Reads one value that fills the whole text.
    ///
    /// Of duplicate members the last one stays; a number is an integer when it is integral and exact as one.
    package static func read(_ bytes: [UInt8], maxDepth: Int = Self.maxDepth) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes, maxDepth: maxDepth)
        try reader.skipByteOrderMark()
        reader.skipWhitespace()
        let value = try reader.value()
        reader.skipWhitespace()
        guard reader.index == bytes.count else { throw reader.unexpected(expecting: "the end of the text") }
        return value
    }

    func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// A byte-order mark of UTF-8 is ignored, as RFC 8259 section 8.1 allows; UTF-16 and UTF-32 are named.
    private mutating func skipByteOrderMark() throws(Failure) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0) {
            throw failure("The JSON text is UTF-16 or UTF-32 and must be UTF-8")
        }
    }

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
        default: throw unexpected(expecting: "a value")
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for position in 0..<text.utf8CodeUnitCount {
            guard index < bytes.count, bytes[index] == text.utf8Start[position] else {
                throw unexpected(expecting: "\"\(text)\"")
            }
            index += 1
        }
        return value
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        guard depth <= maxDepth else { throw failure("JSON is nested deeper than \(maxDepth) levels") }
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
        items.reserveCapacity(4)
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
        members.reserveCapacity(8)
        while true {
            guard next == UInt8(ascii: "\"") else { throw unexpected(expecting: "a name in double quotes") }
            let name = try string()
            skipWhitespace()
            guard next == UInt8(ascii: ":") else { throw unexpected(expecting: "\":\"") }
            index += 1
            skipWhitespace()
            members.set(name, try value())
            if try closes(with: UInt8(ascii: "}")) { return .object(members.members) }
        }
    }

    /// Reads a comma (false) or the closing bracket (true).
    private mutating func closes(with bracket: UInt8) throws(Failure) -> Bool {
        skipWhitespace()
        guard let byte = next, byte == bracket || byte == UInt8(ascii: ",") else {
            throw unexpected(expecting: "\",\" or \"\(Character(Unicode.Scalar(bracket)))\"")
        }
        index += 1
        guard byte != bracket else { return true }
        skipWhitespace()
        return false
    }
}

/// An object's members in order; a later member of the same name replaces the earlier one.
private struct MemberList {
    private(set) var members: [JSONValue.Member] = []
    /// Positions by name, kept once a linear search would be slow.
    private var positions: [String: Int] = [:]

    mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

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
