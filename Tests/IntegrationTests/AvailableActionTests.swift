import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// What is offered against what can be done: every mutation, tried by every role on letters in every state.
@Suite("Available actions are those that can be done")
struct AvailableActionTests {
    static let roles: [Role] = [
        .clerk, .handler, .divisionHead, .vicePresident, .president, .inspector, .archivist, .dpo,
    ]

    /// States in which the letter of the first item is put, with what hangs on it there.
    static let states = [
        "REGISTERED", "CLASSIFIED", "OBJECTED", "RETURNED_TO_SENDER", "TRANSFERRED", "DUPLICATE", "ASSIGNED",
        "HANDLING",
        "PAUSED", "IN_REVIEW", "APPROVED", "REPLIED", "REPORTED", "CLOSED", "BOUND", "ARCHIVED", "VOIDED",
    ]

    @Test("In every state, for every role, before and after the due date", arguments: ["2018-04-20", "2018-06-29"])
    func everyState(today: String) async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: today) { court in
            var done: Set<String> = []
            var people = try await Self.people(court)
            people.today = today
            let mutations = try await PostTests.letterMutations(court)
            for state in Self.states {
                for variant in 0..<3 {
                    people.state = state
                    try await Self.put(court, into: state, variant: variant, people)
                    for role in Self.roles {
                        let desk = try await LetterDesk(court, item: 1)
                        let read = await court.send(
                            "query($id: ID!) { letter(id: $id) { availableActions } }",
                            ["id": .string(desk.id)],
                            as: role
                        )
                        // A handler who may not see it is offered nothing.
                        let offered = Set(read[path: "data.letter.availableActions"].items.compactMap(\.text))
                        var version = try await desk.version
                        for mutation in mutations {
                            let answer = await court.send(
                                LetterMutation.document(mutation),
                                ["input": LetterMutation.input(mutation, letter: desk.id, version: version, people)],
                                as: role
                            )
                            #expect(
                                answer["errors"] == nil ? offered.contains(mutation) : !offered.contains(mutation),
                                "\(state) \(variant) \(role) \(mutation): offered \(offered.sorted()), \(answer)"
                            )
                            guard answer["errors"] == nil else { continue }
                            done.insert(mutation)
                            try await Self.expectAudit(court, of: mutation, desk)
                            try await Self.put(court, into: state, variant: variant, people)
                            version = try await desk.version
                        }
                    }
                }
            }
            // Past the due date and the days for objections some cannot be done at all.
            let late: Set<String> = today == "2018-06-29" ? ["extendLetter", "pauseLetter", "withdrawExtension"] : []
            #expect(Set(mutations).subtracting(done) == late)
        }
    }

    /// The change left an audit event of the caller with names of fields and nothing of what was written.
    private static func expectAudit(_ court: TestCourt, of mutation: String, _ desk: LetterDesk) async throws {
        let event = try #require(
            try await court.database.query(
                """
                SELECT action, staff_id IS NOT NULL AS is_named, changed_fields FROM host.audit_event
                WHERE object_type = 'Letter' AND object_id = \(Int64(desk.id)) ORDER BY id DESC LIMIT 1
                """
            ).first,
            "\(mutation)"
        )
        #expect(try event.decode("action", as: String.self).hasPrefix("letter."), "\(mutation)")
        #expect(try event.decode("is_named", as: Bool.self), "\(mutation)")
        for field in try event.decode("changed_fields", as: [String].self) {
            #expect(field.allSatisfy { $0.isASCII && $0.isLetter }, "\(mutation): \(field)")
        }
    }

    private static func people(_ court: TestCourt) async throws -> LetterMutation.People {
        var people = LetterMutation.People()
        people.handler = try await court.staffID("晋03-04")
        people.root = try await LetterDesk(court, item: 2).id
        let letter = try await LetterDesk(court, item: 1)
        people.sender = await letter.read("senders { id }")[path: "senders.0.id"].text ?? ""
        people.dossier = try await DossierDesk.draft(court)
        let approved = await court.send(
            DossierDesk.approve,
            ["input": DossierDesk.approval(people.dossier, reviewDueOn: "2018-12-31")],
            as: .divisionHead
        )
        #expect(approved["errors"] == nil, "\(approved)")
        return people
    }

    /// Puts the letter into a state as if it had come there; variants differ in what is on record.
    private static func put(
        _ court: TestCourt,
        into state: String,
        variant: Int,
        _ people: LetterMutation.People
    ) async throws {
        let handler = Int64(people.handler) ?? 0
        let root = Int64(people.root) ?? 0
        let letter = Int64(try await LetterDesk(court, item: 1).id) ?? 0
        let isAnswered = ["REPLIED", "REPORTED", "CLOSED", "BOUND", "ARCHIVED"].contains(state)
        let isDrafted = ["HANDLING", "PAUSED", "IN_REVIEW", "APPROVED"].contains(state) && variant == 0
        let hasAssignee = isAnswered || ["ASSIGNED", "HANDLING", "PAUSED", "IN_REVIEW", "APPROVED"].contains(state)
        for table in [
            "endorsement", "letter_pause", "letter_extension", "review_step", "claim_reply", "reply", "former_reply",
            "letter_decision", "online_report", "online_submission", "endorsement_record", "reply_draft", "delivery",
            "letter_amendment", "feedback", "volume_entry", "volume", "letter_transfer",
            "routing_objection",
        ] {
            try await court.database.execute("DELETE FROM letters.\(raw: table) WHERE letter_id = \(letter)")
        }
        try await court.database.execute(
            """
            UPDATE letters.letter SET state = \(state), version = version + 1, due_on = '2018-04-30', matter_class = 'APPEAL_CLAIM',
                classified_at = CASE WHEN \(state) = 'REGISTERED' THEN NULL ELSE now() END,
                received_on = CASE WHEN \(variant == 0) THEN date '2018-03-01' ELSE \(people.today)::text::date END,
                assignee_id = CASE WHEN \(hasAssignee) THEN \(handler) END, assigned_at = NULL,
                duplicate_of_id = CASE WHEN \(state) = 'DUPLICATE' THEN \(root) END,
                duplicate_basis = CASE WHEN \(state) = 'DUPLICATE' THEN 'MANUAL' END,
                duplicate_decided_by = NULL, duplicate_decided_at = NULL, dossier_id = NULL,
                review_level = CASE WHEN \(state) = 'IN_REVIEW' THEN 'DIVISION_HEAD' END, review_round = 1,
                approved_on = CASE WHEN \(isAnswered) OR \(state) = 'APPROVED' THEN date '2018-04-20' END,
                replied_on = CASE WHEN \(isAnswered) THEN date '2018-04-20' END, closed_on = NULL, void_reason = NULL
            WHERE id = \(letter)
            """
        )
        try await court.database.execute(
            "UPDATE letters.report_back SET sent_on = NULL, doc_ref = NULL WHERE letter_id = \(letter)"
        )
        try await court.database.execute(
            """
            UPDATE letters.letter SET state = CASE WHEN \(variant == 0) THEN 'CLOSED' ELSE 'ASSIGNED' END, duplicate_of_id = NULL,
                duplicate_basis = NULL
            WHERE id = \(root)
            """
        )
        if isAnswered || isDrafted {
            try await court.database.execute(
                """
                INSERT INTO letters.reply (letter_id, court_code, text, remedies_told, author_id, sent_on, method)
                VALUES (\(letter), '晋03', '答复', '救济', \(handler), CASE WHEN \(isAnswered) THEN date '2018-04-20' END,
                    CASE WHEN \(isAnswered) THEN 'POST' END)
                """
            )
            try await court.database.execute(
                """
                INSERT INTO letters.claim_reply (letter_id, claim_seq, court_code, claim, outcome, reason, legal_basis)
                VALUES (\(letter), 1, '晋03', '督促执行', 'EXPLAINED', '已督促', '《民事诉讼法》')
                """
            )
        }
        if isAnswered {
            try await court.database.execute(
                """
                INSERT INTO letters.delivery (letter_id, court_code, sent_on, method, returned_on, return_reason)
                VALUES (\(letter), '晋03', '2018-04-20', 'POST', CASE WHEN \(variant == 1) THEN date '2018-04-20' END,
                    CASE WHEN \(variant == 1) THEN '查无此人' END)
                """
            )
        }
        try await putBeside(court, letter, state: state, variant: variant, handler: handler, people)
    }

    private static func putBeside(
        _ court: TestCourt,
        _ letter: Int64,
        state: String,
        variant: Int,
        handler: Int64,
        _ people: LetterMutation.People
    ) async throws {
        if ["OBJECTED", "RETURNED_TO_SENDER"].contains(state) {
            try await court.database.execute(
                """
                INSERT INTO letters.routing_objection (letter_id, court_code, reason, objected_on, decided_on)
                VALUES (\(letter), '晋03', '不属本院管辖', '2018-03-02', '2018-03-05')
                """
            )
        }
        if state == "TRANSFERRED" {
            try await court.database.execute(
                """
                INSERT INTO letters.letter_transfer (letter_id, court_code, target, to_org, transferred_on)
                VALUES (\(letter), '晋03', 'OTHER_BODY', '市信访局', '2018-03-05')
                """
            )
        }
        if variant == 1 {
            try await court.database.execute(
                """
                INSERT INTO letters.letter_extension (letter_id, court_code, days, reason, approved_by, extended_on, due_before)
                VALUES (\(letter), '晋03', 5, '案情复杂', \(handler), '2018-04-10', '2018-04-25')
                """
            )
        }
        if state == "PAUSED" {
            try await court.database.execute(
                """
                INSERT INTO letters.letter_pause (letter_id, court_code, reason, from_on, approved_by)
                VALUES (\(letter), '晋03', 'PARTY_MATERIAL', '2018-04-10', \(handler))
                """
            )
        }
        if state == "APPROVED" {
            try await court.database.execute(
                """
                INSERT INTO letters.review_step (letter_id, court_code, level, reviewer_id, decision, round)
                VALUES (\(letter), '晋03', 'DIVISION_HEAD', (SELECT id FROM core.staff WHERE no = '晋03-03'), 'APPROVED', 1)
                """
            )
        }
        // Reported in one variant, waiting for its result in the next, not yet reported in the last.
        let result = variant == 0 ? "ACCEPTED" : "PENDING"
        if variant < 2, ["REPLIED", "DUPLICATE", "TRANSFERRED", "RETURNED_TO_SENDER"].contains(state) {
            try await court.database.execute(
                """
                INSERT INTO letters.online_report (letter_id, court_code, platform, submitted_at, external_ref, result)
                VALUES (\(letter), '晋03', '全省信访系统', now(), 'W1', \(result))
                """
            )
            if variant == 0 {
                try await court.database.execute(
                    "UPDATE letters.report_back SET sent_on = '2018-04-20', doc_ref = '1' WHERE letter_id = \(letter)"
                )
            }
        }
        if state == "REPORTED", variant == 1 {
            try await court.database.execute(
                """
                INSERT INTO letters.feedback (letter_id, court_code, sender_id, rating, liked, received_on, via, reply_sent_on)
                VALUES (\(letter), '晋03', \(Int64(people.sender)), 'SATISFIED', false, '2018-04-20', 'PHONE', '2018-04-20')
                """
            )
        }
        if state == "BOUND" {
            try await court.database.execute(
                """
                INSERT INTO letters.volume (letter_id, court_code, page_count, bound_on, bound_by, retention_class)
                VALUES (\(letter), '晋03', 1, '2018-04-20', \(handler), 'SHORT_30Y')
                """
            )
        }
    }
}
