import CourtFormats
import GraphQLLanguage
package import PluginKit
import Postgres

package enum Visits {
    package static func plugin() -> Plugin {
        Plugin(
            name: "visits",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: [
                Permission(
                    "visits.read",
                    [.clerk, .handler, .divisionHead, .vicePresident, .president, .inspector, .upperCourtReader]
                )
            ],
            commands: Making().commands,
            workflows: [ReceptionLife.workflow, AppointmentLife.workflow],
            metrics: [
                Metric(
                    "visits.received",
                    title: "预约接访率",
                    formula: "已接谈预约 ÷ 未取消预约",
                    function: "visits.metric_received"
                )
            ],
            demo: demo,
            subscribers: [ReceptionLife.ended],
            timers: [ReceptionLife.begins]
        )
    }

    private static let demo = [
        DemoStep("a reception day with an appointment", example: "{ appointments { nodes { matter state } } }") {
            court in
            let viewer = try await court.send("{ viewer { id today } }", [:], as: .role(.president))["viewer"]
            guard case .string(let today)? = viewer?["today"] else { return }
            let heldOn = CalendarDate(iso: today)?.adding(days: 3).iso ?? today
            let day = try await court.run(
                "planReceptionDay",
                ["heldOn": .string(heldOn), "receiverId": viewer?["id"] ?? .null, "places": 5],
                selecting: "day { id }",
                as: .role(.clerk)
            )
            try await court.run(
                "bookAppointment",
                ["dayId": day["day"]?["id"] ?? .null, "matter": "反映执行进展"],
                selecting: "appointment { id }",
                as: .role(.clerk)
            )
        }
    ]
}

/// How days and appointments are made.
struct Making: Mutations {
    func planReceptionDay(_ input: PlanReceptionDayInput, _ context: WriteContext) async throws -> ReceptionDayPayload {
        let court = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO visits.reception_day (court_code, held_on, receiver_id, places)
            VALUES (\(court), \(input.heldOn), \(input.receiverId.value), \(Int32(input.places))) RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.schedule(.dayBegins, for: id, court: court, on: input.heldOn)
        ReceptionLife.workflow.made(id, by: "planReceptionDay", court: court, in: context)
        return ReceptionDayPayload(day: id)
    }

    func bookAppointment(_ input: BookAppointmentInput, _ context: WriteContext) async throws -> AppointmentPayload {
        // The lock keeps two clerks from the last place.
        let day = try await ReceptionDayRow.lock(input.dayId.value, in: context.transaction)
        let taken = try await context.transaction.queryOne(
            "SELECT count(*) AS taken FROM visits.appointment WHERE day_id = \(input.dayId.value) AND state <> 'CANCELLED'"
        )
        guard let day, day.state == .planned, try taken?.decode("taken", as: Int64.self) ?? 0 < Int64(day.places) else {
            throw DomainError.unmet("placeFree", "接访日已无名额")
        }
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO visits.appointment (court_code, day_id, matter)
            VALUES (\(context.principal.courtCode), \(input.dayId.value), \(input.matter)) RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        if let dossier = input.dossierId.value {
            try await context.transaction.execute(
                "UPDATE visits.appointment SET dossier_id = \(dossier.value) WHERE id = \(id)"
            )
        }
        AppointmentLife.workflow.made(id, by: "bookAppointment", court: context.principal.courtCode, in: context)
        return AppointmentPayload(appointment: id)
    }
}
