import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Shows clear values of one petitioner for a purpose: to a role that the purpose belongs to, within the daily limit,
/// and only with a line in the access log that commits together with the answer.
struct PetitionerReveal {
    let input: RevealPetitionerInput
    let context: WriteContext

    func run() async throws -> RevealPetitionerPayload {
        let reason = try checkedReason()
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        let id = input.petitionerId.value
        let row = try await context.transaction.queryOne(
            """
            SELECT p.name_cipher, p.id_number_cipher, p.residence_address_cipher,
                (SELECT c.value_cipher FROM dossiers.contact_point c
                    WHERE c.petitioner_id = p.id AND c.kind = 'MOBILE' AND c.valid_to IS NULL ORDER BY c.is_primary DESC, c.id LIMIT 1)
                    AS mobile_cipher
            FROM dossiers.petitioner p WHERE p.id = \(id) AND p.court_code = \(context.principal.courtCode)
            """
        )
        guard let row, try await isVisible(id) else {
            throw DomainError(.notFound, "不存在", field: InputPath(["input", "petitionerId"]))
        }
        try await log(id, reason)

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

    private func checkedReason() throws -> String {
        let reason = try? TextRule(maximumLength: 200).check(input.reason)
        guard let reason, reason.visibleCount >= 10, !input.fields.isEmpty else {
            throw DomainError(.purposeRequired, "须填写查阅目的（10至200字）", field: InputPath(["input", "reason"]))
        }
        guard !PurposeRule.roles(for: input.purpose).isDisjoint(with: context.principal.roles) else {
            throw DomainError(.purposeNotAllowed, "目的不在授权范围", field: InputPath(["input", "purpose"]))
        }
        return reason
    }

    /// A handler sees the petitioners of their own matters; whoever wrote an accusation is seen by inspectors only.
    private func isVisible(_ petitioner: Int64) async throws -> Bool {
        let principal = context.principal
        let registrations = try await context.transaction.query(
            """
            SELECT r.id, r.sealed FROM dossiers.registration r
            JOIN dossiers.registration_petitioner p ON p.registration_id = r.id WHERE p.petitioner_id = \(petitioner)
            """
        )
        let open = try registrations.filter { try !$0.decode("sealed", as: Bool.self) }.map {
            try $0.decode("id", as: Int64.self)
        }
        if !registrations.isEmpty, open.isEmpty, !principal.roles.contains(.inspector) { return false }
        guard principal.roles.isSubset(of: [.handler]) else { return true }
        guard let staff = principal.staffID else { return false }
        let handled = try await context.transaction.query(
            """
            SELECT FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
            WHERE dp.petitioner_id = \(petitioner) AND d.handler_id = \(staff) AND NOT d.sealed
            """
        )
        if !handled.isEmpty { return true }
        return try await context.service((any RegistrationAssignments).self)?.areAssigned(open, to: staff, in: context)
            ?? false
    }

    private func log(_ petitioner: Int64, _ reason: String) async throws {
        let principal = context.principal
        let today = try await context.transaction.query(
            """
            SELECT count(*) AS reveals FROM core.access_log
            WHERE token_id = \(principal.tokenID) AND at >= date_trunc('day', now(), 'Asia/Shanghai')
            """
        )
        guard try today[today.startIndex].decode("reveals", as: Int64.self) < Int64(PurposeRule.dailyLimit) else {
            throw DomainError(.rateLimited, "请求过于频繁：今日查阅已达\(PurposeRule.dailyLimit)次")
        }
        try await context.transaction.execute(
            """
            INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
            VALUES (\(context.requestID), \(principal.tokenID), \(principal.staffID), \(principal.courtCode), 'Petitioner', \(petitioner),
                \(input.fields.map(\.rawValue)), \(input.purpose.rawValue), \(reason))
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
        context.emit(OutboxEvent("access.revealed", objectID: petitioner, courtCode: principal.courtCode))
    }
}
