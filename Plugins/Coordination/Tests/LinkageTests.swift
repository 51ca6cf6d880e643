import CoordinationPlugin
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Linkage events")
struct LinkageTests {
    @Test("live as their table says")
    func life() async throws {
        let faults = try await WorkflowTrial([Coordination.plugin()], LinkageSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("of major weight are closed once Party committee and joint-conference office were told; late with a reason")
    func told() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let desk = try Desk(court, "LinkageEvent", id: try await LinkageSteps.registered(court, told: nil))
            #expect(try await desk.read("reportDueOn")["reportDueOn"] == "2018-07-02")
            try await desk.carry(to: "HANDLED", by: LinkageSteps.steps)
            let early = try await desk.run("closeLinkageEvent", as: .divisionHead)
            let unmet = early[path: "errors.0.extensions.unmet"].items.compactMap { $0["name"]?.text }
            #expect(unmet == ["partyTold", "officeTold"])

            court.moveClock(to: "2018-07-03")
            try await court.runDue()
            #expect(try await desk.read("isReportOverdue")["isReportOverdue"] == true)
            let participants = try await desk.read("participants { id }")["participants"]?.items ?? []
            for participant in participants {
                let informed: JSONValue = ["participantId": participant["id"] ?? .null, "informedOn": "2018-07-03"]
                try await desk.must("recordInformed", informed, as: .clerk)
            }
            let unexplained = try await desk.run("closeLinkageEvent", as: .divisionHead)
            #expect(unexplained[path: "errors.0.extensions.unmet.0.name"] == "lateExplained", "\(unexplained)")
            let closed = try await desk.must("closeLinkageEvent", ["lateReason": "周末未能联系到值班人员"], as: .president)
            #expect(closed == "CLOSED")
            #expect(try await desk.read("lateReason")["lateReason"] == "周末未能联系到值班人员")
        }
    }

