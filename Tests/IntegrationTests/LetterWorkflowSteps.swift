import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// How a transferred letter is carried through its life.
enum LetterWorkflowSteps {
    typealias Step = WorkflowSteps.Step

    static let steps = WorkflowSteps(
        "Letter",
        made: { court in try await LetterDesk.transferred(court).id },
        via: ["REPORTED": "REPLIED", "CLOSED": "REPORTED", "BOUND": "CLOSED", "ARCHIVED": "BOUND"],
        follows: ["endPause": endPause],
        intake.merging(handling) { first, _ in first }.merging(ending) { first, _ in first }
    )

    /// A draft of a dossier about the letter's petitioner.
    static func draft(_ court: TestCourt, of letter: LetterDesk) async throws -> String {
        let petitioner = await letter.read("registration { petitioners { petitioner { id } } }")
        let input: JSONValue = [
            "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
            "petitionerIds": [petitioner[path: "registration.petitioners.0.petitioner.id"]],
            "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID(of: .handler)),
        ]
        let answer = try await court.run("openDossier", input, selecting: "dossier { id }")
        guard let id = answer[path: "data.openDossier.dossier.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    private static let intake: [String: Step] = [
        "classifyLetter": .init(LetterMutation.own("classifyLetter")),
        "markDuplicate": .init(
            breaking: [
                "noDuplicates": { desk in
                    let root = try await closedRoot(desk.court)
                    try await repeated(desk)
                    return ["duplicateOfId": .string(root)]
                }
            ]
        ) { desk in ["duplicateOfId": .string(try await closedRoot(desk.court))] },
        "unmarkDuplicate": .init(LetterMutation.own("unmarkDuplicate")),
        "assignLetter": .init(
            breaking: [
                "assigneeKnown": { _ in ["assigneeId": "999999"] },
                "assigneeActive": { desk in
                    _ = try await desk.court.query("UPDATE core.staff SET active = false WHERE no = '晋03-05'")
                    return ["assigneeId": .string(try await desk.court.staffID("晋03-05"))]
                },
                "assigneeOfCourt": { desk in ["assigneeId": .string(try await desk.court.staffID("晋0302-04"))] },
                "endorsed": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query("UPDATE letters.letter SET source = 'PRESIDENT' WHERE id = \(id)")
                    return ["assigneeId": .string(try await desk.court.staffID(of: .handler))]
                },
                "assigneeHandler": { desk in ["assigneeId": .string(try await desk.court.staffID(of: .clerk))] },
            ]
        ) { desk in ["assigneeId": .string(try await desk.court.staffID(of: .handler))] },
        "reassignLetter": .init { desk in
            ["assigneeId": .string(try await desk.court.staffID(of: .handler)), "reason": "承办人休假"]
        },
        "transferLetter": .init(
            LetterMutation.own("transferLetter"),
            as: { _ in .divisionHead },
            breaking: [
                "disciplineForAccusation": { _ in
                    ["target": "DISCIPLINE", "toOrg": "市纪委", "toldPetitionerOn": "2018-06-29"]
                },
                "petitionerTold": { _ in ["target": "OTHER_BODY", "toOrg": "市信访局"] },
            ]
        ),
        "objectRouting": .init(
            LetterMutation.own("objectRouting"),
            breaking: [
                "transferredToUs": changed("from_org = NULL", "objectRouting"),
                "objectionInTime": changed("received_on = '2018-03-01'", "objectRouting"),
                "notYetObjected": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query(
                        """
                        INSERT INTO letters.routing_objection (letter_id, court_code, reason, objected_on, decided_on)
                        VALUES (\(id), '晋03', '不属本院管辖', '2018-06-28', '2018-06-28')
                        """
                    )
                    return LetterMutation.own("objectRouting")
                },
            ]
        ),
        "decideRoutingObjection": .init(LetterMutation.own("decideRoutingObjection")),
        "endorseLetter": .init(LetterMutation.own("endorseLetter")),
        "amendLetter": .init(LetterMutation.own("amendLetter")),
        "reclassifyLetter": .init(LetterMutation.own("reclassifyLetter")),
    ]

    private static let handling: [String: Step] = [
        "draftReply": .init(LetterDesk.reply),
        "submitReview": .init(after: ["draftReply"]),
        "reviewLetter": .init(
            as: { desk in try await awaited(desk) },
            denied: ["reviewer": .staff("晋03-04")]
        ) { desk in ["level": .string(try await awaited(desk).rawValue), "decision": "APPROVED"] },
        "recordDispatch": .init(LetterMutation.own("recordDispatch")),
        "recordReturnedMail": .init(
            LetterMutation.own("recordReturnedMail"),
            breaking: ["sentOut": again("recordReturnedMail", as: .clerk)]
        ),
        "resendReply": .init(
            LetterMutation.own("resendReply"),
            after: ["recordReturnedMail"],
            breaking: ["mailReturned": again("resendReply", as: .clerk)]
        ),
        "submitOnlineReport": .init(
            LetterMutation.own("submitOnlineReport"),
            breaking: ["noOnlineReportOpen": again("submitOnlineReport", as: .clerk)]
        ),
        "submitOnlineReport in CLOSED": .init(
            LetterMutation.own("submitOnlineReport"),
            breaking: ["closedUnanswered": { _ in LetterMutation.own("submitOnlineReport") }]
        ),
        "recordOnlineResult": .init(LetterMutation.own("recordOnlineResult"), after: ["submitOnlineReport"]),
        "recordOnlineResult in REPLIED": .init(
            LetterMutation.own("recordOnlineResult"),
            after: ["submitOnlineReport", "recordReportBack"]
        ),
        "recordReportBack": .init(
            LetterMutation.own("recordReportBack"),
            breaking: [
                "reportOwed": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query("DELETE FROM letters.report_back WHERE letter_id = \(id)")
                    return LetterMutation.own("recordReportBack")
                }
            ]
        ),
        "extendLetter": .init(
            LetterMutation.own("extendLetter"),
            as: { _ in .president },
            denied: ["approver": .role(.divisionHead)],
            breaking: [
                "notPastDue": changed("due_on = '2018-06-01'", "extendLetter"),
                "notExtended": again("extendLetter", as: .president),
                "extensible": changed("deadline_rule_key = 'letters.forward'", "extendLetter"),
            ]
        ),
        "withdrawExtension": .init(
            LetterMutation.own("withdrawExtension"),
            after: ["extendLetter"],
            as: { _ in .president },
            denied: ["approver": .role(.divisionHead)],
            breaking: [
                "extended": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query("DELETE FROM letters.letter_extension WHERE letter_id = \(id)")
                    return LetterMutation.own("withdrawExtension")
                },
                "notYetDueWithout": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query(
                        "UPDATE letters.letter_extension SET due_before = '2018-06-01' WHERE letter_id = \(id)"
                    )
                    return LetterMutation.own("withdrawExtension")
                },
            ]
        ),
        "pauseLetter": .init(
            LetterMutation.own("pauseLetter"),
            breaking: [
                "pauseLeft": { desk in
                    let (id, head) = (Int64(desk.id) ?? 0, Int64(try await desk.court.staffID(of: .divisionHead)) ?? 0)
                    _ = try await desk.court.query(
                        """
                        INSERT INTO letters.letter_pause (letter_id, court_code, reason, from_on, to_on, approved_by)
                        VALUES (\(id), '晋03', 'PARTY_MATERIAL', '2018-01-01', '2018-06-01', \(head))
                        """
                    )
                    return LetterMutation.own("pauseLetter")
                }
            ]
        ),
    ]

    private static let ending: [String: Step] = [
        "closeLetter in TRANSFERRED": .init(
            LetterEndingTests.receiverReport,
            after: ["submitOnlineReport", "recordOnlineResult", "recordReportBack"],
            breaking: [
                "receiverReported": { _ in [:] },
                "reportAwaited": { _ in ["noReportReason": "受理单位逾期未反馈，已两次函催"] },
            ]
        ),
        "closeLetter in REPORTED": .init(
            breaking: [
                "delivered": { desk in
                    let input = LetterMutation.own("recordReturnedMail")
                    try await desk.must("recordReturnedMail", input, as: .clerk)
                    return [:]
                }
            ]
        ),
        "closeLetter in DUPLICATE": .init(
            breaking: [
                "rootClosed": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query(
                        """
                        UPDATE letters.letter SET state = 'ASSIGNED'
                        WHERE id = (SELECT duplicate_of_id FROM letters.letter WHERE id = \(id))
                        """
                    )
                    return [:]
                }
            ]
        ),
        "reopenLetter": .init(
            LetterMutation.own("reopenLetter"),
            breaking: ["dissatisfied": { _ in ["ground": "DISSATISFIED_NEW_FACTS", "reason": "出现新的事实和证据"] }]
        ),
        "bindLetter": .init(LetterMutation.own("bindLetter")),
        "voidLetter": .init(
            LetterMutation.own("voidLetter"),
            breaking: [
                "noDuplicates": { desk in
                    try await repeated(desk)
                    return LetterMutation.own("voidLetter")
                }
            ]
        ),
        "recordFeedback": .init(
            breaking: [
                "senderKnown": { _ in try await rating("999999") },
                "ratedInTime": { desk in
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query(
                        "UPDATE letters.reply SET sent_on = '2018-05-01' WHERE letter_id = \(id)"
                    )
                    return try await rating(sender(desk))
                },
                "notYetRated": { desk in
                    let input = try await rating(sender(desk))
                    try await desk.must("recordFeedback", input, as: .clerk)
                    return input
                },
            ]
        ) { desk in try await rating(sender(desk)) },
        "linkLetterDossier": .init(
            breaking: [
                "registered": { desk in
                    let input = try await dossier(desk)
                    let id = Int64(desk.id) ?? 0
                    _ = try await desk.court.query("UPDATE letters.letter SET registration_id = NULL WHERE id = \(id)")
                    return input
                }
            ]
        ) { desk in try await dossier(desk) },
    ]

    /// The planned day of a pause comes, and the clock goes back to where other letters are made.
    @Sendable private static func endPause(_ desk: Desk) async throws {
        desk.court.moveClock(to: "2018-08-29")
        try await desk.court.runDue()
        desk.court.moveClock(to: TestCourt.today)
    }

    /// A letter that has ended, as the root of others.
    private static func closedRoot(_ court: TestCourt) async throws -> String {
        let root = try await LetterDesk.transferred(court).id
        _ = try await court.query("UPDATE letters.letter SET state = 'CLOSED' WHERE id = \(Int64(root) ?? 0)")
        return root
    }

    /// Another letter that repeats this one.
    private static func repeated(_ desk: Desk) async throws {
        try await LetterDesk.transferred(desk.court).must(
            "markDuplicate",
            ["duplicateOfId": .string(desk.id)],
            as: .clerk
        )
    }

    /// The level of review that the letter waits for.
    private static func awaited(_ desk: Desk) async throws -> Role {
        let row = try await desk.court.query(
            "SELECT review_level FROM letters.letter WHERE id = \(Int64(desk.id) ?? 0)"
        )[0]
        return Role(rawValue: try row.decode("review_level", as: String?.self) ?? "") ?? .divisionHead
    }

    private static func sender(_ desk: Desk) async throws -> String {
        try await desk.read("senders { id }")[path: "senders.0.id"].text ?? ""
    }

    private static func rating(_ sender: String) async throws -> JSONValue {
        ["senderId": .string(sender), "rating": "SATISFIED", "receivedOn": "2018-06-29", "via": "PHONE"]
    }

    /// An approved dossier about the letter's petitioner.
    private static func dossier(_ desk: Desk) async throws -> JSONValue {
        let id = try await draft(desk.court, of: LetterDesk(desk.court, id: desk.id))
        try await Desk(desk.court, "Dossier", id: id).must(
            "approveDossier",
            ["reviewDueOn": "2019-06-29"],
            as: .divisionHead
        )
        return ["dossierId": .string(id)]
    }

    /// Changes the letter's record, so that the action's own input is refused.
    private static func changed(_ assignment: String, _ action: String) -> @Sendable (Desk) async throws -> JSONValue {
        { desk in
            _ = try await desk.court.query(
                "UPDATE letters.letter SET \(raw: assignment) WHERE id = \(Int64(desk.id) ?? 0)"
            )
            return LetterMutation.own(action)
        }
    }

    /// Does what can be done once.
    private static func again(_ action: String, as role: Role) -> @Sendable (Desk) async throws -> JSONValue {
        { desk in
            try await desk.must(action, LetterMutation.own(action), as: role)
            return LetterMutation.own(action)
        }
    }
}
