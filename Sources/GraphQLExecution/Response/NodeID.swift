/// An id that is unique in the whole API: base64 of the object type's name, a colon and the key's text.
package struct NodeID: Hashable, Sendable {
    package let typename: String
    package let key: String

    package init(typename: String, key: String) {
        self.typename = typename
        self.key = key
    }

    /// Reads an id; nil for a text that no id has.
    package static func decode(_ text: String) -> NodeID? {
        guard let bytes = Base64.decode(text), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let typename = String(validating: bytes[..<colon], as: UTF8.self),
            let key = String(validating: bytes[(colon + 1)...], as: UTF8.self)
        else { return nil }
        return NodeID(typename: typename, key: key)
    }

    /// The id as clients see it.
    package var encoded: String {
        var json = JSONWriter()
        var encoder = Base64Encoder()
        for byte in "\(typename):\(key)".utf8 { encoder.append(byte, to: &json) }
        encoder.finish(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension ResponseWriter {
    /// Writes a `NodeID` of a type's name, its colon behind it, and a key.
    mutating func writeNodeID(
        _ typename: ResponseProgram.Run,
        _ kind: LeafCoding.Kind,
        _ batch: RowBatch,
        _ cell: RowBatch.Cell
    ) -> Outcome {
        guard !cell.isNull else { return writeAbsence(batch, cell) }
        json.append(ascii: "\"")
        var encoder = Base64Encoder()
        for position in typename.indices { encoder.append(program.text[position], to: &json) }
        switch kind {
        case .integer, .integerText:
            guard let key = batch.integer(of: cell) else { return failInternally("a key is no integer") }
            encoder.append(decimal: key, to: &json)
        case .text:
            for offset in Int(cell.offset)..<Int(cell.offset) + Int(cell.count) {
                encoder.append(batch.bytes[offset], to: &json)
            }
        default:
            var key = JSONWriter()
            guard batch.withBytes(of: cell, { key.append(kind, $0) }) == .written else {
                return failInternally("a key is not a \(kind)")
            }
            for byte in key.bytes where byte != UInt8(ascii: "\"") { encoder.append(byte, to: &json) }
        }
        encoder.finish(&json)
        json.append(ascii: "\"")
        return .value
    }
}

extension Base64Encoder {
    fileprivate mutating func append(decimal value: Int64, to json: inout JSONWriter) {
        if value < 0 { append(UInt8(ascii: "-"), to: &json) }
        let magnitude = value.magnitude
        var unit: UInt64 = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10), to: &json)
            unit /= 10
        }
    }
}
