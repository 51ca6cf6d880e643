import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Mutations and the readers")
struct MutationReaderTests {
    @Test("Mutations that wait for a row hold no reader: reads go on beside them")
    func waiting() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let input: JSONValue = [
                "letterId": .string(letter.id), "version": 1, "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
            ]
            let classify = """
                mutation($input: ClassifyLetterInput!) {
                    classifyLetter(input: $input) { letter { id state senders { nameMasked } } }
                }
                """
            try await OwnEngine.with(court, readers: 1, writers: 4) { own in
                let token = court.tokens[.clerk]
                // Known from here on, so that nobody looks it up behind the lock.
                _ = await own.answer("{ __typename }", bearing: token)
                let mutations = try await court.database.withTransaction { transaction in
                    _ = try await transaction.query(
                        "SELECT id FROM letters.letter WHERE id = \(Int64(letter.id)) FOR UPDATE"
                    )
                    let mutations = (0..<2).map { _ in
                        Task { await own.answer(classify, ["input": input], bearing: token) }
                    }
                    let deadline = ContinuousClock.now + .seconds(60)
                    while try await Self.waiting(court) < 2, .now < deadline { await Task.yield() }
                    #expect(try await Self.waiting(court) == 2)
                    for document in [
                        "{ letters(first: 1) { totalCount } }",
                        "{ letters(first: 1) { nodes { letterNo senders { nameMasked } } } }",
                    ] {
                        let read = await own.answer(document, bearing: token)
                        #expect(!read.contains("errors"), "\(read)")
                    }
                    return mutations
                }
                for mutation in mutations { _ = await mutation.value }
            }
            #expect(try await letter.version == 2)
        }
    }

    /// How many connections wait for a lock.
    private static func waiting(_ court: TestCourt) async throws -> Int64 {
        let rows = try await court.database.query(
            """
            SELECT count(*) AS waiting FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """
        )
        return try rows.first?.decode("waiting") ?? 0
    }
}
