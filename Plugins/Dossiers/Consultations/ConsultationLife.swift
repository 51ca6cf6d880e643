import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The life of a consultation (原审沟通): requested, held and recorded, or waived with a reason by one who is free of the matter.
enum ConsultationLife {
    static let workflow: Workflow<ConsultationRow> = Workflow(
        made: [.init("requestConsultation", in: .requested, by: [.handler], event: "consultation.requested")],
        [
            .take(hold, from: [.requested], to: .held, by: [.handler], as: [handler]),
            .take(
                record,
                from: [.held],
                to: .recorded,
                by: [.handler],
                as: [handler],
                when: [isSigned, signersAreJudges, seqsAreJudges]
            ),
            .take(
                waive,
                from: [.requested],
                to: .waived,
                by: [.vicePresident],
                when: [notAccused, notOriginalJudge]
            ),
        ],
        payload: { ConsultationPayload(consultation: $0) }
    )

    private static let handler = Relation<ConsultationRow>.only("handler", "档案承办人本人") { $0.handlerID }

    private static let isSigned = Guard<ConsultationRow>("signed", "原审审判人员未签名", of: RecordConsultationInput.self) {
        input,
        _ in !input.signedBy.isEmpty || !input.signedSeqs.isEmpty
    }

    private static let signersAreJudges = Guard<ConsultationRow>(
        "signersAreJudges",
        "签名人不是原审审判人员",
        of: RecordConsultationInput.self
    ) { input, subject in
        Set(input.signedBy.map(\.value)).isSubset(of: subject.row.judgeIDs)
    }

    private static let seqsAreJudges = Guard<ConsultationRow>(
        "seqsAreJudges",
        "签名序号不是外院审判人员",
        of: RecordConsultationInput.self
    ) { input -> SQL in
        let seqs: [Int64] = input.signedSeqs.map { Int64($0) }
        return """
            \(seqs) <@ ARRAY(
                SELECT j.seq::bigint FROM dossiers.consultation_judge j WHERE j.consultation_id = r.id AND j.staff_id IS NULL
            )
            """
    }

    private static let recusal = DomainError(.recusalRequired, "应当回避")

    /// Whom a registration of the dossier accuses, and who was of the original trial, does not decide that nobody is heard.
    private static let notAccused = Guard<ConsultationRow>(
        "notAccused",
        "决定人为被反映人",
        [accused],
        refusal: recusal
    ) { subject in
        try !subject.facts(accused).contains(where: subject.principal.actsAs.contains)
    }

    private static let notOriginalJudge = Guard<ConsultationRow>(
        "notOriginalJudge",
        "决定人为原审审判人员",
        refusal: recusal
    ) { subject in
        !subject.row.judgeIDs.contains(where: subject.principal.actsAs.contains)
    }

    private static let accused = Fact<[Int64]>(
        "accused",
        """
        ARRAY(
            SELECT DISTINCT unnest(g.accused_staff_ids) FROM dossiers.registration g WHERE g.dossier_id = r.dossier_id
        )
        """
    )

    /// 登记沟通.
    private static let hold = Act<ConsultationRow>("consultation.held") { (input: HoldConsultationInput, change) in
        change.row.heldOn = input.heldOn
        change.row.method = input.method
    }

    /// 记录沟通情况.
    private static let record = Act<ConsultationRow>("consultation.recorded", announced: true) {
        (input: RecordConsultationInput, change) in
        change.row.originalReasoning = input.originalReasoning
        change.row.summary = input.summary
        let staff: [Int64] = input.signedBy.map(\.value)
        let seqs: [Int64] = input.signedSeqs.map { Int64($0) }
        change.update(
            "originalJudges",
            "dossiers.consultation_judge",
            "signed = true",
            where: "(staff_id = ANY (\(staff)) OR seq = ANY (\(seqs)))"
        )
    }

    /// 免予沟通.
    private static let waive = Act<ConsultationRow>("consultation.waived", announced: true) {
        (input: WaiveConsultationInput, change) in
        let approver: Int64 = try change.staff
        change.insert(
            "waiver",
            into: "dossiers.consultation_waiver",
            "reason, text, approved_by",
            "\(input.reason), \(input.text), \(approver)"
        )
    }
}
