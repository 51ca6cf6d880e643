import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How a linkage event is carried through its life.
enum LinkageSteps {
    static let steps = WorkflowSteps(
        "LinkageEvent",
        made: { court in try await registered(court, told: "2018-06-29") },
        follows: [
            "noteReportOverdue": { desk in
                _ = try await desk.court.query("UPDATE coordination.linkage_participant SET informed_on = NULL")
                desk.court.moveClock(to: "2018-07-03")
                try await desk.court.runDue()
                desk.court.moveClock(to: TestCourt.today)
            }
        ],
        [
            "addLinkageParticipant": .init(["participant": ["courtCode": "晋0302", "role": "SUPPORT"]]),
            "recordInformed": .init { desk in
                _ = try await untell(desk, "PARTY_COMMITTEE", nil)
                let read = try await desk.read("participants { id }")
                return ["participantId": read[path: "participants.0.id"], "informedOn": "2018-06-29"]
            },
            "reportLinkageEvent": .init(
                ["toCourtCode": "晋"],
                breaking: ["courtAbove": { _ in ["toCourtCode": "晋04"] }]
            ),
            "raiseLinkageSeverity": .init(
                ["severity": "URGENT", "reason": "事态扩大，人数增加"],
                breaking: ["raised": { _ in ["severity": "MAJOR", "reason": "事态扩大，人数增加"] }]
            ),
            "handleLinkageEvent": .init(["handling": "已会同有关单位当面答复，来访人离开。"]),
            "closeLinkageEvent": .init(
                breaking: [
                    "partyTold": { desk in try await untell(desk, "PARTY_COMMITTEE", nil) },
                    "officeTold": { desk in try await untell(desk, "JOINT_CONFERENCE_OFFICE", nil) },
                    "lateExplained": { desk in try await untell(desk, "PARTY_COMMITTEE", "2018-07-10") },
                ]
            ),
            "discloseToOrganization": .init(
                breaking: [
                    "recipientTakesPart": { desk in
                        try await disclosure(desk, recipient: try await body(desk.court, "PROCURATORATE"))
                    }
                ]
            ) { desk in
                let read = try await desk.read("participants { organization { id } }")
                return try await disclosure(desk, recipient: read[path: "participants.0.organization.id"].text ?? "0")
            },
        ]
    )

    static func disclosure(_ desk: Desk, recipient: String, approver: Role = .president) async throws -> JSONValue {
        [
            "recipientId": .string(recipient), "purpose": "HANDLE_MATTER", "legalBasis": "《信访工作条例》第二十五条",
            "fields": ["EVENT_NO", "SUMMARY"], "approverId": .string(try await desk.court.staffID(of: approver)),
        ]
    }

    /// Changes what is on record of when a body was told; no input.
    private static func untell(_ desk: Desk, _ kind: String, _ day: String?) async throws -> JSONValue {
        _ = try await desk.court.query(
            """
            UPDATE coordination.linkage_participant p SET informed_on = \(day)::text::date
            FROM core.organization o
            WHERE o.id = p.organization_id AND o.kind = \(kind) AND p.linkage_event_id = \(Int64(desk.id))
            """
        )
        return [:]
    }

    /// An outside body of the court, made where there is none of its kind.
    static func body(_ court: TestCourt, _ kind: String) async throws -> String {
        let found = try await court.query(
            "SELECT id FROM core.organization WHERE kind = \(kind) AND court_code = '晋03' LIMIT 1"
        )
        if let row = found.first { return String(try row.decode("id", as: Int64.self)) }
        let answer = try await court.run(
            "createOrganization",
            ["kind": .string(kind), "name": .string("示例\(kind)"), "regionCode": "140300"],
            selecting: "organization { id }"
        )
        guard let id = answer[path: "data.createOrganization.organization.id"].text else {
            throw TestFault("\(answer)")
        }
        return id
    }

    static func registered(
        _ court: TestCourt,
        severity: String = "MAJOR",
        told day: String?,
        _ more: [JSONValue.Member] = []
    ) async throws -> String {
        let answer = try await register(court, severity: severity, told: day, more)
        guard let id = answer[path: "data.registerLinkageEvent.event.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func register(
        _ court: TestCourt,
        severity: String = "MAJOR",
        told day: String?,
        _ more: [JSONValue.Member] = []
    ) async throws -> JSONValue {
        var participants: [JSONValue] = []
        for kind in ["PARTY_COMMITTEE", "JOINT_CONFERENCE_OFFICE"] {
            var member: [JSONValue.Member] = [
                .init("organizationId", .string(try await body(court, kind))), .init("role", "INFORMED"),
            ]
            if let day { member.append(.init("informedOn", .string(day))) }
            participants.append(.object(member))
        }
        let usual: [JSONValue.Member] = [
            .init("severity", .string(severity)), .init("direction", "EXTERNAL"), .init("title", "多人来访"),
            .init("summary", "多名申请执行人到接访大厅反映执行款分配。"), .init("occurredOn", "2018-06-29"),
            .init("participants", .array(participants)),
        ]
        let members = usual.filter { member in !more.contains { $0.name == member.name } } + more
        return try await court.run("registerLinkageEvent", .object(members), selecting: "event { id }")
    }
}
