import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// Steps of a letter's life that tests take together.
extension LetterDesk {
    static let appeal: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]

    /// An ordinary letter received on 2018-06-01.
    static func ordinary(_ court: TestCourt) async throws -> LetterDesk {
        try await registered(court, WriteRuleTests.ordinaryLetter(key: nil))
    }

    /// A letter that another body transferred on the day before today.
    static func transferred(_ court: TestCourt) async throws -> LetterDesk {
        try await registered(court, transferredInput(fromOrg: "省委政法委", dueOn: "2018-08-01"))
    }

    static func transferredInput(fromOrg: JSONValue, dueOn: JSONValue) -> JSONValue {
        [
            "source": "PARTY_POLITICAL_LEGAL", "receivedOn": "2018-06-28", "receivedVia": "TRANSFER",
            "fromOrg": fromOrg,
            "dueOn": dueOn, "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT", "subject": "反映执行问题",
            "abstract": "请求督促执行。", "senders": [["name": "陈志"]],
        ]
    }

    static func registered(_ court: TestCourt, _ input: JSONValue) async throws -> LetterDesk {
        let answer = await court.send(WriteRuleTests.register, ["input": input])
        return LetterDesk(court, id: try #require(answer[path: "data.registerLetter.letter.id"].text, "\(answer)"))
    }

    /// The letter's fields as a role sees them; null for one who may not.
    func read(_ fields: String, as role: Role = .clerk) async -> JSONValue {
        let answer = await court.send(
            "query($id: ID!) { letter(id: $id) { \(fields) } }",
            ["id": .string(id)],
            as: role
        )
        #expect(answer["errors"] == nil, "\(answer)")
        return answer[path: "data.letter"]
    }

    /// From registered to handling, by the demonstration's handler.
    func bringToHandling() async throws {
        try await must("classifyLetter", Self.appeal, as: .clerk)
        try await must("assignLetter", ["assigneeId": .string(try await staff(.handler))], as: .divisionHead)
        try await must("startHandling", as: .handler)
    }

    /// Approves at these levels in order; with a date, as if the last had been on it.
    func review(_ roles: Role..., on date: String? = nil) async throws {
        for role in roles {
            try await must("reviewLetter", ["level": .string(role.rawValue), "decision": "APPROVED"], as: role)
        }
        guard let date else { return }
        try await court.database.execute(
            "UPDATE letters.letter SET approved_on = \(date)::text::date WHERE id = \(Int64(id))"
        )
    }

    /// From classified to transferred to a lower court.
    func bringToTransferred(told: String) async throws {
        try await must("classifyLetter", Self.appeal, as: .clerk)
        try await must(
            "transferLetter",
            ["target": "LOWER_COURT", "toOrg": "阳泉市城区人民法院", "toldPetitionerOn": .string(told)],
            as: .divisionHead
        )
    }

    /// Reports online and back what is done.
    func report(sentOn: String, as role: Role = .clerk) async throws {
        try await must("submitOnlineReport", ["platform": "全省信访系统", "externalRef": "W1"], as: role)
        try await must("recordOnlineResult", ["result": "ACCEPTED"], as: role)
        try await must("recordReportBack", ["sentOn": .string(sentOn), "docRef": "晋03信报1"], as: role)
    }

    /// From registered to closed after a reply of this day.
    func bringToClosed(on date: String) async throws {
        try await bringToReview()
        try await review(.divisionHead, .vicePresident, .president, on: date)
        try await must("recordDispatch", ["sentOn": .string(date), "method": "POST"], as: .handler)
        try await report(sentOn: date)
        try await must("closeLetter", as: .divisionHead)
    }
}

extension JSONValue {
    /// Names of the guards that a GUARD_FAILED lists.
    var unmet: [String] {
        self[path: "errors.0.extensions.unmet"].items.compactMap { $0["name"]?.text }
    }
}
