import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Values in PostgreSQL's formats")
struct EncodingTests {
    @Test(
        "Dates are days since 2000-01-01",
        arguments: [
            ("2000-01-01", 0), ("1999-12-31", -1), ("2018-06-29", 6754), ("2000-02-29", 59), ("0001-01-01", -730_119),
            ("2018-02-30", nil), ("2018-13-01", nil), ("2018-00-10", nil), ("1900-02-29", nil), ("18-01-01", nil),
            ("2018/01/01", nil), ("2018-01-01T", nil), ("２018-01-01", nil), ("", nil),
        ] as [(String, Int32?)]
    )
    func dates(_ text: String, _ days: Int32?) {
        #expect(CalendarText.days(Array(text.utf8)[...]) == days)
        if let days { #expect(CalendarText.text(days: days) == text) }
    }

    @Test(
        "Instants are microseconds since 2000-01-01 UTC",
        arguments: [
            ("2000-01-01T00:00:00Z", 0), ("2000-01-01T08:00:00+08:00", 0), ("2000-01-01t00:00:01.5z", 1_500_000),
            ("1999-12-31T23:59:59.999999Z", -1), ("2000-01-01T00:00:00.0000019Z", 1), ("1999-12-31T19:30:00-04:30", 0),
            ("2000-01-01T24:00:00Z", nil), ("2000-01-01T00:60:00Z", nil), ("2000-01-01 00:00:00Z", nil),
            ("2000-01-01T00:00:00", nil), ("2000-01-01T00:00:00.Z", nil), ("2000-01-01T00:00:00+8:00", nil),
            ("2000-01-01T00:00:00ZZ", nil), ("x", nil),
        ] as [(String, Int64?)]
    )
    func instants(_ text: String, _ microseconds: Int64?) {
        #expect(CalendarText.microseconds(text) == microseconds)
    }

    @Test(
        "A value that no row can have has no encoding",
        arguments: [
            (ColumnType.int8, JSONValue.string("x")), (.int8, .string("9223372036854775808")), (.int8, .double(1)),
            (.int4, .integer(2_147_483_648)), (.int2, .integer(40_000)), (.text, .string("a\u{0}b")),
            (.uuid, .string("1")),
            (.uuid, .string("11111111-1111-1111-1111-11111111111g")),
            (.uuid, .string("1111111111111-1111-1111-1111-1111111")),
            (.boolean, .string("true")), (.date, .string("2018-02-30")), (.json, .string("{}")), (.int8, .null),
        ]
    )
    func unencodable(_ type: ColumnType, _ value: JSONValue) { #expect(type.encode(value) == nil) }

    @Test("Values are written big-endian")
    func encoding() {
        #expect(ColumnType.int8.encode(.string("258")) == [0, 0, 0, 0, 0, 0, 1, 2])
        #expect(ColumnType.int4.encode(.integer(-1)) == [255, 255, 255, 255])
        #expect(ColumnType.int2.encode(.integer(258)) == [1, 2])
        #expect(ColumnType.boolean.encode(.boolean(true)) == [1])
        #expect(ColumnType.float8.encode(.integer(1)) == ColumnType.float8.encode(.double(1)))
        #expect(ColumnType.text.encode(.integer(12)) == Array("12".utf8))
        #expect(ColumnType.uuid.encode(.string("000102aB-0000-0000-0000-0000000000ff"))?.prefix(4) == [0, 1, 2, 0xab])
        #expect(
            ColumnType.array(of: .int2).encode(.array([.integer(1), .string("x"), .integer(2)]))
                == [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 21, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 2, 0, 2]
        )
        #expect(ColumnType.int2.encodeArray([]) == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 21])
    }

    @Test(
        "A cursor's bytes are checked against the column's type",
        arguments: [
            (ColumnType.int8, Array(repeating: UInt8(0), count: 8), true), (.int8, [0], false),
            (.int4, [0, 0, 0, 1], true),
            (.text, Array("晋".utf8), true), (.text, [0xff], false), (.text, [0], false), (.boolean, [2], false),
            (.uuid, Array(repeating: UInt8(1), count: 16), true), (.date, [1, 2, 3], false), (.json, [1], false),
            (.numeric, [0, 1, 0, 0, 0, 0, 0, 0, 0, 7], true), (.numeric, [0, 1, 0, 0, 0, 0, 0, 0, 0x7f, 7], false),
            (.numeric, [0, 2, 0, 0, 0, 0, 0, 0, 0, 7], false), (.numeric, [0, 0, 0, 0, 0x12, 0, 0, 0], false),
            (.numeric, [], false),
        ] as [(ColumnType, [UInt8], Bool)]
    )
    func cursorValues(_ type: ColumnType, _ bytes: [UInt8], _ isValid: Bool) { #expect(type.isValid(bytes) == isValid) }

    @Test("Who is asking is told as settings, courts as an array's literal")
    func settings() {
        let context = BoundContext(
            Asker(
                courts: ["晋03", "a\"b\\c"],
                staffID: nil,
                mayReadSealed: true,
                seesOnlyAssigned: false,
                today: 0
            )
        )
        let texts = context.transactionSettings(role: "r").parameters.map {
            String(decoding: $0.bytes ?? [], as: UTF8.self)
        }
        #expect(texts == [#"{"晋03","a\"b\\c"}"#, "", "{}", "on", "off", "2000-01-01", "r"])
        #expect(context.context.values[ScopeCondition.Word.staffID.rawValue].bytes == nil)
        let none = Asker(courts: [], staffID: 7, mayReadSealed: false, seesOnlyAssigned: true, today: 6754)
        let values = BoundContext(none).transactionSettings(role: "r").parameters.map {
            String(decoding: $0.bytes ?? [], as: UTF8.self)
        }
        #expect(values == ["{}", "7", "{7}", "off", "on", "2018-06-29", "r"])
    }
}
