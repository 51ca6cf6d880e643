import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The dossiers plugin's mutations.
struct DossierCommands: Mutations {
    func createPetitioner(_ input: CreatePetitionerInput, _ context: WriteContext) async throws -> PetitionerPayload {
        let sender = try PetitionerSealing(input, context).sealed()
        let key = try await PetitionerBook.enter(
            sender,
            kind: input.kind,
            idDocType: input.idDocType.value,
            court: context.principal.courtCode,
            on: context.clock.today,
            in: context
        )
        return PetitionerPayload(petitioner: key)
    }

    func openDossier(_ input: OpenDossierInput, _ context: WriteContext) async throws -> DossierPayload {
        // Who drafts may not approve: without a name nobody could tell.
        let drafter = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        let transaction = context.transaction
        let petitioners = Array(Set(input.petitionerIds.map(\.value))).sorted()
        let number = try await NumberCounter.next("档", court: court, year: context.clock.today.year, in: transaction)
        let rows = try await transaction.query(
            """
            INSERT INTO dossiers.dossier (court_code, dossier_no, title, ground, no_case_reason, handler_id, status, created_by)
            VALUES (\(court.text), \(number), \(input.title), \(input.ground.rawValue), \(input.noCaseReason.value),
                \(input.handlerId.value), 'DRAFT',
                \(drafter))
            RETURNING id
            """
        )
        let key = try rows[rows.startIndex].decode("id", as: Int64.self)
        try await transaction.execute(
            """
            INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court.text)
            """
        )
        for (position, claim) in input.claims.enumerated() {
            try await transaction.execute(
                "INSERT INTO dossiers.claim (dossier_id, seq, court_code, text) VALUES (\(key), \(Int32(position + 1)), \(court.text), \(claim.text))"
            )
        }
        for (position, link) in input.caseLinks.enumerated() {
            try await transaction.execute(
                """
                INSERT INTO dossiers.case_link (dossier_id, seq, court_code, case_no, relation, effective_on, outcome)
                VALUES (\(key), \(Int32(position + 1)), \(court.text), \(link.caseNo), \(link.relation.rawValue),
                    \(link.effectiveOn.value), \(link.outcome.value))
                """
            )
        }
        context.audit(AuditEvent("dossier.drafted", objectType: "Dossier", objectID: key, courtCode: court.text))
        return DossierPayload(dossier: key)
    }

    func approveDossier(_ input: ApproveDossierInput, _ context: WriteContext) async throws -> DossierPayload {
        let approver = try context.staff
        let court = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            """
            SELECT version, status, created_by FROM dossiers.dossier
            WHERE id = \(input.dossierId.value) AND court_code = \(court) AND NOT sealed FOR UPDATE
            """
        )
        guard let row else { throw DomainError(.notFound, "不存在", field: InputPath(["input", "dossierId"])) }
        let version = Int(try row.decode("version", as: Int32.self))
        guard version == input.version else {
            throw DomainError(.versionConflict, "数据已被他人修改，请刷新", details: [.init("version", .integer(version))])
        }
        let status = try row.decode("status", as: String.self)
        guard status == DossierStatus.draft.rawValue else {
            throw DomainError(
                .illegalTransition,
                "当前状态不允许该操作",
                details: [
                    .init("from", .string(status)), .init("action", .string("approveDossier")),
                    .init("allowed", .list([])),
                ]
            )
        }
        guard try row.decode("created_by", as: Int64?.self) != approver else {
            throw DomainError(
                .guardFailed,
                "不满足流转条件：批准人不得为建档人",
                details: [
                    .init(
                        "unmet",
                        .list([
                            .object([
                                .init(name: "name", value: .string("otherApprover")),
                                .init(name: "message", value: .string("批准人不得为建档人")),
                            ])
                        ])
                    )
                ]
            )
        }
        let today = context.clock.today
        try await context.transaction.execute(
            """
            UPDATE dossiers.dossier SET status = 'ACTIVE', opened_on = \(today), open_approved_by = \(approver),
                review_due_on = \(input.reviewDueOn), version = version + 1, updated_at = now()
            WHERE id = \(input.dossierId.value)
            """
        )
        context.audit(
            AuditEvent(
                "dossier.opened",
                objectType: "Dossier",
                objectID: input.dossierId.value,
                courtCode: court,
                changedFields: ["status", "openedOn", "openApprovedBy", "reviewDueOn"]
            )
        )
        context.emit(OutboxEvent("dossier.opened", objectID: input.dossierId.value, courtCode: court, state: "ACTIVE"))
        return DossierPayload(dossier: input.dossierId.value)
    }

    func revealPetitioner(_ input: RevealPetitionerInput, _ context: WriteContext) async throws
        -> RevealPetitionerPayload
    {
        try await PetitionerReveal(input: input, context: context).run()
    }
}
