import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The life of a risk notice (书面风险提示): drafted and issued by two persons, acknowledged and answered by the division it is
/// addressed to, ended by its court or by its day.
enum RiskNoticeLife {
    static let workflow: Workflow<RiskNoticeRow> = Workflow(
        made: [.init("draftRiskNotice", in: .draft, by: [.handler, .clerk], event: "riskNotice.drafted")],
        [
            .take(issue, from: [.draft], to: .issued, by: [.divisionHead], when: [otherApprover]),
            .take(
                acknowledge,
                from: [.issued],
                to: .acknowledged,
                by: targetHeads,
                as: [targetHead],
                in: { $0.shownCourtCode ?? $0.courtCode }
            ),
            .take(
                respond,
                from: [.acknowledged],
                to: .responded,
                by: targetHeads,
                as: [targetHead],
                in: { $0.shownCourtCode ?? $0.courtCode }
            ),
            .take(close, from: [.responded], to: .closed, by: [.divisionHead]),
            .take(withdraw, from: [.draft, .issued], to: .withdrawn, by: [.divisionHead]),
            .follow(expire, from: [.issued, .acknowledged, .responded], to: .expired, event: "riskNotice.expired"),
        ],
        payload: { RiskNoticePayload(riskNotice: $0) }
    )

    static let expire = "expireRiskNotice"

    private static let targetHeads: Set<Role> = [.divisionHead, .trialStaff]

    private static let otherApprover = Guard<RiskNoticeRow>("otherApprover", "签发人不得为拟稿人") {
        !$0.principal.acts(as: $0.row.draftedByID)
    }

    private static let targetHead = Relation<RiskNoticeRow>("targetHead", "被提示部门人员") { subject in
        let department: Int64? = subject.row.shownDepartmentID
        return department.map(subject.principal.departmentsActedIn.contains) == true ? nil : .forbidden
    }

    /// 签收.
    private static let acknowledge = Act<RiskNoticeRow>("riskNotice.acknowledged", announced: true) {
        (_: AckRiskNoticeInput, change) in
        change.row.acknowledgedByID = try change.staff
        change.row.acknowledgedAt = change.now
        change.row.acknowledgedOn = change.today
        change.context.unschedule(.riskNoticeAckMissed, for: change.before.id)
    }

    /// 填报落实措施.
    private static let respond = Act<RiskNoticeRow>("riskNotice.responded", announced: true) {
        (input: RespondRiskNoticeInput, change) in
        change.row.measures = input.measures
    }

    /// 办结.
    private static let close = Act<RiskNoticeRow>("riskNotice.closed", announced: true) {
        (_: CloseRiskNoticeInput, change) in
        change.context.unschedule(.riskNoticeExpires, for: change.before.id)
    }

    /// 撤回, of a draft too, which else would stay open for ever.
    private static let withdraw = Act<RiskNoticeRow>("riskNotice.withdrawn", announced: true) {
        (input: WithdrawRiskNoticeInput, change) in
        change.row.withdrawnReason = input.reason
        change.context.unschedule(.riskNoticeAckMissed, for: change.before.id)
        change.context.unschedule(.riskNoticeExpires, for: change.before.id)
    }
}
