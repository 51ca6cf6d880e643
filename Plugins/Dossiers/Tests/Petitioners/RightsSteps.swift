import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How rights requests are carried through their lives.
enum RightsSteps {
    static let requests = WorkflowSteps(
        "RightsRequest",
        made: { court in try await filed(court, try await PetitionerSteps.entered(court), kind: "ACCESS") },
        follows: [
            "rightsDue": { desk in
                desk.court.moveClock(to: "2018-07-16")
                try await desk.court.runDue()
                desk.court.moveClock(to: TestCourt.today)
            }
        ],
        [
            "decideRightsRequest": .init(granted),
            "executeRightsRequest": .init(
                note,
                after: ["compileRightsRecords"],
                breaking: [
                    "granted": { desk in
                        try await rewrite(desk, "decision = 'REFUSED'")
                        return note
                    },
                    "changed": { desk in
                        try await rewrite(desk, "kind = 'DELETE'")
                        return note
                    },
                ]
            ),
            "withdrawRightsRequest": .init(["reason": "本人来电撤回请求"]),
        ]
    )

    static let granted: JSONValue = ["decision": "GRANTED", "reasons": "身份核验无误，请求符合法律规定"]
    static let note: JSONValue = ["note": "已当面出示处理记录并交付复制件"]

    static func filed(
        _ court: TestCourt,
        _ petitioner: String,
        kind: String,
        _ more: [JSONValue.Member] = []
    ) async throws -> String {
        let answer = try await file(court, petitioner, kind: kind, more)
        guard let id = answer[path: "data.fileRightsRequest.rightsRequest.id"].text else {
            throw TestFault("\(answer)")
        }
        return id
    }

    static func file(
        _ court: TestCourt,
        _ petitioner: String,
        kind: String,
        _ more: [JSONValue.Member] = []
    ) async throws -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("kind", .string(kind)), .init("petitionerId", .string(petitioner)), .init("via", "VISIT"),
            .init("filedOn", "2018-06-29"), .init("details", "请求查阅本院持有的本人信息"),
            .init("identityCheck", "DOCUMENT_SEEN"),
        ]
        return try await court.run(
            "fileRightsRequest",
            .object(members + more),
            selecting: "rightsRequest { id }",
            as: .dpo
        )
    }

    /// A line in the register of disclosures, as another plugin's command writes it; answers the recipient.
    static func disclose(_ court: TestCourt, dossier: String) async throws -> String {
        let rows = try await court.query(
            """
            WITH recipient AS (
                INSERT INTO core.organization (kind, name, region_code) VALUES ('PETITION_BUREAU', '阳泉市信访局', '140300') RETURNING id
            ), told AS (
                INSERT INTO core.disclosure (request_id, token_id, court_code, recipient_id, purpose, legal_basis, fields, object_type,
                    object_id, approver_id, recorder_id)
                SELECT 'test', 1, '晋03', id, 'HANDLE_MATTER', '《信访工作条例》', ARRAY['name', 'claims'], 'Dossier', \(Int64(dossier)), 1, 2
                FROM recipient
            )
            SELECT id::text AS id FROM recipient
            """
        )
        return try rows.first?.decode("id", as: String.self) ?? ""
    }

    private static func rewrite(_ desk: Desk, _ assignment: String) async throws {
        _ = try await desk.court.query(
            "UPDATE dossiers.rights_request SET \(raw: assignment) WHERE id = \(Int64(desk.id))"
        )
    }
}
