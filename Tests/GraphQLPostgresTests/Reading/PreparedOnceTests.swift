import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Prepared statements of plans")
struct PreparedOnceTests {
    /// Reads over one connection, so that what it has prepared can be asked for.
    private func withOneConnection(
        limit: Int = 500,
        _ body: (Reads) async throws -> Void
    ) async throws {
        try await SharedDatabase.registry.withReads { shared in
            var configuration = shared.pool.configuration
            configuration.size = 1
            configuration.preparedStatementLimit = limit
            let pool = PostgresPool(configuration: configuration)
            do { try await body(Reads(mapping: shared.mapping, schema: shared.schema, pool: pool)) } catch {
                await pool.close()
                throw error
            }
            await pool.close()
        }
    }

    /// The texts of reads that the connection has prepared.
    private func prepared(on pool: PostgresPool) async throws -> [String] {
        var texts: [String] = []
        for row in try await pool.query("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time, name") {
            let text: String = try row.decode(0)
            if text.contains("app.") { texts.append(text) }
        }
        return texts
    }

    @Test("A plan's statements are prepared once per connection, however often it runs")
    func once() async throws {
        try await withOneConnection { reads in
            let query = "query($id: ID!) { letter(id: $id) { letterNo petitioners { seq } events { totalCount } } }"
            _ = try await reads.json(query, variables: #"{"id": "1"}"#)
            let first = try await prepared(on: reads.pool)
            #expect(first.count { $0.contains("FROM app.letter") } == 1)
            #expect(first.count { $0.contains("JOIN app.petitioner") } == 1)
            #expect(first.count { $0.contains("JOIN app.event") } == 1)
            for id in 1...5 { _ = try await reads.json(query, variables: #"{"id": "\#(id)"}"#) }
            #expect(try await prepared(on: reads.pool).sorted() == first.sorted())
        }
    }

    @Test("Two plans with the same text share its preparation")
    func shared() async throws {
        try await withOneConnection { reads in
            _ = try await reads.json("{ letter(id: 1) { letterNo } }")
            let first = try await prepared(on: reads.pool).count
            _ = try await reads.json(
                "query Other($id: ID!) { named: letter(id: $id) { no: letterNo } }",
                variables: #"{"id": "2"}"#
            )
            #expect(try await prepared(on: reads.pool).count == first)
        }
    }

    @Test("A connection holds so many statements and no more, whatever variants are asked for")
    func limit() async throws {
        try await withOneConnection(limit: 10) { reads in
            let fields = ["id", "letterNo", "dueOn", "state", "sealed"]
            for mask in 1..<32 {
                let selected = fields.indices.filter { mask >> $0 & 1 == 1 }.map { fields[$0] }.joined(separator: " ")
                _ = try await reads.json("{ letter(id: 1) { \(selected) } }")
                // Those that have just been retired are let go of with the next round trip.
                #expect(try await prepared(on: reads.pool).count <= 12)
            }
            #expect(try await reads.json("{ letter(id: 1) { id } }") == #"{"data":{"letter":{"id":"1"}}}"#)
        }
    }

    @Test("A plan whose statements have gone stale in PostgreSQL is answered all the same")
    func stale() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let query =
                "{ letter(id: 1) { letterNo endorsement { text } petitioners { nameMasked } events { nodes { kind } } } }"
            let before = try await reads.json(query)
            // The types of a result may not change under a prepared statement (0A000): of the first round trip, of the
            // second, and of two statements at once.
            for column in ["endorsement.text", "petitioner.name_masked", "event.kind"] {
                let parts = column.split(separator: ".")
                try await reads.pool.execute(
                    script: "ALTER TABLE app.\(parts[0]) ALTER COLUMN \(parts[1]) TYPE varchar(40)"
                )
                // The log has the first attempt.
                #expect(try await reads.ask(query).json == before)
            }
            try await reads.pool.execute(
                script: """
                    ALTER TABLE app.endorsement ALTER COLUMN text TYPE varchar(50);
                    ALTER TABLE app.petitioner ALTER COLUMN name_masked TYPE text;
                    ALTER TABLE app.event ALTER COLUMN kind TYPE text;
                    """
            )
            #expect(try await reads.ask(query).json == before)
        }
    }
}
