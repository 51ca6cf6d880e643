/// A connection's cursor: base64 of a fingerprint of the query's order (4 bytes, big-endian), then per ordering column
/// its byte count (big-endian int32, -1 for SQL NULL) and its bytes in PostgreSQL's binary format.
package struct Cursor: Hashable, Sendable {
    package let fingerprint: UInt32
    package let values: [[UInt8]?]

    package init(fingerprint: UInt32, values: [[UInt8]?]) {
        self.fingerprint = fingerprint
        self.values = values
    }

    /// Reads a cursor; nil for a text that no cursor has.
    package static func decode(_ text: String) -> Cursor? {
        guard let bytes = Base64.decode(text), bytes.count >= 4 else { return nil }
        let span = bytes.span
        let fingerprint = UInt32(bitPattern: span.int32(at: 0))
        var values: [[UInt8]?] = []
        var offset = 4
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
        return Cursor(fingerprint: fingerprint, values: values)
    }

    /// The cursor as a connection gives it to clients.
    package var encoded: String {
        var json = JSONWriter()
        var encoder = Base64Encoder()
        encoder.append(bigEndian: fingerprint, to: &json)
        for value in values {
            encoder.append(bigEndian: UInt32(bitPattern: Int32(value?.count ?? -1)), to: &json)
            for byte in value ?? [] { encoder.append(byte, to: &json) }
        }
        encoder.finish(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
