extension Array: PostgresEncodable where Element: PostgresArrayElement {
    /// The array type of the element.
    public static var postgresTypeOID: UInt32 { Element.postgresArrayTypeOID }

    /// Appends a one-dimensional array; `[UInt8]` is a `bytea`.
    public func encode(into bytes: inout [UInt8]) { Element.encodePostgresArray(self, into: &bytes) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    /// Reads a one-dimensional array without NULLs; `[UInt8]` reads a `bytea`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        self = try Element.decodePostgresArray(bytes, typeOID: typeOID)
    }
}

/// The format of `array_send`: dimensions, flags, element type, then per dimension its length and lower bound, then per
/// element its length (-1 for NULL) and bytes.
extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
    /// Appends a one-dimensional array.
    public static func encodePostgresArray(_ values: [Self], into bytes: inout [UInt8]) {
        bytes.appendBigEndian(Int32(values.isEmpty ? 0 : 1))
        bytes.appendBigEndian(Int32(0))
        bytes.appendBigEndian(postgresTypeOID)
        guard !values.isEmpty else { return }
        bytes.appendBigEndian(Int32(values.count))
        bytes.appendBigEndian(Int32(1))
        for value in values {
            let lengthIndex = bytes.count
            bytes.appendBigEndian(Int32(0))
            value.encode(into: &bytes)
            let length = UInt32(bytes.count - lengthIndex - 4)
            for byte in 0..<4 { bytes[lengthIndex + byte] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * byte)) }
        }
    }

    /// Reads a one-dimensional array without NULLs.
    public static func decodePostgresArray(_ bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) -> [Self]
    {
        var rest = bytes
        func malformed() -> PostgresError { .cannotRead([Self].self, from: typeOID, byteCount: bytes.count) }
        func nextInteger() throws(PostgresError) -> Int32 {
            guard let value = Int32(bigEndianBytes: rest.prefix(4)) else { throw malformed() }
            rest = rest.dropFirst(4)
            return value
        }
        let dimensions = try nextInteger()
        _ = try nextInteger()
        let elementOID = UInt32(bitPattern: try nextInteger())
        guard dimensions != 0 else { return [] }
        let count = try nextInteger()
        _ = try nextInteger()
        // Every element takes four bytes at least: a count beyond that is a lie.
        guard dimensions == 1, count >= 0, Int(count) <= rest.count / 4 else { throw malformed() }
        var values: [Self] = []
        values.reserveCapacity(Int(count))
        for _ in 0..<count {
            let length = Int(try nextInteger())
            guard length >= 0, length <= rest.count else { throw malformed() }
            values.append(try Self(postgres: rest.prefix(length), typeOID: elementOID))
            rest = rest.dropFirst(length)
        }
        return values
    }
}
