import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// A clerk's and the reviewers' hands on one letter: sends a mutation with the letter's current version.
struct LetterDesk {
    let court: TestCourt
    let id: String

    /// The letter of an item of the demonstration's batch.
    init(_ court: TestCourt, item: Int) async throws {
        self.court = court
        let rows = try await court.database.query("SELECT id FROM letters.letter WHERE item_no = \(Int32(item))")
        id = String(try #require(rows.first, "no letter of item \(item)").decode("id", as: Int64.self))
    }

    init(_ court: TestCourt, id: String) {
        self.court = court
        self.id = id
    }

    /// The letter's version, whoever asks.
    var version: Int {
        get async throws { try await Desk(court, "Letter", id: id).version }
    }

    /// Runs a mutation and answers the response.
    func run(_ mutation: String, _ input: JSONValue = [:], as role: Role, version: Int? = nil) async throws -> JSONValue
    {
        var members: [JSONValue.Member] = [
            .init("letterId", .string(id)), .init("version", .integer(try await resolved(version))),
        ]
        if case .object(let given) = input { members += given }
        return try await court.run(mutation, .object(members), selecting: "letter { id state version }", as: role)
    }

    private func resolved(_ version: Int?) async throws -> Int {
        if let version { return version }
        return try await self.version
    }

    /// Runs a mutation that must succeed, and answers the state it reaches as the caller sees it.
    @discardableResult
    func must(
        _ mutation: String,
        _ input: JSONValue = [:],
        as role: Role,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws -> String? {
        let answer = try await run(mutation, input, as: role)
        #expect(answer["errors"] == nil, "\(mutation): \(answer)", sourceLocation: sourceLocation)
        return answer[path: "data.\(mutation).letter.state"].text
    }

    /// The staff id behind a role's token.
    func staff(_ role: Role) async throws -> String { try await court.staffID(of: role) }

    /// From registered to in review, handled by the demonstration's handler.
    func bringToReview() async throws {
        try await must("classifyLetter", ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"], as: .clerk)
        try await must("assignLetter", ["assigneeId": .string(try await staff(.handler))], as: .divisionHead)
        try await must("startHandling", as: .handler)
        try await must("draftReply", Self.reply, as: .handler)
        try await must("submitReview", as: .handler)
    }

    /// A complete reply.
    static let reply: JSONValue = [
        "text": "您反映的执行问题，我院已督促处置被执行人名下车辆。", "remediesTold": "如有异议，可依法提出执行异议。",
        "perClaim": [
            [
                "claimSeq": 1, "claim": "督促执行", "outcome": "SUPPORTED", "reason": "执行措施确未到位",
                "legalBasis": "《民事诉讼法》执行程序编",
            ]
        ],
    ]
}
