import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Dossiers live")
struct DossierLifeTests {
    @Test("as their table says: each row allowed, and refused by state, role, relation and guard")
    func life() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], DossierSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("with each claim decided by their own handler, and closed when all are")
    func claims() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            let early = try await desk.run("closeDossier", DossierMaker.closing, as: .divisionHead)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "claimsDecided")
            let other = try await court.token(staff: "晋03-05", roles: [.handler])
            let foreign = try await desk.run("decideClaim", DossierMaker.decision(1), bearing: other)
            #expect(foreign.codes == ["NOT_FOUND"])
            let groundless = try await desk.run(
                "decideClaim",
                ["seq": 1, "outcome": "SUPPORTED", "reason": "诉求成立，应予支持"],
                as: .handler
            )
            #expect(groundless.codes == ["TEXT_EMPTY"])
            for seq in 1...2 { try await desk.must("decideClaim", DossierMaker.decision(seq), as: .handler) }
            #expect(try await desk.must("closeDossier", DossierMaker.closing, as: .divisionHead) == "CLOSED")
            let read = try await desk.read(
                """
                closedOn closeReason claims { outcome reason legalBasis decidedOn decidedBy { no } }
                decisions { kind closeReason decidedOn }
                """
            )
            #expect(read["closedOn"] == "2018-06-29")
            #expect(read[path: "claims.1.outcome"] == "EXPLAINED")
            #expect(read[path: "claims.1.decidedOn"] == "2018-06-29")
            #expect(
                read["decisions"] == [["kind": "CLOSED", "closeReason": "RESOLVED", "decidedOn": "2018-06-29"]]
            )
        }
    }

    @Test("without a decided claim where they were opened in error, and again where something new comes")
    func reopened() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            try await desk.must(
                "closeDossier",
                ["closeReason": "OPENED_IN_ERROR", "reason": "与另一档案属于同一事项"],
                as: .divisionHead
            )
            try await desk.must(
                "reopenDossier",
                ["ground": "NEW_CONTACT", "reason": "信访人再次来访反映", "reviewDueOn": "2019-01-31"],
                as: .divisionHead
            )
            let read = try await desk.read("status closedOn closeReason reviewDueOn decisions { kind reopenGround }")
            #expect(read["status"] == "ACTIVE")
            #expect(read["closedOn"] == .null)
            #expect(read["closeReason"] == .null)
            #expect(read["reviewDueOn"] == "2019-01-31")
            #expect(read[path: "decisions.1"] == ["kind": "REOPENED", "reopenGround": "NEW_CONTACT"])
        }
    }

    @Test("under their yearly review: told of thirty days ahead and on its day, and no more once it is done")
    func review() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court, [.init("title", "反映再审问题")])
            let version = try await desk.version
            court.moveClock(to: "2019-05-29")
            try await court.runDue()
            #expect(try await Self.reminders(court) == [])
            court.moveClock(to: "2019-05-30")
            try await court.runDue()
            #expect(try await Self.reminders(court) == ["dossier.reviewNear"])
            court.moveClock(to: "2019-06-29")
            try await court.runDue()
            #expect(try await Self.reminders(court) == ["dossier.reviewNear", "dossier.reviewDue"])
            #expect(try await desk.version == version, "a reminder outdates nobody's version")
            court.moveClock(to: "2019-06-30")
            let overdue = "{ dossiers(filter: { reviewOverdue: true }) { nodes { reviewOverdue } } }"
            #expect(await court.send(overdue)[path: "data.dossiers.nodes"] == [["reviewOverdue": true]])
            let far = try await desk.run(
                "reviewDossier",
                ["reason": "信访人仍在反映", "reviewDueOn": "2020-07-01"],
                as: .divisionHead
            )
            #expect(far.codes == ["DATE_ORDER"])
            try await desk.must(
                "reviewDossier",
                ["reason": "信访人仍在反映", "reviewDueOn": "2019-12-31"],
                as: .divisionHead
            )
            try await court.runDue()
            #expect(await court.send(overdue)[path: "data.dossiers.nodes"] == [])
            #expect(try await Self.reminders(court).count == 2)
        }
    }

    @Test("a closed dossier is nobody's to review")
    func closedReview() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            try await desk.must(
                "closeDossier",
                ["closeReason": "OPENED_IN_ERROR", "reason": "与另一档案属于同一事项"],
                as: .divisionHead
            )
            court.moveClock(to: "2019-06-30")
            try await court.runDue()
            #expect(try await Self.reminders(court) == [])
        }
    }

    @Test("a draft is withdrawn by its drafter or a division head, with its reason on record")
    func withdrawn() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try Desk(court, "Dossier", id: try await DossierMaker.drafted(court))
            let reason: JSONValue = ["reason": "与已有档案属于同一事项"]
            let other = try await court.token(staff: "晋03-12", roles: [.clerk])
            #expect(try await desk.run("withdrawDossier", reason, bearing: other).codes == ["FORBIDDEN"])
            #expect(try await desk.must("withdrawDossier", reason, as: .clerk) == "WITHDRAWN")
            let read = try await desk.read("decisions { kind reason } history { action }", as: .divisionHead)
            #expect(read["decisions"] == [["kind": "WITHDRAWN", "reason": "与已有档案属于同一事项"]])
            #expect(read[path: "history"].items.contains { $0["action"] == "dossier.withdrawn" }, "\(read)")
        }
    }

    private static func reminders(_ court: TestCourt) async throws -> [String] {
        try await court.query(
            "SELECT name FROM host.outbox_event WHERE name LIKE 'dossier.review%' ORDER BY id"
        ).map { try $0.decode("name", as: String.self) }
    }
}
