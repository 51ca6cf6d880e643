import CourtCore
import CourtFormats
import PluginKit

extension RegistrationLife {
    /// 告知信访人.
    static let notify = RegistrationAct("registration.notified") { (input: RecordNotificationInput, change) in
        change.row.notifiedOn = input.notifiedOn
        change.row.notifyMethod = input.method
        change.row.notifyText = input.text
    }

    /// 免予告知, with its reason.
    static let exempt = RegistrationAct("registration.noticeExempted") { (input: ExemptNotificationInput, change) in
        change.row.notifyExempt = input.exemption
        try change.keepReason(ExemptNotificationInput.mutation, input.reason)
    }

    /// Once told, exempt or ended, nobody is reminded of it.
    static func noticeConsequences(_ change: inout RegistrationChange) {
        let row = change.row
        guard !row.ofLetter else { return }
        let isEnded = [.closed, .voided, .merged].contains(row.state)
        guard isEnded || row.notifiedOn != nil || row.notifyExempt != nil else { return }
        guard change.before.notifiedOn == nil, change.before.notifyExempt == nil else { return }
        for kind in NoticeTimers.kinds { change.context.unschedule(kind, for: row.id) }
    }
}

extension TimerKind {
    static let noticeHalf = TimerKind("dossiers.noticeHalf")
    static let noticeSoon = TimerKind("dossiers.noticeSoon")
    static let noticeOverdue = TimerKind("dossiers.noticeOverdue")
}

/// What reminds of the notice to a petitioner (告知): at half of its period, three days before its end, and once it has passed.
enum NoticeTimers {
    static let kinds: [TimerKind] = [.noticeHalf, .noticeSoon, .noticeOverdue]

    static let timers: [Timer] = [
        .due(.noticeHalf) { timer, context in try await tell("registration.noticeReminder", timer, context) },
        .due(.noticeSoon) { timer, context in try await tell("registration.noticeReminder", timer, context) },
        .due(.noticeOverdue) { timer, context in try await tell("registration.noticeOverdue", timer, context) },
    ]

    /// Sets the timers of a new registration.
    static func schedule(
        _ registration: Int64,
        court: String,
        from received: CalendarDate,
        to due: CalendarDate,
        by book: DeadlineBook,
        in context: WriteContext
    ) async throws {
        let today = context.clock.today
        let half = try await book.reminders(from: received, to: due, daysBefore: [], after: today).first
        let soon = try await book.reminders(from: received, to: due, atShares: [], after: today).first
        if let half { context.schedule(.noticeHalf, for: registration, court: court, on: half) }
        if let soon { context.schedule(.noticeSoon, for: registration, court: court, on: soon) }
        context.schedule(.noticeOverdue, for: registration, court: court, on: due.adding(days: 1))
    }

    /// Tells of a registration whose petitioner has not been told yet.
    private static func tell(_ event: String, _ timer: DueTimer, _ context: WriteContext) async throws {
        guard let row = try await RegistrationRow.lock(timer.objectID, in: context.transaction),
            row.notifiedOn == nil, row.notifyExempt == nil, ![.closed, .voided, .merged].contains(row.state)
        else { return }
        context.audit(
            AuditEvent(event, objectType: RegistrationRow.typeName, objectID: row.id, courtCode: row.courtCode)
        )
        context.emit(
            OutboxEvent(
                event,
                objectID: row.id,
                courtCode: row.courtCode,
                state: row.state.rawValue,
                sealed: row.sealed
            )
        )
    }
}
