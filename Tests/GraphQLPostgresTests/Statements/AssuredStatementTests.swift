import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Reads that fail where a payload would not stand")
struct AssuredStatementTests {
    struct Case: Sendable {
        let encoding: LeafEncoding?
        let good: [String]
        let bad: [String]
    }

    private static let texts = LeafEncoding.array(of: .text, itemIsNonNull: true)

    static let cases = [
        Case(encoding: nil, good: ["1::bigint", "'x'::text"], bad: ["NULL::bigint"]),
        Case(encoding: .text, good: ["''::text", "'x'::varchar"], bad: ["NULL::text"]),
        Case(encoding: .boolean, good: ["false"], bad: ["NULL::boolean"]),
        Case(encoding: .int4, good: ["-1"], bad: ["NULL::integer"]),
        Case(
            encoding: .int8AsInt,
            good: ["2147483647::bigint", "-2147483648::bigint"],
            bad: ["2147483648::bigint", "-2147483649::bigint", "NULL::bigint"]
        ),
        Case(
            encoding: .date,
            good: ["'2018-06-29'::date"],
            bad: ["'infinity'::date", "'-infinity'::date", "NULL::date"]
        ),
        Case(
            encoding: .timestamp,
            good: ["now()", "now()::timestamp"],
            bad: ["'infinity'::timestamptz", "'-infinity'::timestamp", "NULL::timestamptz"]
        ),
        Case(
            encoding: .float8,
            good: ["1e300::float8", "0::float8", "-1.5::float8"],
            bad: ["'NaN'::float8", "'Infinity'::float8", "'-Infinity'::float8", "NULL::float8"]
        ),
        Case(encoding: .numeric, good: ["0.0", "-1e20::numeric"], bad: ["'NaN'::numeric", "NULL::numeric"]),
        Case(encoding: .json, good: ["'null'::jsonb"], bad: ["NULL::jsonb"]),
        Case(
            encoding: texts,
            good: ["'{}'::text[]", "'{a,b}'::text[]"],
            bad: ["'{a,NULL}'::text[]", "'{{a},{b}}'::text[]", "NULL::text[]"]
        ),
        Case(
            encoding: .array(of: .timestamp, itemIsNonNull: false),
            good: ["'{NULL,infinity}'::timestamptz[]"],
            bad: ["NULL::timestamptz[]"]
        ),
    ]

    /// The rows of a statement of an ordinal and a value, or nil where it fails for its needs.
    private func rows(_ statement: String, needs: RowNeeds, parents: Int64 = 1, on pool: PostgresPool) async throws
        -> Int?
    {
        let text = try #require(
            AssuredStatement.text(around: statement, columnCount: 2, needs: needs, parentCount: "$1")
        )
        let prepared = PreparedStatement(text: text, parameterTypes: needs.hasRow ? [PostgresType.int8] : [])
        let bound = BoundStatement(statement: prepared, parameters: needs.hasRow ? [PostgresValue(parents)] : [])
        do throws(PostgresError) { return try await pool.pipeline([bound])[0].rowCount } catch {
            guard error.sqlState == AssuredStatement.sqlState else { throw error }
            return nil
        }
    }

    @Test("A value fails exactly where it could not be written", arguments: cases)
    func values(_ test: Case) async throws {
        try await SharedDatabase.registry.withReads { (reads) async throws in
            let needs = RowNeeds(cells: [.init(column: 1, encoding: test.encoding)])
            for value in test.good {
                let statement = "SELECT * FROM (VALUES (1::bigint, \(value)), (2, \(value))) v"
                #expect(try await rows(statement, needs: needs, on: reads.pool) == 2, "\(value)")
            }
            for value in test.bad {
                let statement = "SELECT 1::bigint, \(value)"
                #expect(try await rows(statement, needs: needs, on: reads.pool) == nil, "\(value)")
            }
        }
    }

    @Test("A row that has to be there for each parent is asked for, and only then")
    func presence() async throws {
        try await SharedDatabase.registry.withReads { (reads) async throws in
            let none = "SELECT 1::bigint, 'x'::text WHERE false"
            let two = "SELECT * FROM (VALUES (1::bigint, 'x'::text), (2, 'y'), (2, 'z')) v ORDER BY 1"
            #expect(try await rows(none, needs: RowNeeds(hasRow: true), on: reads.pool) == nil)
            #expect(try await rows(none, needs: RowNeeds(), on: reads.pool) == 0)
            #expect(try await rows(two, needs: RowNeeds(hasRow: true), parents: 2, on: reads.pool) == 3)
            #expect(try await rows(two, needs: RowNeeds(hasRow: true), parents: 3, on: reads.pool) == nil)
            let all = RowNeeds(hasRow: true, cells: [.init(column: 1, encoding: .text)])
            #expect(try await rows(two, needs: all, parents: 2, on: reads.pool) == 3)
        }
    }

    @Test("Items that could fail one by one are not told in SQL")
    func items() {
        for item in [LeafEncoding.date, .timestamp, .float8, .numeric, .int8AsInt] {
            let needs = RowNeeds(cells: [.init(column: 1, encoding: .array(of: item, itemIsNonNull: true))])
            #expect(AssuredStatement.text(around: "", columnCount: 2, needs: needs, parentCount: "$1") == nil)
        }
    }
}
