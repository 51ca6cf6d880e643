extension Bool: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `boolean`.
    public static var postgresTypeOID: UInt32 { PostgresType.bool }
    /// `boolean[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.boolArray }

    /// Appends one byte, 1 or 0.
    public func encode(into bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }

    /// Reads a `boolean`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        guard typeOID == PostgresType.bool, bytes.count == 1, let byte = bytes.first else {
            throw .cannotRead(Self.self, from: typeOID, byteCount: bytes.count)
        }
        self = byte != 0
    }
}

extension FixedWidthInteger {
    /// Reads any of PostgreSQL's integers that this type can hold.
    init(anyPostgresInteger bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        let wide: Int64? =
            switch typeOID {
            case PostgresType.int8: Int64(bigEndianBytes: bytes)
            case PostgresType.int4: Int32(bigEndianBytes: bytes).map(Int64.init)
            case PostgresType.int2: Int16(bigEndianBytes: bytes).map(Int64.init)
            default: nil
            }
        guard let wide, let value = Self(exactly: wide) else {
            throw .cannotRead(Self.self, from: typeOID, byteCount: bytes.count)
        }
        self = value
    }
}

extension Int16: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `smallint`.
    public static var postgresTypeOID: UInt32 { PostgresType.int2 }
    /// `smallint[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.int2Array }

    /// Appends two bytes.
    public func encode(into bytes: inout [UInt8]) { bytes.appendBigEndian(self) }

    /// Reads any integer that fits.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        try self.init(anyPostgresInteger: bytes, typeOID: typeOID)
    }
}

extension Int32: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `integer`.
    public static var postgresTypeOID: UInt32 { PostgresType.int4 }
    /// `integer[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.int4Array }

    /// Appends four bytes.
    public func encode(into bytes: inout [UInt8]) { bytes.appendBigEndian(self) }

    /// Reads any integer that fits.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        try self.init(anyPostgresInteger: bytes, typeOID: typeOID)
    }
}

extension Int64: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `bigint`.
    public static var postgresTypeOID: UInt32 { PostgresType.int8 }
    /// `bigint[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.int8Array }

    /// Appends eight bytes.
    public func encode(into bytes: inout [UInt8]) { bytes.appendBigEndian(self) }

    /// Reads any integer.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        try self.init(anyPostgresInteger: bytes, typeOID: typeOID)
    }
}

extension Int: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `bigint`.
    public static var postgresTypeOID: UInt32 { PostgresType.int8 }
    /// `bigint[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.int8Array }

    /// Appends eight bytes.
    public func encode(into bytes: inout [UInt8]) { bytes.appendBigEndian(Int64(self)) }

    /// Reads any integer.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        try self.init(anyPostgresInteger: bytes, typeOID: typeOID)
    }
}

extension Double: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `double precision`.
    public static var postgresTypeOID: UInt32 { PostgresType.float8 }
    /// `double precision[]`.
    public static var postgresArrayTypeOID: UInt32 { PostgresType.float8Array }

    /// Appends eight bytes, IEEE 754.
    public func encode(into bytes: inout [UInt8]) { bytes.appendBigEndian(bitPattern) }

    /// Reads a `double precision` or a `real`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        if typeOID == PostgresType.float8, let bits = UInt64(bigEndianBytes: bytes) {
            self.init(bitPattern: bits)
        } else if typeOID == PostgresType.float4, let bits = UInt32(bigEndianBytes: bytes) {
            self.init(Float(bitPattern: bits))
        } else {
            throw .cannotRead(Self.self, from: typeOID, byteCount: bytes.count)
        }
    }
}

extension PostgresError {
    /// A value of another type, or of the right type with the wrong size.
    package static func cannotRead<Value>(_ type: Value.Type, from typeOID: UInt32, byteCount: Int) -> PostgresError {
        PostgresError(
            .decoding,
            "Cannot read a \(type) from \(byteCount) bytes of the PostgreSQL type \(typeOID). Cast the column in the statement, or ask for another type."
        )
    }
}
