import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Whether a case has a risk notice in force")
struct ActiveRiskNoticeTests {
    @Test("is told of a notice from its issue to its end, however the case's number is written")
    func active() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            let desk = try Desk(court, "RiskNotice", id: try await RiskNoticeSteps.drafted(court))
            let none: JSONValue = ["active": false, "noticeNo": .null]
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: system) == none)
            try await desk.must("issueRiskNotice", ["expiresOn": "2018-12-20"], as: .divisionHead)
            let found: JSONValue = ["active": true, "noticeNo": "晋03险〔2018〕0001"]
            for number in [CaseDossiers.caseNo, "(2016) 晋03民终1675号", "（2016）晋03民终1675号之一", "〔２０１６〕晋03民终1675号"] {
                #expect(await CaseQuestions.active(number, court, bearing: system) == found, "\(number)")
            }
            #expect(await CaseQuestions.active("（2016）晋03民终16号", court, bearing: system) == none)
            // Another court's trial system is told nothing; that of the court above is.
            let far = try await court.token(court: "晋0303", roles: [.systemClient])
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: far) == none)
            try await desk.must("withdrawRiskNotice", ["reason": "案号有误，另行签发风险提示"], as: .divisionHead)
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: system) == none)
        }
    }

    @Test("is told to the court that the notice went to, and on no day after its last")
    func court() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            _ = try await RiskNoticeSteps.issued(court, department: "MY", of: "晋0302")
            let below = try await court.token(court: "晋0302", roles: [.systemClient])
            let found: JSONValue = ["active": true, "noticeNo": "晋03险〔2018〕0001"]
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: below) == found)
            let trial = try await court.token(staff: "晋0302-09")
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: trial) == found)
            court.moveClock(to: "2018-12-20")
            let none: JSONValue = ["active": false, "noticeNo": .null]
            #expect(await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: below) == none)
        }
    }

    @Test("is asked by trial systems and trial staff, with a case's number")
    func refused() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let query = "{ activeRiskNoticeForCase(caseNo: \"1675号\") { active } }"
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            let malformed = await court.send(query, bearing: system)
            #expect(malformed.codes == ["CASE_NO_FORMAT"])
            #expect(malformed[path: "errors.0.extensions.field"] == "caseNo")
            for role in [Role.clerk, .president, .evaluator] {
                #expect(await court.send(query, as: role).codes == ["FORBIDDEN"], "\(role)")
            }
        }
    }
}
