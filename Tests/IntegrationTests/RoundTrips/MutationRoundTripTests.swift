import DocketTesting
import GraphQLLanguage
import Testing

@Suite("Round trips of a mutation")
struct MutationRoundTripTests {
    struct Case {
        let roundTrips: Int
        let mutation: String
        let selection: String

        init(_ roundTrips: Int, _ mutation: String, _ selection: String) {
            self.roundTrips = roundTrips
            self.mutation = mutation
            self.selection = selection
        }
    }

    /// What the command begins with, and what follows its decision.
    static let cases = [
        // Nothing to be read.
        Case(2, "addNote", "count __typename"),
        // A level, whatever its fields need.
        Case(2, "addNote", "note { id text mood at weight size tags shout author { name } }"),
        Case(2, "addNote", "maybe { mood shout author { name } } count"),
        Case(2, "insertNote", "id text at author { name }"),
        // A level more.
        Case(3, "addNote", "maybe { id lines { text } }"),
        // What a resolver answers PostgreSQL does not see: COMMIT comes afterwards.
        Case(3, "addNote", "maybe { id word }"),
        // Nor whether a list is too long that the payload depends on.
        Case(4, "addNote", "note { id lines { text } }"),
    ]

    @Test("A keyed mutation takes two where its payload is one level, and none of a reader's")
    func counted() async throws {
        try await NoteDesk.open { desk in
            for (number, test) in Self.cases.enumerated() {
                // Once to prepare the statements, and while a server that begins looks for what was left behind; once to see.
                for time in 0..<2 {
                    let trips = try await desk.roundTrips {
                        let key = "k-\(number)-\(time)"
                        let answer = await desk.add(.plain, key: key, test.mutation, selecting: test.selection)
                        #expect(answer["errors"] == nil, "\(answer)")
                    }
                    #expect(
                        time == 0 || trips == RoundTrips(reader: 0, writer: test.roundTrips),
                        "\(test.mutation) { \(test.selection) }"
                    )
                }
            }
        }
    }

    @Test("A dry run tries all that it would write, and leaves nothing", arguments: ["id mood", "__typename"])
    func dryRun(_ selection: String) async throws {
        try await NoteDesk.open { desk in
            let before = try await desk.traces
            let answer = await desk.add(.plain, key: "k", "tryNote", selecting: selection)
            #expect(answer["errors"] == nil, "\(answer)")
            #expect(answer[path: "data.tryNote"] != .null)
            #expect(await desk.add(.taken, key: "k", "tryNote", selecting: selection).codes == ["CONFLICT"])
            #expect(try await desk.traces == before)
        }
    }
}
