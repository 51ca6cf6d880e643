import CoordinationPlugin
import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Reports to the courts above")
struct UpperReportTests {
    @Test("live as their table says")
    func life() async throws {
        let faults = try await WorkflowTrial([Coordination.plugin()], ReportSteps.steps).faults()
        #expect(faults == [])
    }

    @Test("are seen above from the day they are sent, given back with a reason, and sent again")
    func returned() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let desk = try Desk(court, "UpperReport", id: try await ReportSteps.drafted(court))
            let above = try await ReportSteps.above(desk)
            let list = "{ upperReports { nodes { subject summary state materials { title } } } }"
            #expect(await court.send(list, bearing: above)[path: "data.upperReports.nodes"] == [])
            try await desk.carry(to: "SENT", by: ReportSteps.steps)
            let seen = await court.send(list, bearing: above)
            #expect(seen[path: "data.upperReports.nodes.0.materials.0.title"] == "报告", "\(seen)")
            #expect(try await desk.run("acknowledgeUpperReport", as: .clerk).codes == ["FORBIDDEN"])

            let reason: JSONValue = ["reason": "数据口径须更正"]
            #expect(try await desk.must("returnUpperReport", reason, bearing: above) == "RETURNED")
            #expect(try await desk.run("sendUpperReport", bearing: above).codes == ["FORBIDDEN"])
            #expect(try await desk.must("sendUpperReport", as: .divisionHead) == "SENT")
            #expect(try await desk.must("acknowledgeUpperReport", bearing: above) == "RECEIVED")
            let read = try await desk.read("returns { reason returnedBy { no } } receivedBy { no } receivedOn sentOn")
            #expect(read[path: "returns.0.returnedBy.no"] == "晋-06", "\(read)")
            #expect(read[path: "receivedOn"] == "2018-06-29")
            #expect(read[path: "receivedBy.no"] == "晋-06")
        }
    }

    @Test("go to a court above only, and say what they are about by their kind")
    func refused() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            for code in ["晋03", "晋0302", "晋04"] {
                let answer = try await ReportSteps.draft(court, [.init("toCourtCode", .string(code))])
                #expect(answer[path: "errors.0.extensions.unmet.0.name"] == "courtAbove", "\(code): \(answer)")
            }
            let unknown = try await ReportSteps.draft(court, [.init("toCourtCode", "晋99")])
            #expect(unknown.codes == ["COURT_CODE_UNKNOWN"])
            let matter = try await ReportSteps.draft(court, [.init("kind", "MATTER")])
            #expect(matter.codes == ["TEXT_EMPTY"], "\(matter)")
            let reversed = try await ReportSteps.draft(court, [.init("periodTo", "2017-12-31")])
            #expect(reversed.codes == ["DATE_ORDER"])
            #expect(try await ReportSteps.draft(court, [.init("toCourtCode", "最高法")]).codes == [])
        }
    }

    @Test("take documents of their own court, while they are not above")
    func materials() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let desk = try Desk(court, "UpperReport", id: try await ReportSteps.drafted(court))
            func announce(_ token: String?) async throws -> JSONValue {
                try await court.run(
                    "createMaterial",
                    ["objectType": "UpperReport", "objectId": .string(desk.id), "kind": "OPINION", "title": "附表"],
                    selecting: "material { id }",
                    bearing: token
                )
            }
            #expect(try await announce(court.tokens[.clerk]).codes == [])
            try await desk.carry(to: "SENT", by: ReportSteps.steps)
            #expect(try await announce(court.tokens[.clerk]).codes == ["GUARD_FAILED"])
            #expect(try await announce(try await ReportSteps.above(desk)).codes == ["FORBIDDEN"])
        }
    }
}
