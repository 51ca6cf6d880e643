import CourtFormats
import PluginKit
import Postgres

/// What must hold in the life of a linkage event.
enum LinkageGuards {
    /// 党委、政府.
    private static let partyToldOn = Fact<CalendarDate?>(
        "party_told_on",
        "coordination.told_on(r.id, '{PARTY_COMMITTEE,GOVERNMENT}')"
    )

    /// 信访工作联席会议办公室.
    private static let officeToldOn = Fact<CalendarDate?>(
        "office_told_on",
        "coordination.told_on(r.id, '{JOINT_CONFERENCE_OFFICE}')"
    )

    static let partyTold = Guard<LinkageEventRow>("partyTold", "重大事件须记明已报告党委、政府", [partyToldOn]) { subject in
        try subject.row.severity == .ordinary || subject.facts(partyToldOn) != nil
    }

    static let officeTold = Guard<LinkageEventRow>("officeTold", "重大事件须记明已通报信访工作联席会议办公室", [officeToldOn]) {
        subject in
        try subject.row.severity == .ordinary || subject.facts(officeToldOn) != nil
    }

    static let lateExplained = Guard<LinkageEventRow>(
        "lateExplained",
        "迟报须说明原因",
        on: .input,
        [partyToldOn, officeToldOn]
    ) { subject in
        guard let due = subject.row.reportDueOn else { return true }
        let told = [try subject.facts(partyToldOn), try subject.facts(officeToldOn)].compactMap { $0 }
        guard told.contains(where: { $0 > due }) else { return true }
        return subject.input(CloseLinkageEventInput.self)?.lateReason.value != nil
    }

    /// Somebody who had to be told has not been.
    static let untold = Guard<LinkageEventRow>("untold", "均已告知", [partyToldOn, officeToldOn]) { subject in
        guard subject.row.severity != .ordinary else { return false }
        return try subject.facts(partyToldOn) == nil || subject.facts(officeToldOn) == nil
    }

    static let raised = Guard<LinkageEventRow>("raised", "等级须高于现有等级", of: RaiseLinkageSeverityInput.self) {
        input,
        subject in
        input.severity.rank > subject.row.severity.rank
    }

    static let courtAbove = Guard<LinkageEventRow>("courtAbove", "上报对象须为本院的上级法院", of: ReportLinkageEventInput.self) {
        input in
        """
        EXISTS (SELECT FROM core.court c
            WHERE c.code = \(input.toCourtCode) AND coordination.court_above(r.court_code, c.level) = c.code)
        """
    }

    static let recipientTakesPart = Guard<LinkageEventRow>(
        "recipientTakesPart",
        "接收单位须为参与单位",
        of: DiscloseToOrganizationInput.self
    ) { input in
        """
        EXISTS (SELECT FROM coordination.linkage_participant p
            WHERE p.linkage_event_id = r.id AND p.organization_id = \(input.recipientId.value))
        """
    }
}

extension LinkageSeverity {
    /// The graver, the higher.
    fileprivate var rank: Int {
        switch self {
        case .ordinary: 0
        case .major: 1
        case .urgent: 2
        }
    }
}
