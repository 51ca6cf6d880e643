import CoordinationPlugin
import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Technical issues")
struct TechnicalIssueTests {
    @Test("live as their table says")
    func life() async throws {
        let faults = try await WorkflowTrial(
            [Coordination.plugin()],
            IssueSteps.steps,
            unreached: ["guard hasHighCourt"]
        ).faults()
        #expect(faults == [])
    }

    @Test("are seen at the High Court once escalated, and answered there only")
    func escalated() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let high = try await court.token(staff: "晋-06")
            let desk = try Desk(court, "TechnicalIssue", id: try await IssueSteps.reported(court))
            let list = "{ technicalIssues { totalCount nodes { state } } }"
            #expect(await court.send(list, bearing: high)[path: "data.technicalIssues.totalCount"] == 0)
            let early = try await desk.run("answerTechnicalIssue", IssueSteps.answer, bearing: high)
            #expect(early.codes == ["NOT_FOUND"])

            try await desk.must("escalateToHigh", as: .clerk)
            #expect(await court.send(list, bearing: high)[path: "data.technicalIssues.totalCount"] == 1)
            let own = try await desk.run("answerTechnicalIssue", IssueSteps.answer, as: .clerk)
            #expect(own.codes == ["FORBIDDEN"])
            #expect(try await desk.must("answerTechnicalIssue", IssueSteps.answer, bearing: high) == "ANSWERED")
            let foreign = try await desk.run("closeTechnicalIssue", bearing: high)
            #expect(foreign.codes == ["FORBIDDEN"])

            // The High Court has none above it.
            let theirs = try await IssueSteps.reported(court, bearing: high)
            let alone = try await Desk(court, "TechnicalIssue", id: theirs).run("escalateToHigh", bearing: high)
            #expect(alone[path: "errors.0.extensions.unmet.0.name"] == "hasHighCourt", "\(alone)")

            // What was answered there goes back there.
            let back = try await desk.must("reopenTechnicalIssue", ["reason": "升级后仍然如此。"], as: .handler)
            #expect(back == "ESCALATED")
            let read = try await desk.read("remarks { text madeBy { no } } history { action by { no } } issueNo")
            #expect(read[path: "remarks.0.text"] == "升级后仍然如此。")
            #expect(read[path: "history.2.by.no"] == "晋-06", "\(read)")
            #expect(read[path: "issueNo"] == "晋03技〔2018〕0001")
        }
    }

    @Test("are not seen by another court of the same level, and hold no person's number")
    func apart() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await IssueSteps.reported(court)
            let other = try await court.token(staff: "晋0302-06")
            let read = await court.send(
                "query($id: ID!) { technicalIssue(id: $id) { id } }",
                ["id": .string(id)],
                bearing: other
            )
            #expect(read[path: "data.technicalIssue"] == .null, "\(read)")
            let personal = try await court.run(
                "reportTechnicalIssue",
                [
                    "severity": "MINOR", "module": "登记", "title": "13800138000无法录入",
                    "description": "录入该号码时页面报错，无法保存。",
                ],
                selecting: "issue { id }"
            )
            #expect(personal.codes == ["PII_IN_TEXT"])
        }
    }
}
