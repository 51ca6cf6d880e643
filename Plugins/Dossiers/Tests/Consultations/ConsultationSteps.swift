import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How consultations are carried through their life.
enum ConsultationSteps {
    static let steps = WorkflowSteps(
        "Consultation",
        made: { court in try await requested(court) },
        [
            "holdConsultation": .init(["heldOn": "2018-06-29", "method": "MEETING"], as: { _ in .handler }),
            "recordConsultation": .init(
                breaking: [
                    "signed": { _ in texts(signedBy: []) },
                    "signersAreJudges": { desk in texts(signedBy: [.string(try await desk.court.staffID("晋03-09"))]) },
                    "seqsAreJudges": { _ in texts(signedBy: [], seqs: [1]) },
                ]
            ) { desk in texts(signedBy: [.string(try await desk.court.staffID("晋03-08"))]) },
            "waiveConsultation": .init(
                ["reason": "JUDGE_LEFT", "text": "原审审判人员均已离任，无法沟通"],
                breaking: [
                    "notAccused": { desk in
                        try await accuse(.vicePresident, in: desk)
                        return waiver
                    },
                    "notOriginalJudge": { desk in
                        try await judge(.vicePresident, in: desk)
                        return waiver
                    },
                ]
            ),
        ]
    )

    static let waiver: JSONValue = ["reason": "JUDGE_LEFT", "text": "原审审判人员均已离任，无法沟通"]

    static func texts(signedBy: [JSONValue], seqs: [JSONValue] = []) -> JSONValue {
        [
            "originalReasoning": "原审认为合同有效，违约责任按约定计算。", "summary": "原审法官说明了证据采信的理由和经过。",
            "signedBy": .array(signedBy), "signedSeqs": .array(seqs),
        ]
    }

    /// One of a judge of this court and of one of another, by the dossier's handler.
    static func requested(_ court: TestCourt, dossier: String? = nil, stage: String = "REMAND") async throws -> String {
        let answer = try await request(court, dossier: dossier, stage: stage)
        guard let id = answer[path: "data.requestConsultation.consultation.id"].text else {
            throw TestFault("\(answer)")
        }
        return id
    }

    static func request(
        _ court: TestCourt,
        dossier: String? = nil,
        stage: String = "REMAND",
        judges: [JSONValue]? = nil,
        _ changes: [JSONValue.Member] = [],
        as role: Role = .handler
    ) async throws -> JSONValue {
        let key = if let dossier { dossier } else { try await CaseDossiers.active(court) }
        let staff = JSONValue.string(try await court.staffID("晋03-08"))
        let named: [JSONValue] = judges ?? [["staffId": staff], ["judgeName": "韩审", "courtCode": "晋0104"]]
        let given: [JSONValue.Member] = [
            .init("dossierId", .string(key)), .init("caseNo", .string(CaseDossiers.caseNo)),
            .init("stage", .string(stage)), .init("originalJudges", .array(named)),
        ]
        let input = given.filter { member in !changes.contains { $0.name == member.name } } + changes
        return try await court.run(
            "requestConsultation",
            .object(input),
            selecting: "consultation { id }",
            as: role
        )
    }

    /// A registration of the dossier accuses whoever holds a role's token.
    static func accuse(_ role: Role, in desk: Desk) async throws {
        let staff = Int64(try await desk.court.staffID(of: role))
        _ = try await desk.court.query(
            """
            INSERT INTO dossiers.registration (court_code, reg_no, channel, received_on, entry_due_on, group_size, summary, is_first,
                dossier_id, state, accused_staff_ids)
            SELECT c.court_code, '晋03访登〔2018〕9' || c.id, 'LETTER', '2018-06-01', '2018-06-04', 1, '反映办案人员的问题，请求依法处理。', false,
                c.dossier_id, 'RECEIVED', ARRAY[\(staff)]::bigint[]
            FROM dossiers.consultation c WHERE c.id = \(Int64(desk.id))
            """
        )
    }

    static func judge(_ role: Role, in desk: Desk) async throws {
        let staff = Int64(try await desk.court.staffID(of: role))
        _ = try await desk.court.query(
            "UPDATE dossiers.consultation SET judge_ids = ARRAY[\(staff)]::bigint[] WHERE id = \(Int64(desk.id))"
        )
    }
}
