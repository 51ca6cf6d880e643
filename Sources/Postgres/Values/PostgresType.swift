/// The object ids of PostgreSQL's built-in types, from its `pg_type.dat`.
public enum PostgresType {
    /// `boolean`.
    public static let bool: UInt32 = 16
    /// `bytea`.
    public static let bytea: UInt32 = 17
    /// `bigint`.
    public static let int8: UInt32 = 20
    /// `smallint`.
    public static let int2: UInt32 = 21
    /// `integer`.
    public static let int4: UInt32 = 23
    /// `text`.
    public static let text: UInt32 = 25
    /// `json`.
    public static let json: UInt32 = 114
    /// `real`.
    public static let float4: UInt32 = 700
    /// `double precision`.
    public static let float8: UInt32 = 701
    /// `date`: days since 2000-01-01.
    public static let date: UInt32 = 1082
    /// `timestamp with time zone`: microseconds since 2000-01-01 00:00 UTC.
    public static let timestamptz: UInt32 = 1184
    /// `jsonb`.
    public static let jsonb: UInt32 = 3802
    /// `boolean[]`.
    public static let boolArray: UInt32 = 1000
    /// `smallint[]`.
    public static let int2Array: UInt32 = 1005
    /// `integer[]`.
    public static let int4Array: UInt32 = 1007
    /// `text[]`.
    public static let textArray: UInt32 = 1009
    /// `bigint[]`.
    public static let int8Array: UInt32 = 1016
    /// `double precision[]`.
    public static let float8Array: UInt32 = 1022
    /// `date[]`.
    public static let dateArray: UInt32 = 1182
    /// `timestamptz[]`.
    public static let timestamptzArray: UInt32 = 1185

    /// Types whose binary format is their text: name, text, unknown, bpchar, varchar, and json.
    ///
    /// Enums, which PostgreSQL numbers from 16384, are text too.
    static func isText(_ oid: UInt32) -> Bool {
        switch oid {
        case 18, 19, text, json, 705, 1042, 1043: true
        default: oid >= 16384
        }
    }
}
