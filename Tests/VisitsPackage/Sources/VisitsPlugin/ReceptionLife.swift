import PluginKit
import Postgres

/// The life of a reception day (接访日): its day opens it, and its end leaves absent whoever has not come.
enum ReceptionLife {
    static let workflow = Workflow<ReceptionDayRow>(
        made: [.init("planReceptionDay", in: .planned, by: [.clerk], event: "receptionDay.planned")],
        [
            .follow("beginDay", from: [.planned], to: .open, event: "receptionDay.opened"),
            .take(close, from: [.open], to: .closed, by: [.clerk, .divisionHead]),
        ],
        payload: { ReceptionDayPayload(day: $0) }
    )

    private static let close = Act<ReceptionDayRow>(CloseReceptionDayInput.self, "receptionDay.closed", announced: true)

    static let begins = Timer.due(.dayBegins) { timer, context in
        try await workflow.follow("beginDay", where: "r.id = \(timer.objectID)", context)
    }

    static let ended = Subscriber("visits.markAbsent", to: ["receptionDay.closed"]) { event, context in
        try await AppointmentLife.workflow.follow("missDay", where: "r.day_id = \(event.objectID)", context)
    }
}

extension TimerKind {
    static let dayBegins = TimerKind("visits.dayBegins")
}
