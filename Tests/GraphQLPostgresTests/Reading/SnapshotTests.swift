import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Snapshots")
struct SnapshotTests {
    @Test("All levels of an answer see one state while rows move")
    func oneSnapshot() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let query = "{ letter(id: 1) { events { totalCount nodes { id } } } }"
            let pool = reads.pool
            let answer = try await reads.ask(query) { level in
                guard level == 1 else { return }
                try await pool.execute("UPDATE app.event SET letter_id = 2 WHERE letter_id = 1")
            }
            #expect(
                answer.json
                    == #"{"data":{"letter":{"events":{"totalCount":3,"nodes":[{"id":"1"},{"id":"2"},{"id":"6"}]}}}}"#
            )
            let later = try await reads.json(query)
            #expect(later == #"{"data":{"letter":{"events":{"totalCount":0,"nodes":[]}}}}"#)
        }
    }

    @Test("A connection comes back from a snapshot usable, also after a failure")
    func connectionsReturn() async throws {
        try await SharedDatabase.withOwnReads { reads in
            struct Stop: Error {}
            for _ in 0..<20 {
                let answer = try await reads.ask("{ letter(id: 1) { petitioners { id } } }") { level in
                    if level == 1 { throw Stop() }
                }
                #expect(answer.json.contains("Internal server error"))
            }
            let json = try await reads.json("{ letter(id: 1) { petitioners { id } } }")
            #expect(json == #"{"data":{"letter":{"petitioners":[{"id":"1"},{"id":"2"}]}}}"#)
            #expect(reads.pool.statistics.open == 1)
        }
    }

    @Test("Who is asking is told anew at each request on a shared connection")
    func settingsDoNotStay() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let other = Asker(courts: ["京"], staffID: 3, mayReadSealed: false, seesOnlyAssigned: false, today: 0)
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<100 {
                    group.addTask {
                        let caller = index.isMultiple(of: 2) ? other : Reads.caller
                        let json = try await reads.json("{ viewer { name today } }", as: caller)
                        return json
                            == (index.isMultiple(of: 2)
                                ? #"{"data":{"viewer":{"name":"丙","today":"2000-01-01"}}}"#
                                : #"{"data":{"viewer":{"name":"甲","today":"2018-06-29"}}}"#)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 })
        }
    }
}
