import PluginKit
import Postgres

/// The life of a notice's template (文书模板): drafted, published when it is sound, retired by its successor or by hand.
enum NoticeTemplateLife {
    static let workflow: Workflow<NoticeTemplateRow> = Workflow(
        made: [
            .init("draftNoticeTemplate", in: .draft, by: [.clerk, .divisionHead], event: "noticeTemplate.drafted")
        ],
        [
            .stay(amend, in: [.draft], by: [.clerk, .divisionHead]),
            .take(publish, from: [.draft], to: .inForce, by: [.divisionHead, .president]),
            .take(retire, from: [.draft, .inForce], to: .retired, by: [.divisionHead, .president]),
            .follow("supersede", from: [.inForce], to: .retired, event: "noticeTemplate.superseded"),
        ],
        payload: { NoticeTemplatePayload(template: $0) }
    )

    private static let amend = Act<NoticeTemplateRow>("noticeTemplate.amended") {
        (input: AmendNoticeTemplateInput, change) in
        change.row.title = input.title
        change.row.body = input.body
    }

    /// 发布: what is wrong with it is said with its line, all of it; the edition in force before is retired first.
    private static let publish = Act<NoticeTemplateRow>("noticeTemplate.published") {
        (_: PublishNoticeTemplateInput, change) in
        try NoticeText.requireSound(change.before.body)
        let row = change.before
        try await workflow.follow(
            "supersede",
            where: "r.court_code = \(row.courtCode) AND r.kind = \(row.kind) AND r.state = 'IN_FORCE'",
            change.context
        ) { $0.row.retiredOn = $0.today }
        change.row.publishedByID = try change.staff
        change.row.publishedOn = change.today
    }

    private static let retire = Act<NoticeTemplateRow>("noticeTemplate.retired") {
        (_: RetireNoticeTemplateInput, change) in
        change.row.retiredOn = change.today
    }
}

extension LetterCommands {
    /// 拟制模板: the next edition of its kind in the court.
    func draftNoticeTemplate(
        _ input: DraftNoticeTemplateInput,
        _ context: WriteContext
    ) async throws -> NoticeTemplatePayload {
        let court = context.principal.courtCode
        let staff = try context.staff
        // One after the other, so that each has an edition of its own. 6e74 is "nt" for notice template.
        _ = try await context.transaction.query("SELECT pg_advisory_xact_lock(28276, hashtext(\(court)))")
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO letters.notice_template (court_code, kind, edition, title, body, drafted_by, updated_at)
            SELECT \(court), \(input.kind), coalesce(max(t.edition), 0) + 1, \(input.title), \(input.body), \(staff), \(context.clock.now)
            FROM letters.notice_template t WHERE t.court_code = \(court) AND t.kind = \(input.kind)
            RETURNING id
            """
        )
        guard let id = try row?.decode("id", as: Int64.self) else { throw DomainError(.inputInvalid, "输入不完整") }
        NoticeTemplateLife.workflow.made(id, by: "draftNoticeTemplate", court: court, in: context)
        return NoticeTemplatePayload(template: id)
    }
}
