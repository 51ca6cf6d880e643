import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The dossiers plugin's mutations that belong to no life; those of petitioners and registrations stand beside their types.
struct DossierCommands: Mutations {
    func openDossier(_ input: OpenDossierInput, _ context: WriteContext) async throws -> DossierPayload {
        // Who drafts may not approve: without a name nobody could tell.
        let drafter = try context.staff
        let isSealed = input.matterClass == .accusation
        let accused = input.accusedStaffIds.map(\.value)
        try Self.checkDrafter(context.principal, isSealed: isSealed, accused: accused)
        let court = try CourtCode(parsing: context.principal.courtCode)
        let transaction = context.transaction
        try await Self.checkPetitioners(input, isSealed: isSealed, transaction)
        try await Self.checkAccused(accused, transaction)
        let petitioners = Array(Set(input.petitionerIds.map(\.value))).sorted()
        let number = try await NumberCounter.next("档", court: court, year: context.clock.today.year, in: transaction)
        let handler = isSealed ? drafter : input.handlerId.value?.value
        let row = try await transaction.query(
            """
            INSERT INTO dossiers.dossier (court_code, dossier_no, title, matter_class, category, sealed, accused_staff_ids, ground,
                no_case_reason, handler_id, responsible_dept_id, status, created_by)
            VALUES (\(court.text), \(number), \(input.title), \(input.matterClass.rawValue), \(input.category.rawValue), \(isSealed),
                \(accused), \(input.ground.rawValue), \(input.noCaseReason.value), \(handler),
                \(input.responsibleDeptId.value?.value), 'DRAFT', \(drafter))
            RETURNING id
            """
        )[0]
        let key = try row.decode("id", as: Int64.self)
        context.write(
            """
            INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court.text)
            """
        )
        for (position, claim) in input.claims.enumerated() {
            context.write(
                "INSERT INTO dossiers.claim (dossier_id, seq, court_code, text) VALUES (\(key), \(Int32(position + 1)), \(court.text), \(claim.text))"
            )
        }
        for (position, link) in input.caseLinks.enumerated() {
            let row = CaseLinkRow(dossier: key, court: court.text, seq: position + 1, link: link)
            context.write(row.statements)
        }
        context.audit(AuditEvent("dossier.drafted", objectType: "Dossier", objectID: key, courtCode: court.text))
        return DossierPayload(dossier: key)
    }

    /// An accusation is the discipline inspectors' from its first day, and never of one whom it is about.
    private static func checkDrafter(_ principal: Principal, isSealed: Bool, accused: [Int64]) throws(DomainError) {
        let drafters: Set<Role> = isSealed ? [.inspector] : [.clerk, .handler]
        guard !drafters.isDisjoint(with: principal.roles) else {
            throw .unmet("drafterFit", "检举控告档案由纪检监察建立，其他档案由信访专干或者承办人建立")
        }
        guard accused.allSatisfy({ !principal.recusedFrom.contains($0) && $0 != principal.staffID }) else {
            throw DomainError(.init("RECUSAL_REQUIRED"), "应当回避", field: .input(["accusedStaffIds"]))
        }
    }

    /// Who is known from sealed matters only stands in no open dossier.
    private static func checkPetitioners(
        _ input: OpenDossierInput,
        isSealed: Bool,
        _ transaction: Transaction
    ) async throws {
        guard !isSealed else { return }
        let keys = input.petitionerIds.map(\.value)
        let rows = try await transaction.query(
            "SELECT p.id FROM dossiers.petitioner p WHERE p.id = ANY (\(keys)) AND p.sealed"
        )
        let hidden = try Set(rows.map { try $0.decode("id", as: Int64.self) })
        var faults = DomainErrors()
        for (place, key) in keys.enumerated() where hidden.contains(key) {
            faults.add(.absent("petitionerIds", String(place)))
        }
        try faults.throwIfAny()
    }

    /// No key in a list has a rule of the database to hold it.
    private static func checkAccused(_ accused: [Int64], _ transaction: Transaction) async throws {
        guard !accused.isEmpty else { return }
        let rows = try await transaction.query("SELECT id FROM core.staff WHERE id = ANY (\(accused))")
        let known = try Set(rows.map { try $0.decode("id", as: Int64.self) })
        var faults = DomainErrors()
        for (place, key) in accused.enumerated() where !known.contains(key) {
            faults.add(.absent("accusedStaffIds", String(place)))
        }
        try faults.throwIfAny()
    }
}
