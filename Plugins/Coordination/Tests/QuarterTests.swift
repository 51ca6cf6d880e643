import CoordinationPlugin
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Quarterly reports")
struct QuarterTests {
    private static func report(
        _ court: TestCourt,
        _ code: String = "晋03",
        quarter: Int = 2,
        bearing token: String? = nil
    ) async -> JSONValue {
        let answer = await court.send(
            """
            query($court: CourtCode!, $quarter: Int!) {
                quarterlyInterventionReport(courtCode: $court, year: 2018, quarter: $quarter) {
                    outcome recorded leaders zeroReportedOn from until
                }
            }
            """,
            ["court": .string(code), "quarter": .integer(quarter)],
            bearing: token ?? court.tokens[.inspector]
        )
        return answer["errors"] == nil ? answer[path: "data.quarterlyInterventionReport"] : answer
    }

    private static func file(_ court: TestCourt, quarter: Int, as role: Role = .inspector) async throws -> JSONValue {
        try await court.run(
            "fileZeroReport",
            ["year": 2018, "quarter": .integer(quarter)],
            selecting: "report { filedOn }",
            as: role
        )
    }

    @Test("count what was recorded, corrections left out")
    func counted() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            #expect(await Self.report(court)["outcome"] == "RUNNING")
            let id = try await Interventions.recorded(court)
            _ = try await Interventions.recorded(court, ["kind": "OTHER"])
            _ = try await Interventions.recorded(court, ["correctsId": .string(id)])
            let report = await Self.report(court)
            #expect(report["outcome"] == "RECORDED", "\(report)")
            #expect(report["recorded"] == 2)
            #expect(report["leaders"] == 1)
            #expect(report["from"] == "2018-04-01")
            #expect(report["until"] == "2018-06-30")
            #expect(await Self.report(court, quarter: 5).codes == ["INPUT_INVALID"])
            #expect(await Self.report(court, "晋04").codes == ["NOT_FOUND"])
        }
    }

    @Test("say no number under five to the court above, and nothing to its neighbours and its own heads")
    func suppressed() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let below = try await court.token(staff: "晋0302-04")
            let inspector = try await court.token(staff: "晋0302-10")
            for count in 1...5 {
                let kind: JSONValue = count < 3 ? "LEADER" : "OTHER"
                let recorded = try await Interventions.record(court, ["kind": kind], bearing: below)
                #expect(recorded.codes == [])
                for reader in [Role.inspector, .upperCourtReader] {
                    let report = await Self.report(court, "晋0302", bearing: court.tokens[reader])
                    #expect(report["outcome"] == "RECORDED", "\(reader): \(report)")
                    #expect(report["recorded"] == (count < 5 ? .null : 5), "\(report)")
                    #expect(report["leaders"] == .null)
                }
                let own = await Self.report(court, "晋0302", bearing: inspector)
                #expect(own["recorded"] == .integer(count), "\(own)")
            }
            let neighbour = try await court.token(staff: "晋0303-10")
            #expect(await Self.report(court, "晋0302", bearing: neighbour).codes == ["NOT_FOUND"])
            #expect(await Self.report(court, "晋", bearing: court.tokens[.upperCourtReader]).codes == ["FORBIDDEN"])
            #expect(await Self.report(court, "晋0302", bearing: court.tokens[.president]).codes == ["FORBIDDEN"])
        }
    }

    @Test("may be zero, once, of a quarter that has ended without a record")
    func zero() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let early = try await Self.file(court, quarter: 2)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "quarterEnded", "\(early)")
            #expect(try await Self.file(court, quarter: 1, as: .president).codes == ["FORBIDDEN"])
            let filed = try await Self.file(court, quarter: 1)
            #expect(filed[path: "data.fileZeroReport.report.filedOn"] == "2018-06-29", "\(filed)")
            let again = try await Self.file(court, quarter: 1)
            #expect(again[path: "errors.0.extensions.unmet.0.name"] == "notYetFiled")
            let report = await Self.report(court, quarter: 1)
            #expect(report["outcome"] == "ZERO_REPORTED")
            #expect(report["zeroReportedOn"] == "2018-06-29")

            _ = try await Interventions.recorded(court)
            let both = try await Self.file(court, quarter: 2)
            #expect(both[path: "errors.0.extensions.unmet.0.name"] == "quarterEnded", "\(both)")
            #expect(both[path: "errors.0.extensions.unmet.1.name"] == "nothingRecorded", "\(both)")
        }
    }

    @Test("are asked for once, when a quarter has ended without record and zero report")
    func reminded() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let list = "{ interventionReminders { totalCount nodes { courtCode year quarter settled } } }"
            // Two courts have reported, each in its way.
            _ = try await Interventions.record(court, [:], bearing: try await court.token(staff: "晋0302-04"))
            try await court.runDue()
            #expect(await court.send(list, as: .inspector)[path: "data.interventionReminders.totalCount"] == 0)
            court.moveClock(to: "2018-07-16")
            try await court.runDue()
            try await court.runDue()
            let reminded = await court.send(list, as: .upperCourtReader)
            let nodes = reminded[path: "data.interventionReminders.nodes"].items
            #expect(
                nodes.contains { $0["courtCode"] == "晋03" && $0["quarter"] == 2 && $0["settled"] == false },
                "\(reminded)"
            )
            #expect(!nodes.contains { $0["courtCode"] == "晋0302" })
            #expect(nodes.count == 6, "the High Court, the intermediate court and four below it: \(reminded)")

            _ = try await Self.file(court, quarter: 2)
            let settled = await court.send(list, as: .inspector)[path: "data.interventionReminders.nodes"].items
            #expect(settled.contains { $0["courtCode"] == "晋03" && $0["settled"] == true }, "\(settled)")

            // The fourth quarter ends with the year, and nobody is asked again for one that is long past.
            court.moveClock(to: "2019-01-15")
            try await court.runDue()
            let later = await court.send(list, as: .inspector)[path: "data.interventionReminders.nodes"].items
            #expect(later.map { $0["quarter"] } == [4, 2], "\(later)")
            #expect(later.map { $0["year"] } == [2018, 2018], "\(later)")
        }
    }
}
