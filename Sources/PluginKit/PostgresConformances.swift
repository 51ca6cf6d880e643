public import CourtFormats
public import Postgres

extension CalendarDate: PostgresEncodable, PostgresDecodable {
    /// `date`.
    public static var postgresTypeOID: UInt32 { 1082 }

    /// Days since 2000-01-01, which is day 10,957 of the Unix epoch.
    public func encode(into bytes: inout [UInt8]) { (daysSinceEpoch - 10_957).encode(into: &bytes) }

    /// Reads a `date`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        let days = try Int32(postgres: bytes, typeOID: 23)
        guard typeOID == Self.postgresTypeOID, let date = CalendarDate(daysSinceEpoch: days &+ 10_957) else {
            throw PostgresError(.decoding, "not a date of the Gregorian calendar")
        }
        self = date
    }
}

extension Timestamp: PostgresEncodable, PostgresDecodable {
    /// `timestamptz`.
    public static var postgresTypeOID: UInt32 { 1184 }

    /// Microseconds from 1970-01-01 to 2000-01-01, PostgreSQL's epoch.
    private static let epoch: Int64 = 946_684_800_000_000

    /// Microseconds since 2000-01-01 UTC.
    public func encode(into bytes: inout [UInt8]) { (microsecondsSinceEpoch - Self.epoch).encode(into: &bytes) }

    /// Reads a `timestamptz`.
    public init(postgres bytes: ArraySlice<UInt8>, typeOID: UInt32) throws(PostgresError) {
        let microseconds = try Int64(postgres: bytes, typeOID: 20)
        guard typeOID == Self.postgresTypeOID else { throw PostgresError(.decoding, "not a timestamptz") }
        self.init(microsecondsSinceEpoch: microseconds &+ Self.epoch)
    }
}
