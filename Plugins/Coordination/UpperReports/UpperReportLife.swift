import PluginKit
import Postgres

/// The life of a report to a court above (上报): sent by the court below, received or returned by the court above.
enum UpperReportLife {
    static let workflow = Workflow<UpperReportRow>(
        made: [.init("draftUpperReport", in: .draft, by: drafters, event: "upperReport.drafted")],
        [
            .stay(revise, in: [.draft, .returned], by: drafters),
            .take(send, from: [.draft, .returned], to: .sent, by: heads, when: [documentAttached]),
            .take(acknowledge, from: [.sent], to: .received, by: drafters, in: { $0.receivingCourtCode }),
            .take(giveBack, from: [.sent], to: .returned, by: drafters, in: { $0.receivingCourtCode }),
        ],
        payload: { UpperReportPayload(report: $0) }
    )

    /// Its document is attached by its own court, while it is not with the court above.
    static let materials = MaterialOwner(
        type: "UpperReport",
        attach: "coordination.attachReport",
        read: "coordination.upperReports",
        crossesCourts: true,
        maximumCount: 50
    ) { object, _, context in
        guard object.courtCode == context.principal.courtCode else { throw DomainError.forbidden }
        let row = try await UpperReportRow.lock(object.id, in: context.transaction)
        guard let row, row.state == .draft || row.state == .returned else {
            throw DomainError.unmet("notSent", "已上报的报告不得再加材料")
        }
    }

    static let drafters: Set<Role> = [.clerk, .divisionHead]
    static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]

    private static let revise = Act<UpperReportRow>("upperReport.revised") { (input: ReviseUpperReportInput, change) in
        change.row.subject = input.subject
        change.row.summary = input.summary
    }

    private static let send = Act<UpperReportRow>("upperReport.sent", announced: true) {
        (_: SendUpperReportInput, change) in
        change.row.receivingCourtCode = change.before.toCourtCode
        change.row.sentOn = change.today
        change.row.sentByID = try change.staff
    }

    private static let acknowledge = Act<UpperReportRow>("upperReport.received", announced: true) {
        (_: AcknowledgeUpperReportInput, change) in
        change.row.receivedOn = change.today
        change.row.receivedByID = try change.staff
    }

    private static let giveBack = Act<UpperReportRow>("upperReport.returned", announced: true) {
        (input: ReturnUpperReportInput, change) in
        change.insert(
            "returns",
            into: "coordination.upper_report_return",
            "reason, returned_by, returned_on",
            "\(input.reason), \(try change.staff), \(change.today)"
        )
    }

    private static let documentAttached = Guard<UpperReportRow>(
        "documentAttached",
        "须附报告文件",
        sql: """
            EXISTS (SELECT FROM core.material m
                WHERE m.object_type = 'UpperReport' AND m.object_id = r.id AND m.state = 'STORED')
            """
    )
}
