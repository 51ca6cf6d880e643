import DocketTesting
import GraphQLLanguage
import PluginKit

/// Interventions as tests record them.
enum Interventions {
    private static let usual: [JSONValue.Member] = [
        .init("kind", "LEADER"), .init("manner", "TELEPHONE"), .init("intervenerName", "周某某"), .init("office", "副主任"),
        .init("organization", "某县某局"), .init("occurredOn", "2018-01-20"), .init("caseNo", "（2017）晋03民终100号"),
        .init("content", "来电询问案件进展，要求作出有利于一方的处理。"),
    ]

    static func record(_ court: TestCourt, _ more: JSONValue = [:], as role: Role = .handler) async throws -> JSONValue
    {
        try await record(court, more, bearing: court.tokens[role])
    }

    static func record(_ court: TestCourt, _ more: JSONValue, bearing token: String?) async throws -> JSONValue {
        var members = usual
        if case .object(let given) = more {
            members = members.filter { member in !given.contains { $0.name == member.name } } + given
        }
        return try await court.run("recordIntervention", .object(members), selecting: "receipt { id }", bearing: token)
    }

    static func recorded(_ court: TestCourt, _ more: JSONValue = [:], as role: Role = .handler) async throws -> String {
        let answer = try await record(court, more, as: role)
        guard let id = answer[path: "data.recordIntervention.receipt.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func reveal(
        _ court: TestCourt,
        _ id: String,
        _ reason: String = "核查三个规定登记情况，准备谈话",
        as role: Role
    ) async throws -> JSONValue {
        try await reveal(court, id, reason, bearing: court.tokens[role])
    }

    static func reveal(
        _ court: TestCourt,
        _ id: String,
        _ reason: String = "核查三个规定登记情况，准备谈话",
        bearing token: String?
    ) async throws -> JSONValue {
        try await court.run(
            "revealIntervener",
            ["interventionRecordId": .string(id), "reason": .string(reason)],
            selecting: "intervenerName",
            bearing: token
        )
    }
}
