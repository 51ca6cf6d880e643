import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension RiskNoticeLife {
    /// 失效: on its day a notice that is still open ends by itself.
    static let expires = Timer.due(.riskNoticeExpires) { timer, context in
        try await workflow.follow(
            expire,
            where: "r.id = \(timer.objectID) AND r.expires_on <= \(context.clock.today)",
            context
        )
        context.unschedule(.riskNoticeAckMissed, for: timer.objectID)
    }

    /// 逾期未签收: told once; the notice stands as it is.
    static let ackMissed = Timer.due(.riskNoticeAckMissed) { timer, context in
        let row = try await context.transaction.queryOne(
            """
            SELECT sealed FROM dossiers.risk_notice
            WHERE id = \(timer.objectID) AND state = 'ISSUED' AND ack_due_on < \(context.clock.today)
            """
        )
        guard let row else { return }
        context.audit(
            AuditEvent(
                "riskNotice.ackOverdue",
                objectType: "RiskNotice",
                objectID: timer.objectID,
                courtCode: timer.courtCode
            )
        )
        context.emit(
            OutboxEvent(
                "riskNotice.ackOverdue",
                objectID: timer.objectID,
                courtCode: timer.courtCode,
                state: RiskNoticeState.issued.rawValue,
                sealed: try row.decode("sealed")
            )
        )
    }
}

extension TimerKind {
    static let riskNoticeExpires = TimerKind("dossiers.riskNoticeExpires")
    static let riskNoticeAckMissed = TimerKind("dossiers.riskNoticeAckMissed")
}
