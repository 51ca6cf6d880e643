import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

/// Whatever is selected, an object is the same from a view's row, by a join from it, and by its id.
@Suite("Agreement of the ways to an object of several types")
struct AbstractAgreementTests {
    private struct Selection {
        private var random: Randomness

        init(seed: UInt64) { random = Randomness(seed: seed) }

        private static let shared = [
            "id", "title", "openedOn", "sealed", "weight", "nodeId", "__typename", "court { name }",
            "court { code parent { name courts { code } } }", "notes { text }", "notes { id subject { title } }",
            "c: court { matters(first: 2) { title } }", "n: notes { hit { __typename ... on Node { nodeId } } }",
        ]
        private static let letter = [
            "letterNo", "subject", "token", "firstEvents(first: 2) { id kind }", "assignee { name }", "days: daysLeft",
            "events(last: 1) { totalCount nodes { id staff { name } } }", "duplicates { letterNo nodeId }",
            "x: notes { text subject { ... on Letter { subject } } }",
        ]
        private static let dossier = ["volumes", "x: notes { id }", "title", "y: court { level }"]

        private mutating func some(_ fields: [String]) -> String {
            let chosen = fields.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.shuffled(using: &random)
            return chosen.isEmpty ? "__typename" : chosen.joined(separator: " ")
        }

        mutating func text(of list: String) -> String {
            var parts: [String] = []
            if Bool.random(using: &random) { parts.append("... on Matter { \(some(Self.shared)) }") }
            if Bool.random(using: &random) { parts.append("... on Letter { \(some(Self.letter + Self.shared)) }") }
            if Bool.random(using: &random) { parts.append("... on Dossier { \(some(Self.dossier)) }") }
            if list == "results" { parts.append("... on Staff { name court { code } }") }
            return parts.isEmpty ? "__typename" : parts.shuffled(using: &random).joined(separator: " ")
        }
    }

    private static let callers = [
        Reads.caller,
        Asker(
            courts: ["晋03", "晋0321", "京"],
            staffID: 2,
            mayReadSealed: true,
            seesOnlyAssigned: false,
            today: 6754
        ),
        Asker(courts: ["京"], staffID: nil, mayReadSealed: false, seesOnlyAssigned: false, today: 6754),
    ]

    /// The items of a response's only field.
    private func items(_ json: String) throws -> Substring {
        let start = try #require(json.firstRange(of: ":["))
        #expect(json.hasSuffix("]}}"))
        return json[start.upperBound...].dropLast(3)
    }

    @Test("A random selection is answered alike", arguments: 1..<9 as Range<UInt64>)
    func selections(_ seed: UInt64) async throws {
        try await SharedDatabase.casework.withReads { reads in
            var selection = Selection(seed: seed)
            for round in 0..<12 {
                let caller = Self.callers[round % Self.callers.count]
                for list in ["matterList", "results"] {
                    let fields = selection.text(of: list)
                    let ids = try await reads.json("{ \(list) { ... on Node { nodeId } } }", as: caller)
                        .matches(of: /"nodeId":("[^"]+")/).map { String($0.1) }
                    let listed = try await reads.json("{ \(list) { \(fields) } }", as: caller)
                    let found = try await reads.json(
                        "{ nodes(nodeIds: [\(ids.joined(separator: ", "))]) { \(fields) } }",
                        as: caller
                    )
                    #expect(try items(listed) == items(found), "\(list) { \(fields) }")
                }
            }
        }
    }
}
