import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension CoordinationCommands {
    func registerLinkageEvent(_ input: RegisterLinkageEventInput, _ context: WriteContext) async throws
        -> LinkageEventPayload
    {
        let registrar = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        let transaction = context.transaction
        let members = try await LinkageMember.all(
            input.participants.enumerated().map { place, participant in
                (participant, InputPath(["input", "participants", String(place)]))
            },
            since: input.occurredOn,
            court: court.text,
            in: transaction
        )
        let due =
            input.severity == .ordinary
            ? nil : try await LinkageDeadline.due(from: input.occurredOn, court: court.text, in: transaction)
        let number = try await NumberCounter.next("联", court: court, year: context.clock.today.year, in: transaction)
        let row = try await transaction.queryOne(
            """
            INSERT INTO coordination.linkage_event (court_code, event_no, severity, direction, title, summary, occurred_on,
                report_due_on, registered_by)
            VALUES (\(court.text), \(number), \(input.severity.rawValue), \(input.direction.rawValue), \(input.title),
                \(input.summary), \(input.occurredOn), \(due), \(registrar))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.write(members.map { $0.insertion(into: id, court: court.text) })
        context.write(links(input, of: id))
        if let due { context.schedule(.linkageReportDue, for: id, court: court.text, on: due.adding(days: 1)) }
        LinkageLife.workflow.made(id, by: "registerLinkageEvent", court: court.text, in: context)
        return LinkageEventPayload(event: id)
    }

    /// What it is about; the columns are there where the other plugins are on.
    private func links(_ input: RegisterLinkageEventInput, of event: Int64) -> [SQL] {
        var assignments: [SQL] = []
        if let dossier = input.dossierId.value { assignments.append("dossier_id = \(dossier.value)") }
        if let registration = input.registrationId.value {
            assignments.append("registration_id = \(registration.value)")
        }
        if let letter = input.letterId.value { assignments.append("letter_id = \(letter.value)") }
        guard !assignments.isEmpty else { return [] }
        return [
            "UPDATE coordination.linkage_event SET \(SQL(joining: assignments, separator: ", ")) WHERE id = \(event)"
        ]
    }
}
