/// What a cursor belongs to: it is of use for the same question only.
package struct CursorScope: Hashable, Sendable {
    /// Tells the field and the order of its rows from others.
    package let query: UInt32
    /// Tells the choice of rows, by filters and arguments, from others.
    package let choice: UInt32

    package init(query: UInt32, choice: UInt32) {
        self.query = query
        self.choice = choice
    }
}

/// Makes what a cursor says unreadable, and finds what was not made so.
package protocol CursorSeal: AnyObject, Sendable {
    /// Bytes that a sealed content has in front.
    var prefixByteCount: Int { get }

    /// Seals in place what stands behind the prefix, and fills the prefix; false when it cannot.
    func seal(_ bytes: inout [UInt8], of scope: CursorScope) -> Bool

    /// The content of what was sealed for this scope; nil for anything else.
    func open(_ sealed: [UInt8], of scope: CursorScope) -> [UInt8]?
}

/// How the cursors of a connection are made.
package struct CursorFactory: Sendable {
    /// See `CursorScope`.
    package let query: UInt32
    package let seal: any CursorSeal

    package init(query: UInt32, seal: any CursorSeal) {
        self.query = query
        self.seal = seal
    }
}

/// A connection's cursor: base64 of sealed bytes, which are per ordering column its byte count (big-endian int32, -1 for SQL
/// NULL) and its bytes in PostgreSQL's binary format.
package struct Cursor: Hashable, Sendable {
    package let values: [[UInt8]?]

    package init(values: [[UInt8]?]) { self.values = values }

    /// Reads a cursor; nil for a text that is none of this scope.
    package static func decode(_ text: String, of scope: CursorScope, by seal: any CursorSeal) -> Cursor? {
        guard let sealed = Base64.decode(text), let bytes = seal.open(sealed, of: scope) else { return nil }
        let span = bytes.span
        var values: [[UInt8]?] = []
        var offset = 0
        while offset < bytes.count {
            guard offset + 4 <= bytes.count else { return nil }
            let count = Int(span.int32(at: offset))
            offset += 4
            if count == -1 {
                values.append(nil)
                continue
            }
            guard count >= 0, count <= bytes.count - offset else { return nil }
            values.append(Array(bytes[offset..<offset + count]))
            offset += count
        }
        return Cursor(values: values)
    }

    /// The cursor as a connection gives it to clients; nil when it cannot be sealed.
    package func encoded(of scope: CursorScope, by seal: any CursorSeal) -> String? {
        var bytes = [UInt8](repeating: 0, count: seal.prefixByteCount)
        for value in values {
            bytes.append(bigEndian: UInt32(bitPattern: Int32(value?.count ?? -1)))
            bytes += value ?? []
        }
        guard seal.seal(&bytes, of: scope) else { return nil }
        var json = JSONWriter()
        Base64Encoder.append(bytes, to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: UInt32) {
        append(UInt8(truncatingIfNeeded: value >> 24))
        append(UInt8(truncatingIfNeeded: value >> 16))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }
}
