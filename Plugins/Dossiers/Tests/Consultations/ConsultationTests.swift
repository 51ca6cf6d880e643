import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Consultations of the original judges")
struct ConsultationTests {
    @Test("live as their table says: each row allowed, and refused by state, role, relation and guard")
    func life() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], ConsultationSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("keep what the judges said, who signed, and what was done")
    func recorded() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "RECORDED", by: ConsultationSteps.steps)
            let read = try await desk.read(
                """
                stage caseNo caseLink { seq } heldOn method originalReasoning summary waiver { reason } requestedBy { no }
                originalJudges { seq staff { no } judgeName judgeCourtCode signed } history { action }
                """,
                as: .divisionHead
            )
            #expect(read["heldOn"] == "2018-06-29", "\(read)")
            #expect(read["originalReasoning"] == "原审认为合同有效，违约责任按约定计算。")
            #expect(read["waiver"] == .null)
            #expect(read[path: "originalJudges.0.staff.no"] == "晋03-08")
            #expect(read[path: "originalJudges.0.signed"] == true)
            #expect(read[path: "originalJudges.1.judgeName"] == "韩审")
            #expect(read[path: "originalJudges.1.judgeCourtCode"] == "晋0104")
            #expect(read[path: "originalJudges.1.signed"] == false)
            #expect(read["history"]?.items.count == 3)
        }
    }

    @Test("are signed by a judge of another court by their place in the list")
    func outsideSignature() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "HELD", by: ConsultationSteps.steps)
            let input = ConsultationSteps.texts(signedBy: [], seqs: [2])
            #expect(try await desk.must("recordConsultation", input, as: .handler) == "RECORDED")
            let read = try await desk.read("originalJudges { signed }", as: .handler)
            #expect(read["originalJudges"] == [["signed": false], ["signed": true]])
        }
    }

    @Test("are waived by a vice-president with a reason, never by one whom the matter accuses or who judged it")
    func waived() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "WAIVED", by: ConsultationSteps.steps)
            let read = try await desk.read("waiver { reason text approvedBy { no } at }", as: .divisionHead)
            #expect(read[path: "waiver.reason"] == "JUDGE_LEFT", "\(read)")
            #expect(read[path: "waiver.approvedBy.no"] == "晋03-02")
            let accused = try Desk(court, "Consultation", id: try await ConsultationSteps.requested(court))
            try await ConsultationSteps.accuse(.vicePresident, in: accused)
            let judged = try Desk(court, "Consultation", id: try await ConsultationSteps.requested(court))
            try await ConsultationSteps.judge(.vicePresident, in: judged)
            for desk in [accused, judged] {
                let answer = try await desk.run("waiveConsultation", ConsultationSteps.waiver, as: .vicePresident)
                #expect(answer.codes == ["RECUSAL_REQUIRED"])
                #expect(try await desk.state == "REQUESTED")
            }
        }
    }

    @Test(
        "are refused for a case that is not the dossier's, a dossier that is not active, and judges that nobody can tell"
    )
    func requests() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            func codes(_ judges: [JSONValue]?, _ changes: [JSONValue.Member] = []) async throws -> [String] {
                try await ConsultationSteps.request(court, dossier: dossier, judges: judges, changes).codes
            }
            #expect(try await codes(nil, [.init("caseNo", "（2016）晋03民终1号")]) == ["NOT_FOUND"])
            #expect(try await codes([]) == ["TEXT_EMPTY"])
            #expect(try await codes([[:]]) == ["TEXT_EMPTY", "TEXT_EMPTY"])
            #expect(try await codes([["judgeName": "韩审", "courtCode": "太原"]]) == ["COURT_CODE_UNKNOWN"])
            #expect(try await codes([["staffId": "999999"]]) == ["NOT_FOUND"])
            let staff = JSONValue.string(try await court.staffID("晋03-08"))
            #expect(try await codes([["staffId": staff, "judgeName": "韩审"]]) == ["INPUT_INVALID"])
            #expect(try await codes([["staffId": staff], ["staffId": staff]]) == ["INPUT_INVALID"])
            let draft = try await CaseDossiers.draft(court)
            let early = try await ConsultationSteps.request(court, dossier: draft)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "dossierActive", "\(early)")
            let held = try await Desk(court, "Consultation", id: ConsultationSteps.requested(court, dossier: dossier))
            let future: JSONValue = ["heldOn": "2018-06-30", "method": "PHONE"]
            #expect(try await held.run("holdConsultation", future, as: .handler).codes == ["DATE_IN_FUTURE"])
            let earlier: JSONValue = ["heldOn": "2018-06-28", "method": "PHONE"]
            #expect(try await held.run("holdConsultation", earlier, as: .handler).codes == ["DATE_ORDER"])
            #expect(try await RiskNoticeTests.hasOpenWork(dossier, court))
            try await held.must("waiveConsultation", ConsultationSteps.waiver, as: .vicePresident)
            #expect(try await RiskNoticeTests.hasOpenWork(dossier, court) == false)
        }
    }

    @Test("are seen by the handler and the judges, not by other staff or courts; a sealed dossier's by inspectors")
    func visibility() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            let id = try await ConsultationSteps.requested(court, dossier: dossier)
            let query = "query($id: ID!) { consultation(id: $id) { state originalJudges { seq } } }"
            func state(_ token: String?) async -> JSONValue {
                await court.send(query, ["id": .string(id)], bearing: token)[path: "data.consultation.state"]
            }
            #expect(await state(court.tokens[.handler]) == "REQUESTED")
            #expect(await state(try await court.token(staff: "晋03-08")) == "REQUESTED")
            for other in ["晋03-09", "晋03-05", "晋0302-03"] {
                #expect(await state(try await court.token(staff: other)) == .null, "\(other)")
            }
            try await CaseDossiers.seal(dossier, court)
            #expect(await state(court.tokens[.handler]) == .null)
            #expect(await state(court.tokens[.president]) == .null)
            #expect(await state(court.tokens[.inspector]) == "REQUESTED")
            let desk = try Desk(court, "Consultation", id: id)
            let waived = try await desk.run("waiveConsultation", ConsultationSteps.waiver, as: .vicePresident)
            #expect(waived.codes == ["NOT_FOUND"])
        }
    }

    @Test("have no field and no mutation that approves or rejects: they are information, never a veto")
    func noVeto() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let query = """
                { consultation: __type(name: "Consultation") { fields { name } }
                  gate: __type(name: "ConsultationGate") { enumValues { name } }
                  mutations: __type(name: "Mutation") { fields { name } } }
                """
            let answer = await court.send(query, as: .admin)
            let fields = answer[path: "data.consultation.fields"].items.compactMap { $0["name"]?.text }
            #expect(fields.contains("originalReasoning"), "\(answer)")
            let mutations = answer[path: "data.mutations.fields"].items.compactMap { $0["name"]?.text }
                .filter { $0.hasSuffix("Consultation") }
            #expect(
                mutations.sorted() == [
                    "holdConsultation", "recordConsultation", "requestConsultation", "waiveConsultation",
                ]
            )
            for word in ["approv", "reject", "agree", "refus", "veto", "opinion"] {
                #expect(!fields.contains { $0.lowercased().contains(word) }, "\(word)")
            }
            let values = answer[path: "data.gate.enumValues"].items.compactMap { $0["name"]?.text }
            #expect(Set(values) == ["REQUIRED", "SATISFIED", "WAIVED", "NOT_APPLICABLE"])
        }
    }
}
