import CourtCore
import CourtFormats
import PluginKit
import Postgres

// What changes in a dossier while it is open: its words, cases, claims and handler.
extension DossierLife {
    static let amend = DossierAct("dossier.amended") { (input: AmendDossierInput, change) in
        if let title = input.title.value { change.row.title = title }
        if let category = input.category.value { change.row.category = category }
        if let department = input.responsibleDeptId.value { change.row.responsibleDeptID = department.value }
        change.decide(.amended, input.reason)
    }

    static let addLink = DossierAct("dossier.caseLinked", reads: [DossierFact.nextLink]) {
        (input: AddCaseLinkInput, change) in
        let seq = try change.facts(DossierFact.nextLink)
        let row = CaseLinkRow(dossier: change.before.id, court: change.before.courtCode, seq: seq, link: input.link)
        for statement in row.statements { change.write("caseLinks", statement) }
    }

    static let removeLink = DossierAct("dossier.caseUnlinked") { (input: RemoveCaseLinkInput, change) in
        if let reason = input.noCaseReason.value { change.row.noCaseReason = reason }
        let key = change.before.id
        change.write(
            "caseLinks",
            "DELETE FROM dossiers.case_link WHERE dossier_id = \(key) AND seq = \(Int32(input.seq))"
        )
        change.decide(.linkRemoved, input.reason)
    }

    static let addClaim = DossierAct("dossier.claimAdded") { (input: AddClaimInput, change) in
        let key = change.before.id
        change.write(
            "claims",
            """
            INSERT INTO dossiers.claim (dossier_id, seq, court_code, text)
            SELECT \(key), coalesce(max(c.seq), 0) + 1, \(change.before.courtCode), \(input.claim.text)
            FROM dossiers.claim c WHERE c.dossier_id = \(key)
            """
        )
    }

    static let decideClaim = DossierAct("dossier.claimDecided") { (input: DecideClaimInput, change) in
        let staff = try change.staff
        change.update(
            "claims",
            "dossiers.claim",
            """
            outcome = \(input.outcome.rawValue), reason = \(input.reason), legal_basis = \(input.legalBasis.value),
            decided_by = \(staff), decided_on = \(change.today)
            """,
            where: "seq = \(Int32(input.seq))"
        )
    }

    static let changeHandler = DossierAct("dossier.handlerChanged") { (input: ChangeDossierHandlerInput, change) in
        change.row.handlerID = input.handlerId.value
        if let department = input.responsibleDeptId.value {
            change.row.responsibleDeptID = department.value
        } else {
            let row = try await change.context.transaction.query(
                "SELECT department_id FROM core.staff WHERE id = \(input.handlerId.value)"
            )[0]
            change.row.responsibleDeptID = try row.decode("department_id", as: Int64.self)
        }
        change.decide(.handlerChanged, input.reason)
    }
}

extension Change where Row == DossierRow {
    /// Keeps what was decided, with its reason, by whom and when.
    mutating func decide(
        _ kind: DossierDecisionKind,
        _ reason: String,
        ground: DossierReopenGround? = nil,
        closeReason: DossierCloseReason? = nil,
        nextReview: CalendarDate? = nil
    ) {
        insert(
            "decisions",
            into: "dossiers.dossier_decision",
            "kind, reason, reopen_ground, close_reason, next_review_on, decided_by, decided_on",
            """
            \(kind.rawValue), \(reason), \(ground?.rawValue), \(closeReason?.rawValue), \(nextReview),
            \(context.principal.staffID), \(today)
            """
        )
    }
}
