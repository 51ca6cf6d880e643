import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Figures of notices and consultations")
struct NoticeFigureTests {
    private static let query = """
        query($key: String!, $court: CourtCode!) {
            metricValues(keys: [$key], from: "2018-04-01", to: "2018-12-31", courts: [$court]) { numerator denominator }
        }
        """

    private static func figures(_ key: String, _ court: TestCourt, bearing token: String?) async -> JSONValue {
        let variables: JSONValue = ["key": .string(key), "court": "晋03"]
        let answer = await court.send(query, variables, bearing: token)
        let value = answer[path: "data.metricValues.0"]
        return value == .null ? answer : value
    }

    @Test("Notices that were acknowledged in time are counted among those whose day has come")
    func acknowledged() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            var desks: [Desk] = []
            for _ in 1...4 { desks.append(try await RiskNoticeSteps.issued(court, dossier: dossier)) }
            try await desks[0].must("ackRiskNotice", as: .divisionHead)
            try await desks[1].must("withdrawRiskNotice", ["reason": "案号有误，另行签发风险提示"], as: .divisionHead)
            let own = court.tokens[.evaluator]
            let key = "dossiers.risk_notice_ack"
            #expect(await Self.figures(key, court, bearing: own) == ["numerator": 1, "denominator": 1])
            court.moveClock(to: "2018-07-05")
            _ = try await court.query(
                """
                UPDATE dossiers.risk_notice SET state = 'ACKNOWLEDGED', acknowledged_on = '2018-07-05'
                WHERE id = \(Int64(desks[2].id))
                """
            )
            #expect(await Self.figures(key, court, bearing: own) == ["numerator": 1, "denominator": 3])
            // Fewer than five say nothing outside their court.
            let above = try await court.token(staff: "晋-12")
            #expect(await Self.figures(key, court, bearing: above) == ["numerator": .null, "denominator": .null])
            try await CaseDossiers.seal(dossier, court)
            #expect(await Self.figures(key, court, bearing: own)["denominator"] != 3)
        }
    }

    @Test("Consultations that were recorded or waived are counted among those that were asked for")
    func coverage() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let dossier = try await CaseDossiers.active(court)
            for state in ["RECORDED", "WAIVED", "HELD", "REQUESTED", "REQUESTED"] {
                let id = try await ConsultationSteps.requested(court, dossier: dossier)
                try await Desk(court, "Consultation", id: id).carry(to: state, by: ConsultationSteps.steps)
            }
            let key = "dossiers.consultation_coverage"
            let own = court.tokens[.evaluator]
            let all: JSONValue = ["numerator": 2, "denominator": 5]
            #expect(await Self.figures(key, court, bearing: own) == all)
            let above = try await court.token(staff: "晋-12")
            #expect(await Self.figures(key, court, bearing: above) == all)
        }
    }
}