    @Test("of ordinary weight need nobody told, and have no day of report")
    func ordinary() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await LinkageSteps.registered(court, severity: "ORDINARY", told: nil)
            let desk = try Desk(court, "LinkageEvent", id: id)
            try await desk.carry(to: "CLOSED", by: LinkageSteps.steps)
            let read = try await desk.read("reportDueOn isReportOverdue closedOn history { action }")
            #expect(read["reportDueOn"] == .null)
            #expect(read["closedOn"] == "2018-06-29")
            #expect(read[path: "history.2.action"] == "linkageEvent.closed", "\(read)")
        }
    }

    @Test("that become graver have a day of report from then on, and URGENT is the gravest")
    func raised() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await LinkageSteps.registered(
                court,
                severity: "ORDINARY",
                told: nil,
                [.init("occurredOn", "2018-06-01")]
            )
            let desk = try Desk(court, "LinkageEvent", id: id)
            let reason: JSONValue = "事态扩大，人数增加"
            try await desk.must("raiseLinkageSeverity", ["severity": "MAJOR", "reason": reason], as: .clerk)
            let read = try await desk.read("severity reportDueOn raiseReason")
            #expect(read == ["severity": "MAJOR", "reportDueOn": "2018-07-02", "raiseReason": reason])
            let lower = try await desk.run(
                "raiseLinkageSeverity",
                ["severity": "ORDINARY", "reason": reason],
                as: .clerk
            )
            #expect(lower.codes == ["VALUE_NOT_ALLOWED"])
            court.moveClock(to: "2018-07-03")
            try await court.runDue()
            #expect(try await desk.read("isReportOverdue")["isReportOverdue"] == true)
            let told = try await court.query(
                "SELECT count(*) AS rows FROM host.outbox_event WHERE name = 'linkageEvent.reportOverdue'"
            )
            #expect(try told[0].decode("rows", as: Int64.self) == 1)
        }
    }

    @Test("are seen by the courts above that they were reported to, and by no other")
    func reported() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await LinkageSteps.registered(court, told: "2018-06-29")
            let desk = try Desk(court, "LinkageEvent", id: id)
            let list = "{ linkageEvents { nodes { id participants { organization { kind } } } } }"
            let high = try await court.token(staff: "晋-06")
            #expect(await court.send(list, bearing: high)[path: "data.linkageEvents.nodes"] == [])
            try await desk.must("reportLinkageEvent", ["toCourtCode": "晋"], as: .president)
            let seen = await court.send(list, bearing: high)
            #expect(seen[path: "data.linkageEvents.nodes.0.id"] == .string(id), "\(seen)")
            for neighbour in ["晋0302-06", "晋0321-06"] {
                let token = try await court.token(staff: neighbour)
                #expect(await court.send(list, bearing: token)[path: "data.linkageEvents.nodes"] == [])
            }
            let theirs = try await desk.run("handleLinkageEvent", ["handling": "上级法院不得代为处置。"], bearing: high)
            #expect(theirs.codes == ["FORBIDDEN"])
        }
    }

    @Test("name one body each, of the court or of all, and none told before it happened")
    func participants() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let body = JSONValue.string(try await LinkageSteps.body(court, "PARTY_COMMITTEE"))
            func register(_ member: JSONValue) async throws -> JSONValue {
                try await LinkageSteps.register(court, told: nil, [.init("participants", .array([member]))])
            }
            let two = try await register(["organizationId": body, "courtCode": "晋", "role": "LEAD"])
            #expect(two.codes == ["INPUT_INVALID"])
            #expect(two[path: "errors.0.extensions.field"] == "input.participants.0", "\(two)")
            let early = try await register(["organizationId": body, "role": "LEAD", "informedOn": "2018-06-28"])
            #expect(early.codes == ["DATE_ORDER"])
            let other = try await court.query(
                """
                INSERT INTO core.organization (court_code, kind, name, region_code)
                VALUES ('晋0302', 'COMMUNITY', '他院单位', '140302') RETURNING id
                """
            )
            let foreign = String(try other[0].decode("id", as: Int64.self))
            let both: JSONValue = [["role": "LEAD"], ["organizationId": .string(foreign), "role": "LEAD"]]
            let faults = try await LinkageSteps.register(court, told: nil, [.init("participants", both)])
            #expect(faults.codes == ["INPUT_INVALID", "NOT_FOUND"], "\(faults)")
            #expect(try await register(["organizationId": .string(foreign), "role": "LEAD"]).codes == ["NOT_FOUND"])

            let desk = try Desk(court, "LinkageEvent", id: try await LinkageSteps.registered(court, told: nil))
            let missing = try await desk.run(
                "recordInformed",
                ["participantId": "0", "informedOn": "2018-06-29"],
                as: .clerk
            )
            #expect(missing.codes == ["NOT_FOUND"])
            let first = try await desk.read("participants { id }")[path: "participants.0.id"]
            let informed: JSONValue = ["participantId": first, "informedOn": "2018-06-29"]
            try await desk.must("recordInformed", informed, as: .clerk)
            let again = try await desk.run("recordInformed", informed, as: .clerk)
            #expect(again[path: "errors.0.extensions.unmet.0.name"] == "notYetInformed", "\(again)")
            let twice = try await desk.run(
                "addLinkageParticipant",
                ["participant": ["organizationId": body, "role": "SUPPORT"]],
                as: .clerk
            )
            #expect(twice.codes == ["CONFLICT"])
        }
    }

    @Test("are disclosed to a body that takes part, by another's approval, on record for inspector and DPO")
    func disclosed() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await LinkageSteps.registered(court, told: nil)
            let desk = try Desk(court, "LinkageEvent", id: id)
            let recipient = try await LinkageSteps.body(court, "PARTY_COMMITTEE")
            let own = try await LinkageSteps.disclosure(desk, recipient: recipient, approver: .divisionHead)
            let unapproved = try await desk.run("discloseToOrganization", own, as: .divisionHead)
            #expect(unapproved[path: "errors.0.extensions.unmet.0.name"] == "otherApprover", "\(unapproved)")
            let input = try await LinkageSteps.disclosure(desk, recipient: recipient)
            try await desk.must("discloseToOrganization", input, as: .clerk)
            let list = """
                query($id: ID!) {
                    disclosures(objectType: "LinkageEvent", objectId: $id) { fields recipient { kind } purpose approvedBy { no } }
                }
                """
            for role in [Role.inspector, .dpo] {
                let read = await court.send(list, ["id": .string(id)], as: role)
                #expect(read[path: "data.disclosures.0.fields"] == ["eventNo", "summary"], "\(role): \(read)")
                #expect(read[path: "data.disclosures.0.approvedBy.no"] == "晋03-01")
            }
            #expect(await court.send(list, ["id": .string(id)], as: .clerk).codes == ["FORBIDDEN"])
        }
    }
}
