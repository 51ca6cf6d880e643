import Postgres
import Testing

@Suite("Codecs") struct CodecTests {
    /// Sends a value to the server and reads it back, as what the server says it is too.
    private func roundTrip<Value: PostgresCodable & Equatable>(
        _ values: [Value],
        type: String,
        text: [String],
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        try await TestDatabase.withPool { pool in
            for (value, expected) in zip(values, text) {
                let row = try #require(
                    try await pool.query(
                        "SELECT \(value) AS v, pg_typeof(\(value))::text AS type, (\(value))::text AS text"
                    ).first
                )
                #expect(try row.decode("v", as: Value.self) == value, sourceLocation: location)
                #expect(try row.decode("type", as: String.self) == type, sourceLocation: location)
                #expect(try row.decode("text", as: String.self) == expected, sourceLocation: location)
            }
        }
    }

    @Test("Bool is boolean") func bool() async throws {
        try await roundTrip([true, false], type: "boolean", text: ["true", "false"])
    }

    @Test("Int16 is smallint") func int16() async throws {
        try await roundTrip([Int16.min, -1, .max], type: "smallint", text: ["-32768", "-1", "32767"])
    }

    @Test("Int32 is integer") func int32() async throws {
        try await roundTrip([Int32.min, 0, .max], type: "integer", text: ["-2147483648", "0", "2147483647"])
    }

    @Test("Int64 is bigint") func int64() async throws {
        try await roundTrip(
            [Int64.min, .max],
            type: "bigint",
            text: ["-9223372036854775808", "9223372036854775807"]
        )
    }

    @Test("Int is bigint") func int() async throws {
        try await roundTrip([-7, 1 << 40], type: "bigint", text: ["-7", "1099511627776"])
    }

    @Test("Double is double precision") func double() async throws {
        try await roundTrip(
            [0.1, -1e300, .infinity],
            type: "double precision",
            text: ["0.1", "-1e+300", "Infinity"]
        )
    }

    @Test("String is text, any UTF-8") func string() async throws {
        let values = ["", "涉诉信访", "👩‍⚖️ \\ ' \" $1 \n"]
        try await roundTrip(values, type: "text", text: values)
    }

    @Test("Bytes are bytea") func bytes() async throws {
        try await roundTrip([[UInt8]([]), [0, 255, 10]], type: "bytea", text: ["\\x", "\\x00ff0a"])
    }

    @Test("Arrays of text") func textArray() async throws {
        try await roundTrip([[String](), ["a", "", "晋,03"]], type: "text[]", text: ["{}", "{a,\"\",\"晋,03\"}"])
    }

    @Test("Arrays of integers") func integerArrays() async throws {
        try await roundTrip([[Int64]([1, -2])], type: "bigint[]", text: ["{1,-2}"])
        try await roundTrip([[Int32]([3])], type: "integer[]", text: ["{3}"])
        try await roundTrip([[true, false]], type: "boolean[]", text: ["{t,f}"])
    }

    @Test("JSON is jsonb") func json() async throws {
        try await roundTrip([PostgresJSON("{\"a\": [1, null]}")], type: "jsonb", text: ["{\"a\": [1, null]}"])
    }

    @Test("NULL reads as nil, and is an error where a value is asked for")
    func null() async throws {
        try await TestDatabase.withPool { pool in
            let missing: String? = nil
            let row = try #require(try await pool.query("SELECT \(missing) AS v, 1 AS one").first)
            let value: String? = try row.decode("v")
            #expect(value == nil)
            let error = #expect(throws: PostgresError.self) { try row.decode("v", as: String.self) }
            #expect(error?.code == .decoding)
            #expect(error?.message == "Column \"v\" is NULL where a String is read. Read a String? instead.")
        }
    }

    @Test("An Int reads any integer, and a String reads names, enums and json")
    func lenience() async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(script: "CREATE TYPE level AS ENUM ('HIGH', 'BASIC')")
            let row = try #require(
                try await pool.query(
                    "SELECT 1::int2, 2::int4, 3::int8, 'n'::name, 'BASIC'::level, '{}'::json, 1.5::float4"
                ).first
            )
            #expect(try (0..<3).map { try row.decode($0, as: Int.self) } == [1, 2, 3])
            #expect(try (3..<6).map { try row.decode($0, as: String.self) } == ["n", "BASIC", "{}"])
            #expect(try row.decode(5, as: PostgresJSON.self).text == "{}")
            #expect(try row.decode(6, as: Double.self) == 1.5)
        }
    }

    @Test("Another type is an error that names the column and says what helps")
    func mismatch() async throws {
        try await TestDatabase.withPool { pool in
            let row = try #require(try await pool.query("SELECT 1.5::numeric AS amount, 70000 AS big").first)
            let error = #expect(throws: PostgresError.self) { try row.decode("amount", as: Int.self) }
            #expect(error?.message.hasPrefix("Column \"amount\": Cannot read a Int from") == true)
            #expect(error?.message.hasSuffix("Cast the column in the statement, or ask for another type.") == true)
            #expect(throws: PostgresError.self) { try row.decode("big", as: Int16.self) }
        }
    }

    @Test("A column that is not there is an error that lists those that are")
    func missingColumn() async throws {
        try await TestDatabase.withPool { pool in
            let row = try #require(try await pool.query("SELECT 1 AS a, 2 AS b").first)
            let byName = #expect(throws: PostgresError.self) { try row.decode("c", as: Int.self) }
            #expect(byName?.message == "There is no column \"c\" in the result; there are \"a\", \"b\".")
            #expect(throws: PostgresError.self) { try row.decode(2, as: Int.self) }
            #expect(throws: PostgresError.self) { try row.decode(-1, as: Int.self) }
        }
    }

    @Test(
        "Malformed bytes are errors, not crashes",
        arguments: [
            [], [0], [0, 0, 0, 1], [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20],
            // A count of two thousand million elements in a few bytes.
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 1],
            // A NULL element, a length beyond the end, two dimensions.
            [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff],
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 99, 1],
            [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1],
        ] as [[UInt8]]
    )
    func malformed(bytes: [UInt8]) {
        #expect(throws: PostgresError.self) { try [Int64](postgres: bytes[...], typeOID: PostgresType.int8Array) }
        #expect(throws: PostgresError.self) { try Int64(postgres: bytes[...], typeOID: PostgresType.int8) }
    }

    @Test("Invalid UTF-8, a wrong JSON version and a wrong size are errors")
    func malformedScalars() {
        #expect(throws: PostgresError.self) { try String(postgres: [0xff, 0xfe], typeOID: PostgresType.text) }
        #expect(throws: PostgresError.self) {
            try PostgresJSON(postgres: [2, 0x7b, 0x7d], typeOID: PostgresType.jsonb)
        }
        #expect(throws: PostgresError.self) { try Bool(postgres: [], typeOID: PostgresType.bool) }
        #expect(throws: PostgresError.self) { try Double(postgres: [1, 2], typeOID: PostgresType.float8) }
        #expect(throws: PostgresError.self) { try [UInt8](postgres: [1], typeOID: PostgresType.text) }
    }
}
