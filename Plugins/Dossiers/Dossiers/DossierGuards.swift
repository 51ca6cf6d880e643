import CourtCore
import CourtFormats
import PluginKit
import Postgres

// The guards of dossiers, each with what is missing when it does not hold, and who an actor must be.
extension DossierLife {
    typealias Check = Guard<DossierRow>

    static let drafter = Relation<DossierRow>.only("drafter", "建档人本人") { $0.createdBy }
    static let handler = Relation<DossierRow>.only("handler", "承办人本人") { $0.handlerID }

    /// What is sealed is in discipline's hands, and nothing else is.
    static let discipline = Relation<DossierRow>("discipline", "检举控告由纪检监察办理") { subject in
        subject.row.sealed ? nil : .forbidden
    }

    static let otherApprover = Check("otherApprover", "批准人不得为建档人") {
        !$0.principal.acts(as: $0.row.createdBy)
    }

    static let linkRoom = Check("linkRoom", "关联案件已达上限（50件）", DossierFact.linkCount) { $0 < 50 }
    static let linkNew = Check(
        "linkNew",
        "案号重复",
        of: AddCaseLinkInput.self,
        refusal: DomainError(.init("CASE_NO_DUPLICATE"), "案号重复", field: .input(["link", "caseNo"]))
    ) {
        """
        NOT EXISTS (SELECT FROM dossiers.case_link l WHERE l.dossier_id = r.id AND l.case_no = \($0.link.caseNo))
        """
    }
    static let linkKnown = Check("linkKnown", "关联案件不存在", of: RemoveCaseLinkInput.self, refusal: .absent("seq")) {
        "EXISTS (SELECT FROM dossiers.case_link l WHERE l.dossier_id = r.id AND l.seq = \(Int32($0.seq)))"
    }
    static let caseExplained = Check("caseExplained", "没有关联案件时须填写无案件说明", on: .input, [DossierFact.linkCount]) {
        subject in
        guard let input = subject.input(RemoveCaseLinkInput.self) else { return true }
        let isExplained = input.noCaseReason.value != nil || subject.row.noCaseReason != nil
        return try subject.facts(DossierFact.linkCount) > 1 || isExplained
    }

    static let claimRoom = Check("claimRoom", "诉求已达上限（50项）", DossierFact.claimCount) { $0 < 50 }
    static let claimKnown = Check("claimKnown", "诉求不存在", of: DecideClaimInput.self, refusal: .absent("seq")) {
        "EXISTS (SELECT FROM dossiers.claim c WHERE c.dossier_id = r.id AND c.seq = \(Int32($0.seq)))"
    }

    /// Of an accusation: an inspector whom it is not about.
    static let handlerFit = Check("handlerFit", "承办人须为承办人、法官；检举控告由纪检监察人员承办", of: ChangeDossierHandlerInput.self) {
        """
        EXISTS (
            SELECT FROM core.staff s
            WHERE s.id = \($0.handlerId.value) AND CASE WHEN r.sealed THEN 'INSPECTOR' ELSE 'HANDLER' END = ANY (s.roles)
                AND NOT s.id = ANY (r.accused_staff_ids)
        )
        """
    }

    static let reviewReached = Check("reviewReached", "未到复核期限前三十日") { subject in
        guard let due = subject.row.reviewDueOn else { return true }
        return subject.today >= DossierReview.nearDay(of: due)
    }

    static let claimsDecided = Check("claimsDecided", "尚有诉求未处理", on: .input, [DossierFact.hasPendingClaim]) { subject in
        guard let input = subject.input(CloseDossierInput.self), input.closeReason != .openedInError else {
            return true
        }
        return try !subject.facts(DossierFact.hasPendingClaim)
    }
    static let nothingOpen = Check("nothingOpen", "尚有未办结的风险提示或者原审沟通", sql: "NOT dossiers.open_work(r.id)")

    static let mainVolumeBound = Check(
        "mainVolumeBound",
        "正卷尚未装订",
        sql: """
            EXISTS (
                SELECT FROM core.volume v
                WHERE v.object_type = 'Dossier' AND v.object_id = r.id AND v.kind = 'MAIN' AND v.bound_on IS NOT NULL
            )
            """
    )

    static let retentionOver = Check("retentionOver", "保管期限未满") { subject in
        subject.row.retentionUntil.map { $0 < subject.today } ?? false
    }
    static let notRequested = Check("notRequested", "已申请销毁", DossierFact.requestedBy) { $0 == nil }
    static let destructionRequested = Check("destructionRequested", "尚未申请销毁", DossierFact.requestedBy) { $0 != nil }
    static let otherSigner = Check("otherSigner", "申请销毁与批准销毁不得为同一人", [DossierFact.requestedBy]) { subject in
        try !subject.principal.acts(as: subject.facts(DossierFact.requestedBy))
    }
}

/// What hangs on a dossier `r`, as guards and decisions ask for it.
enum DossierFact {
    static let linkCount = Fact<Int>(
        "link_count",
        "SELECT count(*)::integer FROM dossiers.case_link l WHERE l.dossier_id = r.id"
    )
    static let nextLink = Fact<Int>(
        "next_link",
        "SELECT coalesce(max(l.seq), 0) + 1 FROM dossiers.case_link l WHERE l.dossier_id = r.id"
    )
    static let claimCount = Fact<Int>(
        "claim_count",
        "SELECT count(*)::integer FROM dossiers.claim c WHERE c.dossier_id = r.id"
    )
    static let hasPendingClaim = Fact<Bool>(
        "has_pending_claim",
        "EXISTS (SELECT FROM dossiers.claim c WHERE c.dossier_id = r.id AND c.outcome = 'PENDING')"
    )
    static let requestedBy = Fact<Int64?>(
        "requested_by",
        "SELECT x.requested_by FROM dossiers.dossier_destruction x WHERE x.dossier_id = r.id"
    )
}
