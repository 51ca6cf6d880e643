import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How risk notices are carried through their life.
enum RiskNoticeSteps {
    static let steps = WorkflowSteps(
        "RiskNotice",
        made: { court in try await drafted(court) },
        follows: ["expireRiskNotice": { desk in try await expire(desk) }],
        [
            "issueRiskNotice": .init(
                breaking: [
                    "otherApprover": { desk in
                        let head = Int64(try await desk.court.staffID(of: .divisionHead))
                        _ = try await desk.court.query(
                            "UPDATE dossiers.risk_notice SET drafted_by = \(head) WHERE id = \(Int64(desk.id))"
                        )
                        return ["expiresOn": "2018-12-20"]
                    }
                ]
            ) { _ in ["expiresOn": "2018-12-20"] },
            "ackRiskNotice": .init(denied: ["targetHead": .staff("晋03-07")]),
            "respondRiskNotice": .init(
                ["measures": "已核对关联案件并列出未回应诉求"],
                denied: ["targetHead": .staff("晋03-07")]
            ),
            "withdrawRiskNotice": .init(["reason": "案号有误，另行签发风险提示"]),
        ]
    )

    /// A draft to a division of 晋03, that of its division head where nothing else is said.
    static func drafted(
        _ court: TestCourt,
        department: String = "LA2",
        of courtCode: String = "晋03",
        dossier: String? = nil
    ) async throws -> String {
        let key = if let dossier { dossier } else { try await CaseDossiers.active(court) }
        let to = try await CaseDossiers.department(department, of: courtCode, court)
        let answer = try await draft(court, dossier: key, to: to)
        guard let id = answer[path: "data.draftRiskNotice.riskNotice.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func draft(
        _ court: TestCourt,
        dossier: String,
        to department: String,
        _ changes: [JSONValue.Member] = [],
        as role: Role = .clerk
    ) async throws -> JSONValue {
        let given: [JSONValue.Member] = [
            .init("dossierId", .string(dossier)), .init("caseNo", .string(CaseDossiers.caseNo)),
            .init("targetDepartmentId", .string(department)),
            .init("reasons", ["UNANSWERED_CLAIM", "OVERDUE_STEP"]), .init("text", "请核对诉求是否逐项回应，办理是否逾期。"),
        ]
        let input = given.filter { member in !changes.contains { $0.name == member.name } } + changes
        return try await court.run("draftRiskNotice", .object(input), selecting: "riskNotice { id noticeNo }", as: role)
    }

    static func issued(
        _ court: TestCourt,
        department: String = "LA2",
        of courtCode: String = "晋03",
        dossier: String? = nil
    ) async throws -> Desk {
        let id = try await drafted(court, department: department, of: courtCode, dossier: dossier)
        let desk = try Desk(court, "RiskNotice", id: id)
        try await desk.must("issueRiskNotice", ["expiresOn": "2018-12-20"], as: .divisionHead)
        return desk
    }

    /// Its day comes, and the clock goes back to where other rows are made.
    private static func expire(_ desk: Desk) async throws {
        desk.court.moveClock(to: "2018-12-20")
        try await desk.court.runDue()
        desk.court.moveClock(to: TestCourt.today)
    }
}
