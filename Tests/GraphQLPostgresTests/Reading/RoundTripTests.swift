import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Round trips")
struct RoundTripTests {
    struct Case {
        let query: String
        let variables: String
        let roundTrips: Int

        init(_ roundTrips: Int, _ query: String, variables: String = "{}") {
            self.query = query
            self.variables = variables
            self.roundTrips = roundTrips
        }
    }

    static let cases: [Case] = [
        // One level, whatever it holds.
        Case(1, "{ letter(id: 1) { id subject state } }"),
        Case(1, "{ letter(id: 99) { id } }"),
        Case(
            1,
            "{ letter(id: 1) { court { name parent { name parent { name } } } assignee { name court { code } } } }"
        ),
        Case(1, "{ letters { totalCount pageInfo { hasNextPage } nodes { id court { name } } } }"),
        Case(
            1,
            "{ a: letter(id: 1) { id } b: letterByNo(letterNo: \"A2\") { id } c: letters { totalCount } court(code: \"晋\") { name } }"
        ),
        Case(1, "{ report(from: \"2018-01-01\", to: \"2018-12-31\", groupBy: \"STATE\") { items } viewer { name } }"),
        Case(1, "query($o: [LetterOrder!]) { letters(orderBy: $o, last: 1) { edges { cursor } } }"),
        // A level more for each to-many relation on the way down, however many there are beside it.
        Case(
            2,
            "{ letter(id: 1) { events { totalCount nodes { kind staff { name } } } petitioners { seq } volume { title } } }"
        ),
        Case(2, "{ letter(id: 1) { assignee { court { courts { name } } } } }"),
        Case(
            2,
            "{ courts { code letters { totalCount nodes { id } } courts { code } } letters { nodes { events { totalCount } } } }"
        ),
        Case(3, "{ court(code: \"晋\") { courts { courts { name } } } }"),
        Case(
            4,
            """
            { court(code: "晋") { courts { letters { nodes { petitioners { seq } events { nodes { staff { name } } } } } } } \
            letter(id: 1) { id } }
            """
        ),
        // Rows without parents are not asked for.
        Case(1, "{ letter(id: 99) { petitioners { seq } events { nodes { letter { events { totalCount } } } } } }"),
        Case(
            1,
            "{ letters(filter: {letterNo: \"none\"}) { nodes { events { nodes { letter { petitioners { seq } } } } } } }"
        ),
        Case(2, "{ letter(id: 2) { duplicates { duplicates { petitioners { seq } } } } }"),
        Case(
            1,
            "query($no: Boolean!) { letter(id: 1) { id petitioners @skip(if: $no) { seq } } }",
            variables: #"{"no": true}"#
        ),
        // Nothing of the database.
        Case(0, "{ __typename }"),
        Case(0, "{ __schema { queryType { name } } }"),
        Case(0, "{ entries(first: 201) { nodes { id } } }"),
        Case(0, "{ entries(after: \"no cursor\") { nodes { id } } }"),
        // The cursor of a lower level is read when its parents are there.
        Case(
            1,
            "query($a: String) { letter(id: 1) { events(after: $a) { nodes { id } } } }",
            variables: #"{"a": "no"}"#
        ),
    ]

    @Test("A level of an operation is a round trip, BEGIN, COMMIT and who is asking included")
    func roundTrips() async throws {
        try await SharedDatabase.withOwnReads { reads in
            for test in Self.cases {
                // Once to prepare the statements, once to see what a plan takes.
                for _ in 0..<2 {
                    let before = reads.pool.statistics
                    let answer = try await reads.ask(test.query, variables: test.variables)
                    let after = reads.pool.statistics
                    #expect(answer.internalErrors == [])
                    #expect(after.pipelines - before.pipelines == test.roundTrips, "\(test.query): \(answer.levels)")
                    #expect(after.idle == after.open)
                }
            }
        }
    }

    @Test("The payload of a mutation is read level by level in its transaction")
    func payload() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let query =
                "mutation { closeLetter(id: 1) { letter { id events { totalCount nodes { id } } petitioners { seq } } } }"
            _ = try await reads.ask(query)
            let before = reads.pool.statistics
            let answer = try await reads.ask(query)
            #expect(answer.internalErrors == [])
            // BEGIN with the command's own statement, two levels, COMMIT.
            #expect(reads.pool.statistics.pipelines - before.pipelines == 4)
        }
    }

    @Test("Many operations at once share the connections, each with round trips of its own")
    func together() async throws {
        try await SharedDatabase.withOwnReads { reads in
            _ = try await reads.ask("{ viewer { name } }")
            let before = reads.pool.statistics
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        let query =
                            index.isMultiple(of: 2)
                            ? "{ letter(id: 1) { id } }"
                            : "{ letter(id: 1) { petitioners { seq } events { totalCount } } }"
                        let answer = try await reads.ask(query)
                        #expect(answer.internalErrors == [])
                    }
                }
                try await group.waitForAll()
            }
            let after = reads.pool.statistics
            #expect(after.pipelines - before.pipelines == 20 * 1 + 20 * 2)
            #expect(after.open <= 8)
        }
    }
}
