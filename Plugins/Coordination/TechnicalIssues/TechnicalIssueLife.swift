import PluginKit
import Postgres

/// The life of a technical issue (技术问题): answered at its own court, or at the High Court that it was escalated to.
enum TechnicalIssueLife {
    static let workflow = Workflow<TechnicalIssueRow>(
        made: [.init("reportTechnicalIssue", in: .open, by: reporters, event: "technicalIssue.reported")],
        [
            .take(escalate, from: [.open], to: .escalated, by: [.clerk, .divisionHead], when: [hasHighCourt]),
            .take(answer, from: [.open], to: .answered, by: answerers),
            .take(answer, from: [.escalated], to: .answered, by: answerers, in: { $0.highCourtCode }),
            .take(reopen, from: [.answered], to: .escalated, by: reporters, when: [wasEscalated]),
            .take(reopen, from: [.answered], to: .open, by: reporters),
            .take(close, from: [.answered], to: .closed, by: [.clerk, .divisionHead, .admin]),
        ],
        payload: { TechnicalIssuePayload(issue: $0) }
    )

    static let answerers: Set<Role> = [.clerk, .admin]
    static let reporters: Set<Role> = Coordination.posts.union([.admin])

    private static let escalate = Act<TechnicalIssueRow>(
        "technicalIssue.escalated",
        announced: true,
        reads: [highCourt]
    ) { (_: EscalateToHighInput, change) in
        change.row.highCourtCode = try change.facts(highCourt)
    }

    private static let answer = Act<TechnicalIssueRow>("technicalIssue.answered", announced: true) {
        (input: AnswerTechnicalIssueInput, change) in
        change.row.answer = input.answer
        change.row.answeredByID = try change.staff
        change.row.answeredOn = change.today
    }

    private static let reopen = Act<TechnicalIssueRow>("technicalIssue.reopened") {
        (input: ReopenTechnicalIssueInput, change) in
        change.insert(
            "reason",
            into: "coordination.technical_issue_remark",
            "text, made_by",
            "\(input.reason), \(try change.staff)"
        )
    }

    private static let close = Act(CloseTechnicalIssueInput.self, "technicalIssue.closed") as Act<TechnicalIssueRow>

    private static let highCourt = Fact<String?>("high_court", "coordination.court_above(r.court_code, 'HIGH')")

    private static let hasHighCourt = Guard<TechnicalIssueRow>("hasHighCourt", "本院之上没有高级人民法院", highCourt) {
        $0 != nil
    }

    private static let wasEscalated = Guard<TechnicalIssueRow>("wasEscalated", "未报高级人民法院", on: .branch) {
        $0.row.highCourtCode != nil
    }
}
