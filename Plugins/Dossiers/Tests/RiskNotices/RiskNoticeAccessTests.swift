import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Who sees a risk notice")
struct RiskNoticeAccessTests {
    private static let list = """
        query($dept: ID!, $state: RiskNoticeState) {
            riskNoticesForDept(deptId: $dept, state: $state) {
                totalCount nodes { noticeNo caseNo reasons text state ackDueOn expiresOn availableActions }
            }
        }
        """

    private static func count(_ dept: String, _ court: TestCourt, bearing token: String?) async -> JSONValue {
        await court.send(list, ["dept": .string(dept)], bearing: token)[path: "data.riskNoticesForDept.totalCount"]
    }

    @Test("The division that it is addressed to sees it once it is issued, another division does not")
    func divisions() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            let dept = try await CaseDossiers.department("MY", court)
            let trial = try await court.token(staff: "晋03-08")
            let elsewhere = try await court.token(staff: "晋03-09")
            let id = try await RiskNoticeSteps.drafted(court, department: "MY", dossier: dossier)
            #expect(await Self.count(dept, court, bearing: trial) == 0)
            let desk = try Desk(court, "RiskNotice", id: id)
            try await desk.must("issueRiskNotice", ["expiresOn": "2018-12-20"], as: .divisionHead)
            let answer = await court.send(Self.list, ["dept": .string(dept), "state": "ISSUED"], bearing: trial)
            let node = answer[path: "data.riskNoticesForDept.nodes.0"]
            #expect(node["caseNo"]?.text == CaseDossiers.caseNo, "\(answer)")
            #expect(node["text"] == "请核对诉求是否逐项回应，办理是否逾期。")
            #expect(node["availableActions"] == ["ackRiskNotice"])
            #expect(await Self.count(dept, court, bearing: elsewhere) == 0)
            let closed = await court.send(Self.list, ["dept": .string(dept), "state": "CLOSED"], bearing: trial)
            #expect(closed[path: "data.riskNoticesForDept.totalCount"] == 0)
            let foreign = try await desk.run("ackRiskNotice", bearing: elsewhere)
            #expect(foreign.codes == ["NOT_FOUND"])
            #expect(try await desk.must("ackRiskNotice", bearing: trial) == "ACKNOWLEDGED")
            // The dossier is not the division's.
            let query = "query($id: ID!) { riskNotice(id: $id) { dossier { id } } }"
            let asked = await court.send(query, ["id": .string(id)], bearing: trial)
            #expect(asked.codes == ["FORBIDDEN"])
        }
    }

    @Test("A division of a court below sees and answers it, and never the dossier; another court sees nothing")
    func courtsBelow() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await RiskNoticeSteps.issued(court, department: "MY", of: "晋0302")
            let dept = try await CaseDossiers.department("MY", of: "晋0302", court)
            let head = try await court.token(staff: "晋0302-07")
            let query = "query($id: ID!) { riskNotice(id: $id) { noticeNo dossier { id } caseLink { seq } } }"
            let seen = await court.send(query, ["id": .string(desk.id)], bearing: head)
            #expect(seen[path: "data.riskNotice.noticeNo"] == "晋03险〔2018〕0001", "\(seen)")
            #expect(seen[path: "data.riskNotice.dossier"] == .null)
            #expect(seen[path: "data.riskNotice.caseLink"] == .null)
            let far = try await court.token(staff: "晋0303-07")
            let hidden = await court.send(query, ["id": .string(desk.id)], bearing: far)
            #expect(hidden[path: "data.riskNotice"] == .null)
            #expect(await Self.count(dept, court, bearing: far) == 0)
            // The court that issued it does not acknowledge for the other.
            let own = try await desk.run("ackRiskNotice", as: .divisionHead)
            #expect(own.codes == ["FORBIDDEN"])
            try await desk.must("ackRiskNotice", bearing: head)
            let measures: JSONValue = ["measures": "已核对关联案件并列出未回应诉求"]
            #expect(try await desk.must("respondRiskNotice", measures, bearing: head) == "RESPONDED")
            // Only the court that issued it ends it.
            #expect(try await desk.run("closeRiskNotice", bearing: head).codes == ["FORBIDDEN"])
            #expect(try await desk.must("closeRiskNotice", as: .divisionHead) == "CLOSED")
        }
    }

    @Test("A sealed dossier's notice is hidden with it, from counts too")
    func sealed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            let desk = try await RiskNoticeSteps.issued(court, department: "MY", dossier: dossier)
            let dept = try await CaseDossiers.department("MY", court)
            let trial = try await court.token(staff: "晋03-08")
            #expect(await Self.count(dept, court, bearing: trial) == 1)
            try await CaseDossiers.seal(dossier, court)
            #expect(await Self.count(dept, court, bearing: trial) == 0)
            for role in [Role.clerk, .handler, .divisionHead, .president] {
                #expect(try await desk.read("noticeNo", as: role) == .null, "\(role)")
            }
            #expect(try await desk.read("noticeNo", as: .inspector)["noticeNo"] == "晋03险〔2018〕0001")
            #expect(
                try await desk.run("withdrawRiskNotice", ["reason": "案号有误，另行签发风险提示"], as: .divisionHead).codes == [
                    "NOT_FOUND"
                ]
            )
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            let active = await CaseQuestions.active(CaseDossiers.caseNo, court, bearing: system)
            #expect(active == ["active": false, "noticeNo": .null])
        }
    }

    @Test("The content is for those who handle the matter, not for every reader")
    func content() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await RiskNoticeSteps.issued(court)
            let query = "query($id: ID!) { riskNotice(id: $id) { text } }"
            for role in [Role.archivist, .dpo, .upperCourtReader] {
                #expect(await court.send(query, ["id": .string(desk.id)], as: role).codes == ["FORBIDDEN"], "\(role)")
            }
            #expect(await court.send("{ riskNotice(id: 1) { id } }", as: .evaluator).codes == ["FORBIDDEN"])
        }
    }
}
