import PluginKit
import Postgres

/// The life of an appointment (接访预约).
enum AppointmentLife {
    static let workflow = Workflow<AppointmentRow>(
        made: [.init("bookAppointment", in: .booked, by: [.clerk], event: "appointment.booked")],
        [
            .take(arrive, from: [.booked], to: .arrived, by: [.clerk], when: [dayOpen]),
            .take(receive, from: [.arrived], to: .received, by: leaders, as: [receiver]),
            .take(cancel, from: [.booked], to: .cancelled, by: [.clerk]),
            .follow("missDay", from: [.booked], to: .absent, event: "appointment.missed"),
        ],
        payload: { AppointmentPayload(appointment: $0) }
    )

    private static let leaders: Set<Role> = [.divisionHead, .vicePresident, .president]

    private static let arrive = Act<AppointmentRow>(RecordArrivalInput.self, "appointment.arrived")

    private static let receive = Act<AppointmentRow>("appointment.received", announced: true) {
        (input: RecordReceptionInput, change) in
        change.insert(
            "record",
            into: "visits.reception_record",
            "summary, recorded_by",
            "\(input.summary), \(try change.staff)"
        )
    }

    private static let cancel = Act<AppointmentRow>("appointment.cancelled") { (_: CancelAppointmentInput, change) in
        change.touch("reason")
    }

    private static let dayOpen = Guard<AppointmentRow>(
        "dayOpen",
        "不在接访时间",
        sql: "EXISTS (SELECT FROM visits.reception_day d WHERE d.id = r.day_id AND d.state = 'OPEN')"
    )

    private static let receiver = Relation<AppointmentRow>("receiver", "当日接访领导", [dayReceiver]) { subject in
        try subject.facts(dayReceiver) == subject.principal.staffID ? nil : .forbidden
    }

    private static let dayReceiver = Fact<Int64>(
        "day_receiver",
        "SELECT d.receiver_id FROM visits.reception_day d WHERE d.id = r.day_id"
    )
}
