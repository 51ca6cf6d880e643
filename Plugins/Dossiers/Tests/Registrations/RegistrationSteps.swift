import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How a registration is carried through its life.
enum RegistrationSteps {
    static let steps = WorkflowSteps(
        "Registration",
        made: { court in try await ContactDesk.registered(court) },
        via: ["HANDLED": "ACCEPTED", "CLOSED": "HANDLED"],
        [
            "assignRegistration": .init(breaking: ["notOfLetter": ofLetter(assignee), "handlerFree": accuse]) { desk in
                try await assignee(desk)
            },
            "amendRegistration": .init(
                ["groupSize": 3, "reason": "来访人补充说明了人数"],
                breaking: ["notOfLetter": ofLetter { _ in ["groupSize": 3, "reason": "来访人补充说明了人数"] }]
            ),
            "linkRegistration": .init(breaking: [
                "dossierActive": { desk in ["dossierId": try await dossier(desk, "CLOSED")] }
            ]) { desk in
                ["dossierId": try await dossier(desk, "ACTIVE")]
            },
            "voidRegistration": .init(
                ["reason": "重复录入的登记，应予作废"],
                breaking: [
                    "nothingMerged": { desk in
                        _ = try await desk.court.query(
                            """
                            INSERT INTO dossiers.registration (court_code, reg_no, channel, received_on, entry_due_on, group_size, summary,
                                is_first, state, merged_into_id)
                            SELECT court_code, reg_no || '-2', channel, received_on, entry_due_on, 1, summary, false, 'MERGED', id
                            FROM dossiers.registration WHERE id = \(Int64(desk.id))
                            """
                        )
                        return ["reason": "重复录入的登记，应予作废"]
                    }
                ]
            ),
            "decideSeparation": .init(ContactDesk.suit),
            "guideRegistration": .init(
                breaking: ["remedyAssessed": { _ in [:] }, "explained": { _ in [:] }]
            ) { desk in
                try await ContactDesk.assess(desk.court, desk.id)
                try await ContactDesk.explain(desk.court, desk.id)
                return [:]
            },
            "forwardRegistration": .init(
                ["target": "COURT", "toCourtCode": "晋0302", "toldOn": "2018-06-29"],
                breaking: [
                    "disciplineForAccusation": { _ in ["target": "DISCIPLINE"] },
                    "receiverNamed": { _ in ["target": "ORGANIZATION", "toCourtCode": "晋0302", "toldOn": "2018-06-29"]
                    },
                    "courtKnown": { _ in ["target": "COURT", "toCourtCode": "晋0399", "toldOn": "2018-06-29"] },
                    "petitionerTold": { _ in ["target": "COURT", "toCourtCode": "晋0302"] },
                ]
            ),
            "objectForwarding": .init(
                ["reason": "不属于我院管辖，予以退回"],
                breaking: [
                    "deadlineRule": { desk in
                        _ = try await desk.court.query(
                            "DELETE FROM core.deadline_rule WHERE key = 'registrations.objection'"
                        )
                        return ["reason": "不属于我院管辖，予以退回"]
                    },
                    "objectionInTime": { desk in
                        _ = try await desk.court.query(
                            """
                            INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from)
                            SELECT 'registrations.objection', 5, 'WORKING_DAY', '测试', '2017-01-01'
                            WHERE NOT EXISTS (SELECT FROM core.deadline_rule WHERE key = 'registrations.objection')
                            """
                        )
                        _ = try await desk.court.query(
                            """
                            UPDATE dossiers.registration_forward SET forwarded_on = '2018-06-21'
                            WHERE registration_id = \(Int64(desk.id))
                            """
                        )
                        return ["reason": "不属于我院管辖，予以退回"]
                    },
                ]
            ),
            "recordForwardReport": .init(
                ["reportedOn": "2018-06-29", "docRef": "城法信函〔2018〕1号"],
                denied: ["discipline": .role(.inspector)]
            ),
            "rejectRegistration": .init([
                "ground": "NOT_COMPETENT", "legalBasis": "《信访工作条例》第二十三条",
                "noticeText": "您反映的事项不属于人民法院职权范围，请向有关机关提出。",
            ]),
            "mergeRegistration": .init(breaking: ["mergeTarget": { desk in ["intoId": .string(desk.id)] }]) { desk in
                ["intoId": .string(try await ContactDesk.registered(desk.court))]
            },
            "handleRegistration": .init(["result": "已督促执行并向来访人说明进展。"]),
            "recordNotification": .init(
                ContactDesk.notification,
                as: { _ in .handler },
                breaking: [
                    "notYetNotified": { desk in
                        try await desk.must("recordNotification", ContactDesk.notification, as: .clerk)
                        return ContactDesk.notification
                    }
                ]
            ),
            "exemptNotification": .init(
                ["exemption": "NAME_ADDRESS_UNCLEAR", "reason": "来访人未留下可用的地址和电话"],
                denied: ["discipline": .role(.inspector)],
                breaking: [
                    "exemptionFits": { _ in ["exemption": "DISCIPLINE_SPECIAL_RULE", "reason": "来访人未留下可用的地址和电话"] }
                ]
            ),
            "closeRegistration": .init(after: ["recordNotification"], breaking: ["explained": { _ in [:] }]) { desk in
                try await ContactDesk.explain(desk.court, desk.id)
                return [:]
            },
            "closeRegistration in MERGED": .init(),
            "reopenRegistration": .init(["reason": "来访人提出了新的事实和理由"]),
        ]
    )

    private static func assignee(_ desk: Desk) async throws -> JSONValue {
        ["assigneeId": .string(try await desk.court.staffID(of: .handler))]
    }

    /// The registration belongs to a letter.
    private static func ofLetter(
        _ input: @escaping @Sendable (Desk) async throws -> JSONValue
    ) -> @Sendable (Desk) async throws -> JSONValue {
        { desk in
            _ = try await desk.court.query(
                "UPDATE dossiers.registration SET of_letter = true WHERE id = \(Int64(desk.id))"
            )
            return try await input(desk)
        }
    }

    /// The handler's own department is accused.
    @Sendable private static func accuse(_ desk: Desk) async throws -> JSONValue {
        let handler = try await desk.court.staffID(of: .handler)
        _ = try await desk.court.query(
            """
            UPDATE dossiers.registration SET accused_staff_ids = ARRAY(SELECT s.id FROM core.staff s WHERE s.no = '晋0302-04')
            WHERE id = \(Int64(desk.id))
            """
        )
        _ = try await desk.court.query(
            """
            UPDATE core.staff SET department_id = (SELECT department_id FROM core.staff WHERE no = '晋0302-04') WHERE no = '晋03-05'
            """
        )
        _ = handler
        return ["assigneeId": .string(try await desk.court.staffID("晋03-05"))]
    }

    private static func dossier(_ desk: Desk, _ status: String) async throws -> JSONValue {
        let rows = try await desk.court.query(
            """
            INSERT INTO dossiers.dossier (court_code, dossier_no, title, ground, handler_id, status, created_by, open_approved_by)
            SELECT '晋03', '晋03档〔2018〕' || (9000 + (SELECT count(*) FROM dossiers.dossier)), '测试档案', 'REPEATED_MATTER', h.id,
                \(status), h.id, a.id
            FROM core.staff h, core.staff a WHERE h.no = '晋03-04' AND a.no = '晋03-03'
            RETURNING id
            """
        )
        guard let row = rows.first else { throw TestFault("no dossier") }
        return .string(String(try row.decode("id", as: Int64.self)))
    }
}
