import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How a dossier is carried through its life.
enum DossierSteps {
    private typealias Step = WorkflowSteps.Step

    static let steps = WorkflowSteps(
        "Dossier",
        made: { court in try await DossierMaker.drafted(court) },
        opening.merging(keeping) { first, _ in first }.merging(ending) { first, _ in first }
    )

    private static let inspector: [String: DemoPerson] = ["discipline": .role(.inspector)]
    private static let review: JSONValue = ["reviewDueOn": "2019-06-29", "reason": "信访人仍在反映，继续保留"]

    private static let opening: [String: Step] = [
        "approveDossier": .init(
            ["reviewDueOn": "2019-06-29"],
            denied: inspector,
            breaking: [
                "otherApprover": { desk in
                    try await set(desk, "created_by = (SELECT id FROM core.staff WHERE no = '晋03-03')")
                    return ["reviewDueOn": "2019-06-29"]
                }
            ]
        ),
        "withdrawDossier": .init(["reason": "与已有档案属于同一事项"], denied: inspector),
        "amendDossier": .init(["title": "反映执行迟延问题", "reason": "标题表述不准确"], denied: inspector),
        "changeDossierHandler": .init(
            denied: inspector,
            breaking: [
                "handlerFit": { desk in
                    ["handlerId": .string(try await desk.court.staffID(of: .clerk)), "reason": "原承办人调离岗位"]
                }
            ]
        ) { desk in
            ["handlerId": .string(try await desk.court.staffID("晋03-05")), "reason": "原承办人调离岗位"]
        },
    ]

    private static let keeping: [String: Step] = [
        "addCaseLink": .init(
            ["link": ["caseNo": "（2017）晋0302民初8号"]],
            denied: inspector,
            breaking: [
                "linkNew": { _ in ["link": ["caseNo": "(2017)晋0302民初1号"]] },
                "linkRoom": { desk in
                    _ = try await desk.court.query(
                        """
                        INSERT INTO dossiers.case_link (dossier_id, seq, court_code, case_no, relation)
                        SELECT \(Int64(desk.id)), n, '晋03', '（2016）晋0302民初' || n || '号', 'OTHER'
                        FROM generate_series(2, 50) n
                        """
                    )
                    return ["link": ["caseNo": "（2017）晋0302民初8号"]]
                },
            ]
        ),
        "removeCaseLink": .init(
            ["seq": 1, "reason": "案号系误录", "noCaseReason": "尚未核实案号"],
            denied: inspector,
            breaking: [
                "linkKnown": { _ in ["seq": 7, "reason": "案号系误录", "noCaseReason": "尚未核实案号"] },
                "caseExplained": { _ in ["seq": 1, "reason": "案号系误录"] },
            ]
        ),
        "addClaim": .init(
            ["claim": ["text": "要求说明分配方案"]],
            denied: inspector,
            breaking: [
                "claimRoom": { desk in
                    _ = try await desk.court.query(
                        """
                        INSERT INTO dossiers.claim (dossier_id, seq, court_code, text)
                        SELECT \(Int64(desk.id)), n, '晋03', '诉求' FROM generate_series(3, 50) n
                        """
                    )
                    return ["claim": ["text": "要求说明分配方案"]]
                }
            ]
        ),
        "decideClaim": .init(
            DossierMaker.decision(1),
            denied: inspector,
            breaking: ["claimKnown": { _ in DossierMaker.decision(9) }]
        ),
        "reviewDossier": .init(denied: inspector, breaking: ["reviewReached": { _ in review }]) { desk in
            try await set(desk, "review_due_on = '2018-07-29'")
            return review
        },
    ]

    private static let ending: [String: Step] = [
        "closeDossier": .init(
            denied: inspector,
            breaking: [
                "claimsDecided": { _ in DossierMaker.closing },
                "nothingOpen": { desk in
                    _ = try await desk.court.query(
                        """
                        CREATE OR REPLACE FUNCTION dossiers.open_work(dossier_id bigint) RETURNS boolean LANGUAGE sql STABLE
                            RETURN $1 = \(raw: desk.id)
                        """
                    )
                    try await decide(desk)
                    return DossierMaker.closing
                },
            ]
        ) { desk in
            try await decide(desk)
            return DossierMaker.closing
        },
        "reopenDossier": .init(
            ["ground": "NEW_FACT", "reason": "信访人提交了新的证据", "reviewDueOn": "2019-06-29"],
            denied: inspector
        ),
        "bindDossierVolume": .init(denied: inspector) { desk in try await DossierMaker.volume(desk) },
        "archiveDossier": .init(
            ["retentionClass": "SHORT_30Y"],
            after: ["bindDossierVolume"],
            as: { _ in .archivist },
            denied: inspector
        ),
        "requestDestruction": .init(
            as: { _ in .archivist },
            denied: inspector,
            breaking: [
                "retentionOver": { _ in ["appraisal": "经鉴定已无保存价值，可以销毁"] },
                "notRequested": { desk in
                    let input = try await expired(desk)
                    try await desk.must("requestDestruction", input, as: .archivist)
                    return input
                },
            ]
        ) { desk in try await expired(desk) },
        "confirmDestruction": .init(
            after: ["requestDestruction"],
            denied: inspector,
            breaking: [
                "otherSigner": { desk in
                    _ = try await desk.court.query(
                        "UPDATE dossiers.dossier_destruction SET requested_by = (SELECT id FROM core.staff WHERE no = '晋03-02')"
                    )
                    return [:]
                }
            ]
        ),
        "refuseDestruction": .init(
            ["reason": "仍有查阅价值，继续保管"],
            after: ["requestDestruction"],
            denied: inspector
        ),
    ]

    private static func decide(_ desk: Desk) async throws {
        try await set(desk, "version = version", claims: "outcome = 'EXPLAINED'")
    }

    /// Its retention is over.
    private static func expired(_ desk: Desk) async throws -> JSONValue {
        try await set(desk, "retention_until = '2018-06-28'")
        return ["appraisal": "经鉴定已无保存价值，可以销毁"]
    }

    private static func set(_ desk: Desk, _ assignment: SQL, claims: SQL? = nil) async throws {
        let id = Int64(desk.id)
        _ = try await desk.court.query("UPDATE dossiers.dossier SET \(assignment) WHERE id = \(id)")
        guard let claims else { return }
        _ = try await desk.court.query("UPDATE dossiers.claim SET \(claims) WHERE dossier_id = \(id)")
    }
}
