/// A type that can be bound to a statement's parameter.
public protocol PostgresEncodable: Sendable {
    /// The PostgreSQL type it is sent as.
    static var postgresTypeOID: UInt32 { get }
    /// Appends the value in that type's binary format.
    func encode(into bytes: inout [UInt8])
}

/// A type that can be read from a result's column.
public protocol PostgresDecodable {
    /// Reads a value from the binary format of the type named.
    init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError)
}

/// A type that goes both ways.
public typealias PostgresCodable = PostgresDecodable & PostgresEncodable

/// A type of which arrays can be bound and read.
public protocol PostgresArrayElement: Sendable {
    /// The PostgreSQL type of an array of it.
    static var postgresArrayTypeOID: UInt32 { get }
    /// Appends the array in that type's binary format.
    static func encodePostgresArray(_ values: [Self], into bytes: inout [UInt8])
    /// Reads an array from the binary format of the type named.
    static func decodePostgresArray(_ bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) -> [Self]
}
