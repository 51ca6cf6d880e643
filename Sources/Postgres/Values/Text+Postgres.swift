extension String: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `text`.
    public static var postgresTypeOID: UInt32 { PostgresType.text }
    /// `text[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.textArray }

    /// Appends the UTF-8 bytes.
    ///
    /// PostgreSQL refuses text with a NUL (22021).
    public func encode(into bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }

    /// Reads a text, a name, an enum's label or a `json`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        guard PostgresType.isText(typeOID), let text = String(validating: bytes, as: UTF8.self) else {
            throw .cannotRead(Self.self, from: typeOID, byteCount: bytes.count)
        }
        self = text
    }
}

/// A JSON text, bound as `jsonb`, read from `jsonb` or `json`.
public struct PostgresJSON: PostgresEncodable, PostgresDecodable, Hashable {
    /// `jsonb`.
    public static var postgresTypeOID: UInt32 { PostgresType.jsonb }

    /// The JSON text.
    public let text: String

    /// Wraps a JSON text; the server checks it.
    public init(_ text: String) { self.text = text }

    /// Appends the version, 1, and the text.
    public func encode(into bytes: inout [UInt8]) {
        bytes.append(1)
        bytes.append(contentsOf: text.utf8)
    }

    /// Reads a `jsonb` of version 1, or a `json`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        let body: ArraySlice<UInt8>? =
            switch typeOID {
            case PostgresType.jsonb: bytes.first == 1 ? bytes.dropFirst() : nil
            case PostgresType.json: bytes
            default: nil
            }
        guard let body, let text = String(validating: body, as: UTF8.self) else {
            throw .cannotRead(Self.self, from: typeOID, byteCount: bytes.count)
        }
        self.text = text
    }
}

/// An array of bytes is a `bytea`.
extension UInt8: PostgresArrayElement {
    /// `bytea`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.bytea }

    /// Appends the bytes as they are.
    public static func encodePostgresArray(_ values: [UInt8], into bytes: inout [UInt8]) {
        bytes.append(contentsOf: values)
    }

    /// Reads a `bytea`.
    public static func decodePostgresArray(_ bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) -> [UInt8]
    {
        guard typeOID == PostgresType.bytea else {
            throw .cannotRead([UInt8].self, from: typeOID, byteCount: bytes.count)
        }
        return Array(bytes)
    }
}
