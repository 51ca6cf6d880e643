import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Risk notices")
struct RiskNoticeTests {
    @Test("live as their table says: each row allowed, and refused by state, role, relation and guard")
    func life() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], RiskNoticeSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("are numbered by their court, name the case as the dossier has it, and keep what was done on record")
    func numbers() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "CLOSED", by: RiskNoticeSteps.steps)
            let read = try await desk.read(
                """
                noticeNo caseNo caseLink { seq relation } dossier { status } reasons ackDueOn expiresOn measures
                approvedBy { no } acknowledgedBy { no } history { action }
                """,
                as: .divisionHead
            )
            #expect(read["noticeNo"] == "晋03险〔2018〕0001", "\(read)")
            #expect(read["caseNo"]?.text == CaseDossiers.caseNo)
            #expect(read[path: "caseLink.relation"] == "SECOND_INSTANCE")
            #expect(read[path: "dossier.status"] == "ACTIVE")
            #expect(read["reasons"] == ["UNANSWERED_CLAIM", "OVERDUE_STEP"])
            #expect(read["ackDueOn"] == "2018-07-04")
            #expect(read[path: "approvedBy.no"] == "晋03-03")
            #expect(read[path: "history"].items.count == 5)
            let byNumber = await court.send(
                "{ riskNoticeByNo(noticeNo: \"晋03险(2018)0001\") { id } }",
                as: .divisionHead
            )
            #expect(byNumber[path: "data.riskNoticeByNo.id"].text == desk.id)
        }
    }

    @Test("are refused to a dossier that is not active, a case that is not its own, and a division out of reach")
    func drafts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            let here = try await CaseDossiers.department("MY", court)
            func refused(_ changes: [JSONValue.Member], to department: String? = nil) async throws -> JSONValue {
                try await RiskNoticeSteps.draft(court, dossier: dossier, to: department ?? here, changes)
            }
            let other = try await refused([.init("caseNo", "（2016）晋03民终1号")])
            #expect(other.codes == ["NOT_FOUND"])
            #expect(other[path: "errors.0.extensions.field"] == "input.caseNo")
            #expect(try await refused([.init("caseNo", "1675号")]).codes == ["CASE_NO_FORMAT"])
            #expect(try await refused([.init("reasons", [])]).codes == ["TEXT_EMPTY"])
            #expect(try await refused([.init("text", "请联系15471693388")]).codes == ["PII_IN_TEXT"])
            let long = String(repeating: "长", count: 2001)
            #expect(try await refused([.init("text", .string(long))]).codes == ["TEXT_TOO_LONG"])
            let above = try await CaseDossiers.department("MY", of: "晋", court)
            let out = try await refused([], to: above)
            #expect(out.codes == ["NOT_FOUND"])
            #expect(out[path: "errors.0.extensions.field"] == "input.targetDepartmentId")
            let draft = try await CaseDossiers.draft(court)
            let early = try await RiskNoticeSteps.draft(court, dossier: draft, to: here)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "dossierActive", "\(early)")
            // Written otherwise, with the count of a document, it is the same case.
            let same = try await refused([.init("caseNo", "(2016)晋03民终1675号之一")])
            #expect(same.codes == [], "\(same)")
        }
    }

    @Test("are drafted by a handler of the dossier only, who is no other dossier's")
    func otherHandler() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            let here = try await CaseDossiers.department("MY", court)
            let own = try await RiskNoticeSteps.draft(court, dossier: dossier, to: here, as: .handler)
            #expect(own.codes == [], "\(own)")
            _ = try await court.query(
                """
                UPDATE dossiers.dossier SET handler_id = (SELECT id FROM core.staff WHERE no = '晋03-05')
                WHERE id = \(Int64(dossier))
                """
            )
            let foreign = try await RiskNoticeSteps.draft(court, dossier: dossier, to: here, as: .handler)
            #expect(foreign.codes == ["NOT_FOUND"])
            #expect(foreign[path: "errors.0.extensions.field"] == "input.dossierId")
        }
    }

    @Test("stand for 180 days at most, and not shorter than until they are to be acknowledged")
    func period() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try Desk(court, "RiskNotice", id: try await RiskNoticeSteps.drafted(court))
            for day in ["2018-12-27", "2018-07-03", "2018-06-28"] {
                let answer = try await desk.run("issueRiskNotice", ["expiresOn": .string(day)], as: .divisionHead)
                #expect(answer.codes == ["DATE_ORDER"], "\(day)")
                #expect(answer[path: "errors.0.extensions.field"] == "input.expiresOn", "\(day)")
            }
            try await desk.must("issueRiskNotice", ["expiresOn": "2018-12-26"], as: .divisionHead)
            _ = try await court.query(
                "UPDATE core.deadline_rule SET effective_to = '2018-01-01' WHERE key = 'riskNotices.ack'"
            )
            let unruled = try Desk(court, "RiskNotice", id: try await RiskNoticeSteps.drafted(court))
            let answer = try await unruled.run("issueRiskNotice", ["expiresOn": "2018-12-20"], as: .divisionHead)
            #expect(answer.codes == ["DEADLINE_RULE_MISSING"])
            #expect(answer[path: "errors.0.extensions.rule"] == "riskNotices.ack")
        }
    }

    @Test(
        "that nobody acknowledges are told of once, and end on their day; those that were acknowledged are not told of"
    )
    func timers() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let missed = try await RiskNoticeSteps.issued(court)
            let kept = try await RiskNoticeSteps.issued(court)
            try await kept.must("ackRiskNotice", as: .divisionHead)
            court.moveClock(to: "2018-07-04")
            try await court.runDue()
            #expect(try await Self.overdue(court) == [])
            court.moveClock(to: "2018-07-05")
            try await court.runDue()
            #expect(try await Self.overdue(court) == [missed.id])
            #expect(try await missed.state == "ISSUED")
            court.moveClock(to: "2018-12-19")
            try await court.runDue()
            #expect(try await missed.state == "ISSUED")
            court.moveClock(to: "2018-12-20")
            try await court.runDue()
            #expect(try await missed.state == "EXPIRED")
            #expect(try await kept.state == "EXPIRED")
            #expect(try await Self.overdue(court) == [missed.id])
        }
    }

    private static func overdue(_ court: TestCourt) async throws -> [String] {
        let rows = try await court.query(
            "SELECT object_id::text AS id FROM host.outbox_event WHERE name = 'riskNotice.ackOverdue' ORDER BY id"
        )
        return try rows.map { try $0.decode("id", as: String.self) }
    }

    @Test("keep a dossier open until they have ended")
    func openWork() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            #expect(try await Self.hasOpenWork(dossier, court) == false)
            let id = try await RiskNoticeSteps.drafted(court, dossier: dossier)
            #expect(try await Self.hasOpenWork(dossier, court))
            let desk = try Desk(court, "RiskNotice", id: id)
            try await desk.must("withdrawRiskNotice", ["reason": "案号有误，另行签发风险提示"], as: .divisionHead)
            #expect(try await Self.hasOpenWork(dossier, court) == false)
        }
    }

    static func hasOpenWork(_ dossier: String, _ court: TestCourt) async throws -> Bool {
        let rows = try await court.query("SELECT dossiers.open_work(\(Int64(dossier))) AS open")
        return try rows[rows.startIndex].decode("open")
    }
}
