import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How a report to a court above is carried through its life.
enum ReportSteps {
    static let steps = WorkflowSteps(
        "UpperReport",
        made: { court in try await drafted(court) },
        [
            "reviseUpperReport": .init(["subject": "第二季度情况", "summary": "本季度登记、办结和化解情况。"]),
            "sendUpperReport": .init(breaking: ["documentAttached": { _ in [:] }]) { desk in
                try await attach(to: desk)
                return [:]
            },
            "acknowledgeUpperReport": .init(bearing: { try await above($0) }),
            "returnUpperReport": .init(["reason": "数据口径须更正"], bearing: { try await above($0) }),
        ]
    )

    static func above(_ desk: Desk) async throws -> String { try await desk.court.token(staff: "晋-06") }

    static func draft(_ court: TestCourt, _ more: [JSONValue.Member] = []) async throws -> JSONValue {
        let usual: [JSONValue.Member] = [
            .init("kind", "PERIODIC"), .init("subject", "第一季度情况"), .init("periodFrom", "2018-01-01"),
            .init("periodTo", "2018-03-31"), .init("summary", "本季度登记、办结和化解情况。"), .init("toCourtCode", "晋"),
        ]
        let members = usual.filter { member in !more.contains { $0.name == member.name } } + more
        return try await court.run("draftUpperReport", .object(members), selecting: "report { id }")
    }

    static func drafted(_ court: TestCourt) async throws -> String {
        let answer = try await draft(court)
        guard let id = answer[path: "data.draftUpperReport.report.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    /// A stored document, put there without its bytes.
    static func attach(to desk: Desk) async throws {
        _ = try await desk.court.query(
            """
            INSERT INTO core.material (object_type, object_id, court_code, kind, title, state, media_type, size, sha256, scan,
                manifest_cipher, uploaded_at)
            VALUES ('UpperReport', \(Int64(desk.id)), '晋03', 'OPINION', '报告', 'STORED', 'application/pdf', 1, repeat('0', 64),
                'CLEAN', '\\x00', now())
            """
        )
    }
}
