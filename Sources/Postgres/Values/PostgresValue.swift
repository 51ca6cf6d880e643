/// A value in PostgreSQL's binary format, with its type.
public struct PostgresValue: Sendable, Hashable {
    /// The type's object id; 0 lets the server infer it.
    public let typeOID: UInt32
    /// The bytes; nil is NULL.
    public let bytes: [UInt8]?

    /// Creates a value from bytes already in the type's binary format.
    public init(typeOID: UInt32, bytes: [UInt8]?) {
        self.typeOID = typeOID
        self.bytes = bytes
    }

    /// Encodes a value.
    public init<Value: PostgresEncodable>(_ value: Value) {
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        self.init(typeOID: Value.postgresTypeOID, bytes: bytes)
    }

    /// Encodes a value, or a NULL of its type.
    public init<Value: PostgresEncodable>(_ value: Value?) {
        if let value {
            self.init(value)
        } else {
            self.init(typeOID: Value.postgresTypeOID, bytes: nil)
        }
    }
}

extension PostgresValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type and the size, never the content.
    public var description: String {
        bytes.map { "PostgresValue(type \(typeOID), \($0.count) bytes)" } ?? "PostgresValue(type \(typeOID), NULL)"
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// The description only, so that `dump` cannot show the content either.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
