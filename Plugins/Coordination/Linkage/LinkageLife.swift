import PluginKit
import Postgres

/// The life of a linkage event (联动事件).
///
/// What each act decides stands in `LinkageActs`, what must hold in `LinkageGuards`.
enum LinkageLife {
    static let workflow = Workflow<LinkageEventRow>(
        made: [.init("registerLinkageEvent", in: .open, by: clerks, event: "linkageEvent.registered")],
        [
            .stay(LinkageActs.add, in: [.open, .handled], by: clerks),
            .stay(LinkageActs.inform, in: [.open, .handled], by: clerks),
            .stay(
                LinkageActs.report,
                in: [.open, .handled],
                by: UpperReportLife.heads,
                when: [LinkageGuards.courtAbove]
            ),
            .stay(
                LinkageActs.disclose,
                in: [.open, .handled],
                by: clerks,
                when: [LinkageGuards.recipientTakesPart]
            ),
            .stay(LinkageActs.raise, in: [.open], by: clerks, when: [LinkageGuards.raised]),
            .take(LinkageActs.handle, from: [.open], to: .handled, by: clerks),
            .take(
                LinkageActs.close,
                from: [.handled],
                to: .closed,
                by: UpperReportLife.heads,
                when: [LinkageGuards.partyTold, LinkageGuards.officeTold, LinkageGuards.lateExplained]
            ),
            .follow(
                "noteReportOverdue",
                from: [.open, .handled],
                to: nil,
                event: "linkageEvent.reportOverdue",
                when: [LinkageGuards.untold]
            ),
        ],
        payload: { LinkageEventPayload(event: $0) }
    )

    /// The day after the one on which a major event had to be reported.
    static let reportDue = Timer.due(.linkageReportDue) { timer, context in
        try await workflow.follow("noteReportOverdue", where: "r.id = \(timer.objectID)", context) { change in
            change.row.isReportOverdue = true
            change.context.emit(
                OutboxEvent(
                    "linkageEvent.reportOverdue",
                    objectID: change.before.id,
                    courtCode: change.before.courtCode,
                    state: change.row.state.rawValue,
                    sealed: false
                )
            )
        }
    }

    static let clerks: Set<Role> = [.clerk, .divisionHead]
}

extension TimerKind {
    static let linkageReportDue = TimerKind("coordination.linkageReportDue")
}
