import CourtCore
import PluginKit
import Postgres

/// Shows clear values of one petitioner for a purpose: to a role that the purpose belongs to, within the daily limit,
/// and only with a line in the access log that commits together with the answer.
struct PetitionerReveal {
    let input: RevealPetitionerInput
    let context: WriteContext

    func run() async throws -> RevealPetitionerPayload {
        // Whoever looks is named.
        let staff = try context.staff
        try requirePurpose()
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        let id = input.petitionerId.value
        let row = try await context.transaction.queryOne(
            """
            SELECT p.name_cipher, p.id_number_cipher, p.residence_address_cipher, p.sealed, p.assignees, p.accused_staff_ids,
                (SELECT c.value_cipher FROM dossiers.contact_point c
                    WHERE c.petitioner_id = p.id AND c.kind = 'MOBILE' AND c.valid_to IS NULL ORDER BY c.is_primary DESC, c.id LIMIT 1)
                    AS mobile_cipher
            FROM dossiers.petitioner p WHERE p.id = \(id) AND p.court_code = \(context.principal.courtCode)
            """
        )
        guard let row, try isVisible(row) else {
            throw DomainError(.notFound, "不存在", field: InputPath(["input", "petitionerId"]))
        }
        try await log(id, isSealed: try row.decode("sealed"), by: staff)

        func open(_ field: PetitionerField, _ column: String, _ kind: PersonalData.Kind) throws -> String? {
            guard input.fields.contains(field), let cipher = try row.decode(column, as: [UInt8]?.self) else {
                return nil
            }
            return try personalData.open(cipher, as: kind)
        }
        return RevealPetitionerPayload(
            petitionerId: input.petitionerId,
            name: try open(.name, "name_cipher", .name),
            idNumber: try open(.idNumber, "id_number_cipher", .idNumber),
            mobile: try open(.mobile, "mobile_cipher", .mobile),
            residenceAddress: try open(.residenceAddress, "residence_address_cipher", .address)
        )
    }

    private func requirePurpose() throws(DomainError) {
        guard !PurposeRule.roles(for: input.purpose).isDisjoint(with: context.principal.roles) else {
            throw DomainError(.purposeNotAllowed, "目的不在授权范围", field: InputPath(["input", "purpose"]))
        }
    }

    /// Whether the caller sees the petitioner, as `Petitioner`'s `@visible` says it.
    private func isVisible(_ row: Row) throws -> Bool {
        context.principal.sees(
            RowVisibility(
                courts: [context.principal.courtCode],
                isSealed: try row.decode("sealed"),
                people: try row.decode("assignees"),
                hasPeople: true,
                recused: try row.decode("accused_staff_ids")
            )
        )
    }

    /// Logs the reveal within the day's limit of the person, whatever token they use.
    private func log(_ petitioner: Int64, isSealed: Bool, by staff: Int64) async throws {
        let principal = context.principal
        let transaction = context.transaction
        // One after the other, so that each counts those before it. 7265 is "re" for reveal, which keeps other locks apart.
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(7265, hashint8(\(staff)))")
        let today = try await transaction.query(
            """
            SELECT count(*) AS reveals FROM core.access_log
            WHERE staff_id = \(staff) AND at >= date_trunc('day', now(), 'Asia/Shanghai')
            """
        )
        guard try today[today.startIndex].decode("reveals", as: Int64.self) < Int64(PurposeRule.dailyLimit) else {
            throw DomainError(.rateLimited, "请求过于频繁：今日查阅已达\(PurposeRule.dailyLimit)次")
        }
        try await transaction.execute(
            """
            INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
            VALUES (\(context.requestID), \(principal.tokenID), \(staff), \(principal.courtCode), 'Petitioner', \(petitioner),
                \(input.fields.map(\.rawValue)), \(input.purpose.rawValue), \(input.reason))
            """
        )
        context.audit(
            AuditEvent(
                "petitioner.revealed",
                objectType: "Petitioner",
                objectID: petitioner,
                courtCode: principal.courtCode,
                purpose: input.purpose.rawValue
            )
        )
        context.emit(
            OutboxEvent("access.revealed", objectID: petitioner, courtCode: principal.courtCode, sealed: isSealed)
        )
    }
}
