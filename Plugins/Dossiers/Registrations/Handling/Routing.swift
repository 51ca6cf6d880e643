import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension RegistrationLife {
    /// 转送: told to the petitioner, which is the notice; an accusation to discipline only, and nobody is told where it went.
    static let forward = RegistrationAct("registration.forwarded", announced: true) {
        (input: ForwardRegistrationInput, change) in
        let toldOn = input.toldOn.value
        change.insert(
            "forwards",
            into: "dossiers.registration_forward",
            "target, organization_id, to_court_code, forwarded_on, told_on",
            "\(input.target), \(input.organizationId.value?.value), \(input.toCourtCode.value), \(change.today), \(toldOn)"
        )
        guard change.row.notifiedOn == nil, change.row.notifyExempt == nil else { return }
        if let toldOn {
            change.row.notifiedOn = toldOn
            change.row.notifyMethod = .withForwarding
        } else {
            change.row.notifyExempt = .disciplineSpecialRule
        }
    }

    /// 受理单位提出异议: it is screened again.
    static let object = RegistrationAct("registration.returned", announced: true) {
        (input: ObjectForwardingInput, change) in
        change.update(
            "forwards",
            "dossiers.registration_forward",
            "objected_on = \(change.today), objection_reason = \(input.reason)",
            where: lastForward
        )
    }

    /// 受理单位反馈.
    static let reportForwarded = RegistrationAct("registration.reported") {
        (input: RecordForwardReportInput, change) in
        let forwardedOn = try await change.fact(forwardedOn)
        try DomainError.require(input.reportedOn, notBefore: forwardedOn, "reportedOn")
        change.update(
            "forwards",
            "dossiers.registration_forward",
            "reported_on = \(input.reportedOn), report_doc_ref = \(input.docRef)",
            where: lastForward
        )
        change.row.handledOn = input.reportedOn
    }

    /// 不予受理: its ground, and what the petitioner is told.
    static let reject = RegistrationAct("registration.rejected", announced: true) {
        (input: RejectRegistrationInput, change) in
        change.insert(
            "refusal",
            into: "dossiers.registration_refusal",
            "ground, legal_basis, notice_text, decided_by, decided_on",
            "\(input.ground), \(input.legalBasis), \(input.noticeText), \(try change.staff), \(change.today)",
            replacing: "registration_id"
        )
    }

    /// 并案.
    static let merge = RegistrationAct("registration.merged", announced: true) {
        (input: MergeRegistrationInput, change) in
        change.row.mergedIntoID = input.intoId.value
    }

    private static let forwardedOn = Fact<CalendarDate?>(
        "forwarded_on",
        "SELECT max(f.forwarded_on) FROM dossiers.registration_forward f WHERE f.registration_id = r.id AND f.objected_on IS NULL"
    )

    /// The one that is under way.
    private static let lastForward: SQL = "objected_on IS NULL AND reported_on IS NULL"
}
