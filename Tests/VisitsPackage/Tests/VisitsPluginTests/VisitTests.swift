import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Testing
import VisitsPlugin

@Suite("Visits")
struct VisitTests {
    @Test("keep to the contract of plugins", arguments: PluginContract.Rule.allCases)
    func contract(_ rule: PluginContract.Rule) async throws {
        var exceptions = PluginContract.Exceptions()
        exceptions.finalStates = ["ReceptionDay": ["CLOSED"], "Appointment": ["RECEIVED", "ABSENT", "CANCELLED"]]
        let faults = try await PluginContract([Visits.plugin()], except: exceptions).faults(of: rule)
        #expect(faults == [])
    }

    @Test("live as their tables say: each row allowed, and refused by state, role, relation and guard")
    func lives() async throws {
        for steps in [VisitSteps.days, VisitSteps.appointments] {
            let faults = try await WorkflowTrial([Visits.plugin()], steps).faults()
            #expect(faults == [])
        }
    }

    @Test("are booked while there is a place, and whoever has not come when the day is closed was absent")
    func places() async throws {
        try await TestCourt.with([Visits.plugin()]) { court in
            let day = try await VisitSteps.planned(court)
            for _ in 1...2 { _ = try await VisitSteps.booked(court, on: day) }
            let full = try await VisitSteps.book(court, day)
            #expect(full.codes == ["GUARD_FAILED"])
            #expect(full[path: "errors.0.extensions.unmet.0.name"] == "placeFree")
            try await Desk(court, "ReceptionDay", id: day).carry(to: "CLOSED", by: VisitSteps.days)
            try await court.runDue()
            let list = "{ appointments(filter: { state: [ABSENT] }) { totalCount } }"
            #expect(await court.send(list)[path: "data.appointments.totalCount"] == 2)
        }
    }

    @Test("are counted by a metric, and the demonstration has one")
    func metric() async throws {
        try await TestCourt.with([Visits.plugin()], contents: .demo) { court in
            let day = try await VisitSteps.planned(court)
            let desk = try Desk(court, "Appointment", id: try await VisitSteps.booked(court, on: day))
            try await desk.carry(to: "RECEIVED", by: VisitSteps.appointments)
            let answer = await court.send(
                """
                { metricValues(keys: ["visits.received"], from: "2018-07-01", to: "2018-07-31", courts: ["晋03"]) {
                    numerator denominator value
                } }
                """,
                as: .evaluator
            )
            #expect(answer[path: "data.metricValues.0.denominator"] == 2, "\(answer)")
            #expect(answer[path: "data.metricValues.0.numerator"] == 1)
            // Fewer than five say nothing.
            #expect(answer[path: "data.metricValues.0.value"] == .null)
        }
    }

    @Test("stand beside a dossier where that plugin is on, and come with the demonstration")
    func dossier() async throws {
        try await TestCourt.with([Dossiers.plugin(), Visits.plugin()], contents: .demo) { court in
            let petitioner = try await court.run(
                "createPetitioner",
                ["kind": "NATURAL_PERSON", "name": "赵测"],
                selecting: "petitioner { id }"
            )
            let opened = try await court.run(
                "openDossier",
                [
                    "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
                    "petitionerIds": [petitioner[path: "data.createPetitioner.petitioner.id"]],
                    "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID(of: .handler)),
                ],
                selecting: "dossier { id }"
            )
            let dossier = opened[path: "data.openDossier.dossier.id"]
            _ = try await VisitSteps.booked(court, on: VisitSteps.planned(court), dossier: dossier)
            let read = await court.send(
                "query($id: ID!) { dossier(id: $id) { appointments { matter state } } appointments { totalCount } }",
                ["id": dossier]
            )
            #expect(read[path: "data.dossier.appointments"] == [["matter": "反映执行进展", "state": "BOOKED"]], "\(read)")
            #expect(read[path: "data.appointments.totalCount"] == 2, "one is the demonstration's")
        }
    }
}
