import CourtCore
import PluginKit
import Postgres

// The guards of registrations, each with what is missing when it does not hold, and who an actor must be.
extension RegistrationLife {
    typealias Check = Guard<RegistrationRow>

    static let assignee = Relation<RegistrationRow>.only("assignee", "承办人本人") { $0.assigneeID }

    /// What is sealed is in discipline's hands, and nothing else is.
    static let discipline = Relation<RegistrationRow>("discipline", "检举控告由纪检监察办理") { subject in
        subject.row.sealed ? nil : .forbidden
    }

    static let notOfLetter = Check("notOfLetter", "来信的登记随来信办理") { !$0.row.ofLetter }
    static let isOfLetter = Check("isOfLetter", "不是来信的登记") { $0.row.ofLetter }

    static let handlerFree = Check(
        "handlerFree",
        "应当回避",
        of: AssignRegistrationInput.self,
        refusal: DomainError(.recusalRequired, "应当回避", field: .input(["assigneeId"]))
    ) {
        """
        NOT EXISTS (
            SELECT FROM core.staff a JOIN core.staff s ON s.id = a.id OR s.department_id = a.department_id
            WHERE a.id = ANY (r.accused_staff_ids) AND s.id = \($0.assigneeId.value)
        )
        """
    }

    static let dossierActive = Check("dossierActive", "档案不在档", of: LinkRegistrationInput.self) {
        "EXISTS (SELECT FROM dossiers.dossier d WHERE d.id = \($0.dossierId.value) AND d.status = 'ACTIVE')"
    }

    static let nothingMerged = Check(
        "nothingMerged",
        "尚有登记并入本登记",
        sql: "NOT EXISTS (SELECT FROM dossiers.registration m WHERE m.merged_into_id = r.id)"
    )

    static let disciplineForAccusation = Check(
        "disciplineForAccusation",
        "检举控告只能转送纪检监察，其他事项不得转送纪检监察",
        of: ForwardRegistrationInput.self
    ) { input, subject in
        (input.target == .discipline) == (subject.row.matterClass == .accusation)
    }

    static let receiverNamed = Check("receiverNamed", "须填写与转送去向相符的受理单位", of: ForwardRegistrationInput.self) {
        input,
        _ in
        (input.target == .organization) == (input.organizationId.value != nil)
            && (input.target == .court) == (input.toCourtCode.value != nil)
    }
    static let courtKnown = Check(
        "courtKnown",
        "法院代字不存在",
        of: ForwardRegistrationInput.self,
        refusal: DomainError(.courtCodeUnknown, "法院代字不存在", field: .input(["toCourtCode"]))
    ) {
        "\($0.toCourtCode.value)::text IS NULL OR EXISTS (SELECT FROM core.court c WHERE c.code = \($0.toCourtCode.value))"
    }
    static let petitionerTold = Check("petitionerTold", "未告知信访人转送去向", of: ForwardRegistrationInput.self) { input, _ in
        (input.target == .discipline) == (input.toldOn.value == nil)
    }

    static let objectionRuled = Check(
        "deadlineRule",
        "未配置办理期限规则",
        sql: "EXISTS (\(rule("registrations.objection", "id")))",
        refusal: DomainError(
            .deadlineRuleMissing,
            "未配置办理期限规则",
            details: [.init("rule", .string("registrations.objection"))]
        )
    )

    /// Counted from the day on which it was forwarded; the last day of a period in days moves on to a working day.
    static let objectionInTime = Check(
        "objectionInTime",
        "已超过提出异议的期限",
        sql: """
            coalesce((
                SELECT CASE unit
                    WHEN 'WORKING_DAY' THEN core.working_days(f.forwarded_on, core.today() - 1) < amount
                    ELSE core.working_days(f.forwarded_on + amount - 1, core.today() - 1) = 0
                END
                FROM (\(rule("registrations.objection", "amount, d.unit"))) rule,
                    (\(lastForward("forwarded_on"))) f
            ), false)
            """
    )

    /// Open, not merged itself, and with a petitioner in common.
    static let mergeTarget = Check("mergeTarget", "并入的登记须为在办、未并入他件，且与本登记有同一信访人", of: MergeRegistrationInput.self) {
        """
        EXISTS (
            SELECT FROM dossiers.registration t
            JOIN dossiers.registration_petitioner theirs ON theirs.registration_id = t.id
            JOIN dossiers.registration_petitioner ours ON ours.petitioner_id = theirs.petitioner_id
            WHERE t.id = \($0.intoId.value) AND t.id <> r.id AND ours.registration_id = r.id AND t.court_code = r.court_code
                AND t.sealed = r.sealed AND t.merged_into_id IS NULL
                AND t.state NOT IN ('CLOSED', 'VOIDED', 'MERGED', 'NOT_ACCEPTED')
        )
        """
    }

    static let remedyAssessed = Check(
        "remedyAssessed",
        "尚未评估救济途径",
        sql: """
            EXISTS (
                SELECT FROM dossiers.remedy_assessment a WHERE a.registration_id = r.id OR a.dossier_id = r.dossier_id
            )
            """
    )
    static let explained = Check("explained", "没有释法明理记录", sql: hasExplanation)
    static let firstContactExplained = Check("explained", "初次信访没有释法明理记录", sql: "NOT r.is_first OR \(hasExplanation)")

    static let notYetNotified = Check("notYetNotified", "已告知或者已免予告知") {
        $0.row.notifiedOn == nil && $0.row.notifyExempt == nil
    }
    static let notified = Check("notified", "尚未告知信访人，也未免予告知") {
        $0.row.notifiedOn != nil || $0.row.notifyExempt != nil
    }
    static let exemptionFits = Check("exemptionFits", "免予告知的理由与事项不符", of: ExemptNotificationInput.self) {
        input,
        subject in
        switch input.exemption {
        case .nameAddressUnclear: true
        case .litigationSpecialRule: subject.row.separation == .suit
        case .disciplineSpecialRule: subject.row.matterClass == .accusation
        }
    }

    private static let hasExplanation: SQL = """
        EXISTS (SELECT FROM dossiers.explanation e WHERE e.registration_id = r.id OR e.dossier_id = r.dossier_id)
        """

    private static func lastForward(_ column: String) -> SQL {
        """
        SELECT f.\(raw: column) FROM dossiers.registration_forward f WHERE f.registration_id = r.id ORDER BY f.id DESC LIMIT 1
        """
    }

    /// A column of the rule in force on the day of receipt, as `DeadlineBook` finds it.
    private static func rule(_ key: String, _ column: String) -> SQL {
        """
        SELECT d.\(raw: column) FROM core.deadline_rule d
        WHERE d.key = '\(raw: key)' AND (d.court_code = r.court_code OR d.court_code IS NULL)
            AND d.effective_from <= r.received_on AND (d.effective_to IS NULL OR d.effective_to > r.received_on)
        ORDER BY d.court_code NULLS LAST, d.effective_from DESC LIMIT 1
        """
    }
}

extension DomainError.Code {
    static let recusalRequired = Self("RECUSAL_REQUIRED")
    static let courtCodeUnknown = Self("COURT_CODE_UNKNOWN")
}
