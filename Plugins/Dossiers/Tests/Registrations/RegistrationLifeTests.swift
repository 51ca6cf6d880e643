import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Registrations live")
struct RegistrationLifeTests {
    @Test("as their table says: each row allowed, and refused by state, role, relation and guard")
    func life() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], RegistrationSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("a second time after the receiver's objection, and until their report")
    func forwarded() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "RETURNED", by: RegistrationSteps.steps)
            try await desk.carry(to: "FORWARDED", by: RegistrationSteps.steps)
            try await desk.must(
                "recordForwardReport",
                ["reportedOn": "2018-06-29", "docRef": "城法信函〔2018〕1号"],
                as: .clerk
            )
            let read = try await desk.read(
                "state handledOn notifyMethod forwards { toCourt { code } objectedOn reportedOn }"
            )
            #expect(read["state"] == "HANDLED")
            #expect(read["handledOn"] == "2018-06-29")
            #expect(read["notifyMethod"] == "WITH_FORWARDING")
            #expect(
                read["forwards"] == [
                    ["toCourt": ["code": "晋0302"], "objectedOn": "2018-06-29", "reportedOn": .null],
                    ["toCourt": ["code": "晋0302"], "objectedOn": .null, "reportedOn": "2018-06-29"],
                ]
            )
        }
    }

    @Test(
        "returned within five working days of the forwarding",
        arguments: [("2018-06-22", []), ("2018-06-21", ["GUARD_FAILED"])] as [(String, [String])]
    )
    func objection(forwardedOn: String, codes: [String]) async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "FORWARDED", by: RegistrationSteps.steps)
            _ = try await court.query("UPDATE dossiers.registration_forward SET forwarded_on = \(forwardedOn)::date")
            let answer = try await desk.run("objectForwarding", ["reason": "不属于我院管辖，予以退回"], as: .clerk)
            #expect(answer.codes == codes)
        }
    }

    @Test("in their own court's hands: others' are not found, and the court above reads them masked")
    func courts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court)
            let elsewhere = try await court.token(staff: "晋0302-03")
            let reason: JSONValue = ["reason": "重复录入的登记，应予作废"]
            #expect(try await desk.run("voidRegistration", reason, bearing: elsewhere).codes == ["NOT_FOUND"])
            let reader = try await court.token(staff: "晋-01", roles: [.upperCourtReader])
            let read = await court.send(
                "{ registrations(orderBy: [{ field: NOTIFY_DUE_ON, direction: DESC }]) { nodes { petitioners { petitioner { nameMasked } } } } }",
                nil,
                bearing: reader
            )
            #expect(
                read[path: "data.registrations.nodes"] == [["petitioners": [["petitioner": ["nameMasked": "赵**"]]]]],
                "\(read)"
            )
            let said = await court.send("{ registrations { nodes { summary } } }", nil, bearing: reader)
            #expect(Set(said.codes) == ["FORBIDDEN"])
        }
    }

    @Test("closed only with what a visit needs, where somebody records it; else the closing says so")
    func advice() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "CLOSED", by: RegistrationSteps.steps)
            #expect(try await desk.read("notChecked")["notChecked"] == ["adviceGiven"])
        }
        try await TestCourt.with([Dossiers.plugin(), AdviceTaker.plugin]) { court in
            let desk = try await Desk.carried(court, to: "HANDLED", by: RegistrationSteps.steps)
            try await desk.must("recordNotification", ContactDesk.notification, as: .handler)
            try await ContactDesk.explain(court, desk.id)
            let refused = try await desk.run("closeRegistration", as: .divisionHead)
            #expect(refused.codes == ["GUARD_FAILED"])
            #expect(refused[path: "errors.0.extensions.unmet.0.name"] == "adviceGiven")
            #expect(try await desk.read("notChecked")["notChecked"] == [])
            AdviceTaker.told.insert(Int64(desk.id) ?? 0)
            #expect(try await desk.must("closeRegistration", as: .divisionHead) == "CLOSED")
            // Nobody came: nobody is asked for advice.
            let call = try await ContactDesk.desk(court, [.init("channel", "PHONE"), .init("receptionPoint", .null)])
            try await call.carry(to: "CLOSED", by: RegistrationSteps.steps)
        }
    }

    @Test("amended with a reason that is kept, and whose fields the history names")
    func amended() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court)
            try await desk.must(
                "amendRegistration",
                ["isFirst": false, "venue": "SUPERIOR_COURT", "reason": "经核对来访人曾于往年来访"],
                as: .clerk
            )
            let read = try await desk.read(
                "isFirst decisions { action reason by { no } } history { action changedFields }",
                as: .divisionHead
            )
            #expect(read["isFirst"] == false)
            #expect(
                read["decisions"] == [
                    ["action": "amendRegistration", "reason": "经核对来访人曾于往年来访", "by": ["no": "晋03-06"]]
                ]
            )
            #expect(
                read[path: "history.0.action"] == "registration.amended"
                    || read[path: "history.1.action"] == "registration.amended"
            )
            let fields = read["history"]?.items.first { $0["action"] == "registration.amended" }?["changedFields"]
            #expect(fields == ["isFirst", "venue", "decisions"] || fields == ["venue", "isFirst", "decisions"])
            // Where somebody went is counted, and shown nowhere.
            let venue = await court.send("{ registrations { nodes { venue } } }")
            #expect(venue.codes == ["GRAPHQL_VALIDATION_FAILED"])
        }
    }
}
