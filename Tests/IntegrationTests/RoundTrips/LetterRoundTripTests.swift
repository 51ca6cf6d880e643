import DocketServer
import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Testing

@Suite("Round trips of a letter's mutations")
struct LetterRoundTripTests {
    struct Step {
        let mutation: String
        let input: JSONValue
        let role: Role
    }

    /// From registered to archived.
    private static func life(handler: String) -> [Step] {
        let entries = [
            "CATALOGUE", "ORIGINAL", "ACCEPTANCE_RECORD", "HANDLING_RECORD", "REPLY_RECORD", "PETITIONER_OPINION",
            "UNFINISHED_MEASURES",
        ].enumerated().map { index, document -> JSONValue in
            ["document": .string(document), "title": "材料", "pageFrom": .integer(index + 1), "pageTo": .integer(index + 1)]
        }
        let review = [("DIVISION_HEAD", Role.divisionHead), ("VICE_PRESIDENT", .vicePresident), ("PRESIDENT", .president)]
        return [
            Step(
                mutation: "classifyLetter",
                input: ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"],
                role: .clerk
            ),
            Step(mutation: "assignLetter", input: ["assigneeId": .string(handler)], role: .divisionHead),
            Step(mutation: "startHandling", input: [:], role: .handler),
            Step(mutation: "draftReply", input: LetterDesk.reply, role: .handler),
            Step(mutation: "submitReview", input: [:], role: .handler),
        ]
            + review.map { level, role in
                Step(mutation: "reviewLetter", input: ["level": .string(level), "decision": "APPROVED"], role: role)
            } + [
                Step(mutation: "recordDispatch", input: ["sentOn": "2018-04-20", "method": "POST"], role: .handler),
                Step(
                    mutation: "submitOnlineReport",
                    input: ["platform": "全省信访系统", "externalRef": "W1"],
                    role: .clerk
                ),
                Step(
                    mutation: "recordReportBack",
                    input: ["sentOn": "2018-04-20", "docRef": "晋03信报1"],
                    role: .clerk
                ),
                Step(mutation: "recordOnlineResult", input: ["result": "ACCEPTED"], role: .clerk),
                Step(mutation: "closeLetter", input: [:], role: .divisionHead),
                Step(mutation: "bindLetter", input: ["entries": .array(entries)], role: .clerk),
                Step(mutation: "archiveLetter", input: [:], role: .archivist),
            ]
    }

    /// What each may take, with the key and the answer.
    private static let limit = 4

    @Test("Under a key, each takes four at most, and none of a reader's")
    func life() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            // Twice, so that each statement has been prepared: that takes no round trip of its own.
            for item in [1, 2] {
                let letter = try await LetterDesk(court, item: item)
                for (number, step) in Self.life(handler: try await letter.staff(.handler)).enumerated() {
                    guard case .object(let members) = step.input else { continue }
                    let key = JSONValue.Member("idempotencyKey", .string("k-\(item)-\(number)"))
                    let before = await RoundTrips(court)
                    let answer = try await letter.run(step.mutation, .object(members + [key]), as: step.role)
                    let after = await RoundTrips(court)
                    #expect(answer["errors"] == nil, "\(step.mutation): \(answer)")
                    #expect(after.writer - before.writer <= Self.limit, "\(step.mutation)")
                    #expect(after.reader == before.reader, "\(step.mutation)")
                }
            }
        }
    }
}
