import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What is done with a linkage event.
enum LinkageActs {
    static let add = Act<LinkageEventRow>("linkageEvent.participantAdded") {
        (input: AddLinkageParticipantInput, change) in
        let members = try await LinkageMember.all(
            [(input.participant, InputPath(["input", "participant"]))],
            since: change.before.occurredOn,
            court: change.before.courtCode,
            in: change.context.transaction
        )
        for member in members {
            change.write("participants", member.insertion(into: change.before.id, court: change.before.courtCode))
        }
    }

    /// Once: a day on record is not moved, since it says whether a report was late.
    static let inform = Act<LinkageEventRow>("linkageEvent.informed") { (input: RecordInformedInput, change) in
        let participant = try await change.context.transaction.queryOne(
            """
            SELECT informed_on FROM coordination.linkage_participant
            WHERE id = \(input.participantId.value) AND linkage_event_id = \(change.before.id) FOR UPDATE
            """
        )
        guard let participant else { throw DomainError.absent("participantId") }
        guard try participant.decode("informed_on", as: CalendarDate?.self) == nil else {
            throw DomainError.unmet("notYetInformed", "该单位已记明告知日期")
        }
        change.write(
            "participants",
            "UPDATE coordination.linkage_participant SET informed_on = \(input.informedOn) WHERE id = \(input.participantId.value)"
        )
    }

    static let report = Act<LinkageEventRow>("linkageEvent.reported", announced: true) {
        (input: ReportLinkageEventInput, change) in
        switch try CourtCode(parsing: input.toCourtCode).level {
        case .intermediate: change.row.intermediateCourtCode = input.toCourtCode
        case .high: change.row.highCourtCode = input.toCourtCode
        case .supreme: change.row.supremeCourtCode = input.toCourtCode
        case .basic: throw DomainError.unmet("courtAbove", "上报对象须为本院的上级法院")
        }
    }

    static let raise = Act<LinkageEventRow>("linkageEvent.raised", announced: true) {
        (input: RaiseLinkageSeverityInput, change) in
        change.row.severity = input.severity
        change.row.raiseReason = input.reason
        guard change.before.reportDueOn == nil else { return }
        // The time to report runs from the day on which its weight was seen.
        let court = change.before.courtCode
        let due = try await LinkageDeadline.due(from: change.today, court: court, in: change.context.transaction)
        change.row.reportDueOn = due
        change.context.schedule(.linkageReportDue, for: change.before.id, court: court, on: due.adding(days: 1))
    }

    static let handle = Act<LinkageEventRow>("linkageEvent.handled", announced: true) {
        (input: HandleLinkageEventInput, change) in
        change.row.handling = input.handling
    }

    static let close = Act<LinkageEventRow>("linkageEvent.closed", announced: true) {
        (input: CloseLinkageEventInput, change) in
        change.row.lateReason = input.lateReason.value
        change.row.closedOn = change.today
        change.context.unschedule(.linkageReportDue, for: change.before.id)
    }

    static let disclose = Act<LinkageEventRow>("linkageEvent.disclosed") {
        (input: DiscloseToOrganizationInput, change) in
        let disclosure = Disclosure(
            recipient: input.recipientId.value,
            purpose: input.purpose,
            legalBasis: input.legalBasis,
            fields: input.fields.map(\.fieldName),
            objectType: "LinkageEvent",
            objectID: change.before.id,
            courtCode: change.before.courtCode,
            approver: input.approverId.value
        )
        _ = try await Disclosures.record(disclosure, in: change.context)
        change.touch("disclosures")
    }
}

extension LinkageField {
    /// The field as the API names it.
    fileprivate var fieldName: String {
        switch self {
        case .eventNo: "eventNo"
        case .severity: "severity"
        case .title: "title"
        case .occurredOn: "occurredOn"
        case .summary: "summary"
        case .handling: "handling"
        }
    }
}
