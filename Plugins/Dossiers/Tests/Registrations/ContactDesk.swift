import DocketTesting
import GraphQLLanguage
import PluginKit

/// Registering contacts, and carrying them through their life.
enum ContactDesk {
    static let person: JSONValue = [
        "name": "赵测试", "idNumber": "440524188001010014", "mobile": "15471693388", "regionCode": "140302",
    ]

    /// A visit with one petitioner and a handler; `changes` take the place of its members, null leaves one out.
    static func input(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("channel", "VISIT"), .init("receivedOn", "2018-06-28"), .init("receptionPoint", "接访一室"),
            .init("newPetitioners", [person]), .init("summary", "反映判决生效后长期未能执行到位，请求督促。"),
            .init("matterClass", "APPEAL_CLAIM"), .init("category", "ENFORCEMENT"),
            .init("handlerId", .string(try await court.staffID(of: .handler))),
        ]
        for change in changes {
            members.removeAll { $0.name == change.name }
            if change.value != .null { members.append(change) }
        }
        return .object(members)
    }

    static let selection = """
        registration { id regNo state isFirst } receipt { id regNo state } queryCode
        warnings { code registration { regNo } }
        """

    /// The whole answer.
    static func register(
        _ court: TestCourt,
        _ changes: [JSONValue.Member] = [],
        as role: Role = .clerk
    ) async throws -> JSONValue {
        try await court.run("registerContact", try await input(court, changes), selecting: selection, as: role)
    }

    /// Registers what must be accepted, and answers its key.
    static func registered(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> String {
        let answer = try await register(court, changes)
        guard let id = answer[path: "data.registerContact.receipt.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func desk(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> Desk {
        try Desk(court, "Registration", id: try await registered(court, changes))
    }

    static let suit: JSONValue = [
        "separation": "SUIT", "target": "ENFORCEMENT_SUPERVISION", "matterClass": "APPEAL_CLAIM",
        "category": "ENFORCEMENT",
        "reason": "属于执行监督范围，应当导入程序",
    ]
    static let notification: JSONValue = [
        "notifiedOn": "2018-06-29", "method": "HAND", "text": "已当面告知受理情况和办理期限。",
    ]
    static let decision: JSONValue = [
        "caseNo": "（2017）晋0302民初1号", "kind": "CIVIL_JUDGMENT", "effectiveOn": "2018-03-01",
    ]

    static func assess(_ court: TestCourt, _ registration: String) async throws {
        let answer = try await court.run(
            "recordRemedyAssessment",
            ["decisions": [decision], "registrationId": .string(registration)],
            selecting: "remedyAssessment { id }",
            as: .handler
        )
        guard answer["errors"] == nil else { throw TestFault("\(answer)") }
    }

    static func explain(_ court: TestCourt, _ registration: String) async throws {
        let answer = try await court.run(
            "recordExplanation",
            [
                "kind": "LAW", "heldOn": "2018-06-29", "content": "说明执行监督的条件和程序。",
                "registrationId": .string(registration),
            ],
            selecting: "explanation { id }",
            as: .divisionHead
        )
        guard answer["errors"] == nil else { throw TestFault("\(answer)") }
    }
}
