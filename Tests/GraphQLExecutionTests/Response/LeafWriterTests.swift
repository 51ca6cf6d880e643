import GraphQLLanguage
import Testing

@testable import GraphQLExecution

@Suite("LeafWriter")
struct LeafWriterTests {
    private func write(_ kind: LeafCoding.Kind, _ bytes: [UInt8]) -> String {
        var json = JSONWriter()
        let outcome = json.append(kind, bytes.span)
        return outcome == .written ? String(decoding: json.bytes, as: UTF8.self) : "\(outcome)"
    }

    /// A numeric as PostgreSQL sends it.
    private func numeric(_ digits: [Int16], weight: Int16, isNegative: Bool = false, scale: Int16) -> [UInt8] {
        let sign: Int16 = isNegative ? 0x4000 : 0
        return ([Int16(digits.count), weight, sign, scale] + digits).flatMap(\.bigEndianBytes)
    }

    @Test("text, jsonb, json, boolean")
    func simple() {
        #expect(write(.text, Array("信\"访".utf8)) == #""信\"访""#)
        #expect(write(.text, []) == "\"\"")
        #expect(write(.json, [1] + Array(#"{"a": 1}"#.utf8)) == #"{"a": 1}"#)
        #expect(write(.json, Array("[1]".utf8)) == "[1]")
        #expect(write(.boolean, [1]) == "true")
        #expect(write(.boolean, [0]) == "false")
    }

    @Test("integers of every width, negative ones too")
    func integers() {
        #expect(write(.integer, Int16(-32768).bigEndianBytes) == "-32768")
        #expect(write(.integer, Int32(-1).bigEndianBytes) == "-1")
        #expect(write(.integer, Int32.max.bigEndianBytes) == "2147483647")
        #expect(write(.integer, Int64.min.bigEndianBytes) == "-9223372036854775808")
        #expect(write(.integerText, Int64(42).bigEndianBytes) == "\"42\"")
        #expect(write(.integerText, Int64(-42).bigEndianBytes) == "\"-42\"")
    }

    @Test("an Int of eight bytes is never more than 32 bits, nor another number")
    func boundedIntegers() {
        #expect(write(.boundedInteger, Int64(Int32.max).bigEndianBytes) == "2147483647")
        #expect(write(.boundedInteger, Int64(Int32.min).bigEndianBytes) == "-2147483648")
        #expect(write(.boundedInteger, (Int64(Int32.max) + 1).bigEndianBytes) == "outOfRange")
        #expect(write(.boundedInteger, (Int64(Int32.min) - 1).bigEndianBytes) == "outOfRange")
        #expect(write(.boundedInteger, [1]) == "malformed")
    }

    @Test("doubles")
    func doubles() {
        #expect(write(.float8, 1.5.bitPattern.bigEndianBytes) == "1.5")
        #expect(write(.float8, (-2.0).bitPattern.bigEndianBytes) == "-2")
        #expect(write(.float8, 1e-7.bitPattern.bigEndianBytes) == "1e-07")
        #expect(write(.float8, Double.nan.bitPattern.bigEndianBytes) == "notFinite")
        #expect(write(.float8, Double.infinity.bitPattern.bigEndianBytes) == "notFinite")
    }

    @Test("numerics")
    func numerics() {
        #expect(write(.numeric, numeric([], weight: 0, scale: 0)) == "0")
        #expect(write(.numeric, numeric([], weight: 0, scale: 2)) == "0.00")
        #expect(write(.numeric, numeric([12], weight: 0, scale: 0)) == "12")
        #expect(write(.numeric, numeric([1, 2345], weight: 1, scale: 0)) == "12345")
        #expect(write(.numeric, numeric([1], weight: 2, scale: 0)) == "100000000")
        #expect(write(.numeric, numeric([12, 3400], weight: 0, scale: 2)) == "12.34")
        #expect(write(.numeric, numeric([12, 3400], weight: 0, scale: 6)) == "12.340000")
        #expect(write(.numeric, numeric([1, 5, 600], weight: 1, isNegative: true, scale: 3)) == "-10005.060")
        #expect(write(.numeric, numeric([1200], weight: -1, isNegative: true, scale: 2)) == "-0.12")
        #expect(write(.numeric, numeric([7], weight: -2, scale: 8)) == "0.00000007")
        #expect(write(.numeric, [0, 0, 0, 0, 0xC0, 0, 0, 0]) == "notFinite")
        #expect(write(.numeric, [0, 0, 0, 0, 0xD0, 0, 0, 0]) == "notFinite")
    }

    @Test(
        "dates before and after 2000",
        arguments: [
            (0, "2000-01-01"), (-1, "1999-12-31"), (6633, "2018-02-28"), (6634, "2018-03-01"), (59, "2000-02-29"),
            (-10957, "1970-01-01"), (-36524, "1900-01-01"), (-36465, "1900-03-01"), (-730_119, "0001-01-01"),
            (2_921_939, "9999-12-31"), (2_921_940, "+10000-01-01"), (-730_485, "0000-01-01"), (-730_486, "-0001-12-31"),
        ] as [(Int32, String)]
    )
    func dates(_ days: Int32, _ expected: String) { #expect(write(.date, days.bigEndianBytes) == "\"\(expected)\"") }

    @Test(
        "timestamps before and after 2000",
        arguments: [
            (0, "2000-01-01T00:00:00Z"), (-1, "1999-12-31T23:59:59.999999Z"), (-1_000_000, "1999-12-31T23:59:59Z"),
            (86_400_000_000, "2000-01-02T00:00:00Z"), (-86_400_000_000, "1999-12-31T00:00:00Z"),
            (583_596_246_000_500, "2018-06-29T14:04:06.000500Z"), (-946_684_800_000_000, "1970-01-01T00:00:00Z"),
        ] as [(Int64, String)]
    )
    func timestamps(_ microseconds: Int64, _ expected: String) {
        #expect(write(.timestamp, microseconds.bigEndianBytes) == "\"\(expected)\"")
    }

    @Test("infinite dates and times")
    func infinite() {
        #expect(write(.date, Int32.max.bigEndianBytes) == "notFinite")
        #expect(write(.timestamp, Int64.min.bigEndianBytes) == "notFinite")
    }

    @Test("uuids")
    func uuids() {
        #expect(write(.uuid, Array(0..<16)) == "\"00010203-0405-0607-0809-0a0b0c0d0e0f\"")
        #expect(write(.uuid, Array(repeating: 0xFF, count: 16)) == "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"")
    }

    @Test(
        "bytes of another size are malformed",
        arguments: [
            (.boolean, 0), (.boolean, 2), (.integer, 3), (.integer, 0), (.integerText, 1), (.float8, 4), (.numeric, 7),
            (.numeric, 9), (.date, 8), (.timestamp, 4), (.uuid, 15), (.json, 0),
        ] as [(LeafCoding.Kind, Int)]
    )
    func malformed(_ kind: LeafCoding.Kind, _ count: Int) {
        #expect(write(kind, Array(repeating: 0, count: count)) == "malformed")
    }
}
