import CourtFormats
import PluginKit
import Postgres

/// The yearly review of a dossier (复核): its day, and who is told of it when.
enum DossierReview {
    /// From this day on a dossier can be reviewed; whoever must is told.
    static func nearDay(of due: CalendarDate) -> CalendarDate { due.adding(days: -30) }

    /// Sets both timers, or moves them.
    static func schedule(_ due: CalendarDate, of dossier: DossierRow, in context: WriteContext) {
        context.schedule(.reviewNear, for: dossier.id, court: dossier.courtCode, on: nearDay(of: due))
        context.schedule(.reviewDue, for: dossier.id, court: dossier.courtCode, on: due)
    }

    static func unschedule(_ dossier: DossierRow, in context: WriteContext) {
        context.unschedule(.reviewNear, for: dossier.id)
        context.unschedule(.reviewDue, for: dossier.id)
    }

    static let near = Timer.due(.reviewNear) { timer, context in
        try await remind(timer, "dossier.reviewNear", context)
    }
    static let due = Timer.due(.reviewDue) { timer, context in
        try await remind(timer, "dossier.reviewDue", context)
    }

    /// Tells of a dossier that is still open; the row itself stays as it is, so that nobody's version is outdated.
    private static func remind(_ timer: DueTimer, _ event: String, _ context: WriteContext) async throws {
        let row = try await context.transaction.queryOne(
            "SELECT court_code, sealed FROM dossiers.dossier WHERE id = \(timer.objectID) AND status = 'ACTIVE' FOR UPDATE"
        )
        guard let row else { return }
        let court = try row.decode("court_code", as: String.self)
        let isSealed = try row.decode("sealed", as: Bool.self)
        context.audit(AuditEvent(event, objectType: "Dossier", objectID: timer.objectID, courtCode: court))
        context.emit(
            OutboxEvent(event, objectID: timer.objectID, courtCode: court, state: "ACTIVE", sealed: isSealed)
        )
    }
}

extension TimerKind {
    static let reviewNear = TimerKind("dossiers.reviewNear")
    static let reviewDue = TimerKind("dossiers.reviewDue")
}

extension DossierLife {
    /// 批准建档, with the day on which the dossier is reviewed, at most twelve months ahead.
    static let approve = DossierAct("dossier.opened", announced: true) { (input: ApproveDossierInput, change) in
        change.row.openedOn = change.today
        change.row.openApprovedByID = try change.staff
        change.row.reviewDueOn = input.reviewDueOn
        DossierReview.schedule(input.reviewDueOn, of: change.before, in: change.context)
    }

    /// 复核: the dossier is kept.
    static let review = DossierAct("dossier.reviewed") { (input: ReviewDossierInput, change) in
        change.row.reviewDueOn = input.reviewDueOn
        change.decide(.reviewed, input.reason, nextReview: input.reviewDueOn)
        DossierReview.schedule(input.reviewDueOn, of: change.before, in: change.context)
    }
}
