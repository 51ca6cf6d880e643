import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Petitioners of a court: found by the keyed hash of an ID number, else of name and mobile number together; never
/// listed, never searched.
///
/// Whoever wrote a sealed letter stands apart from those who are known from open ones, whoever it is.
enum PetitionerBook {
    /// The petitioner that this sender is, made when there is none.
    static func match(
        _ sender: IncomingPetitioner,
        isSealed: Bool,
        court: String,
        on date: CalendarDate,
        in context: WriteContext
    ) async throws -> Int64 {
        if let known = try await find(sender, isSealed: isSealed, court: court, in: context.transaction) {
            if let mobile = sender.mobile {
                try await addMobile(mobile, to: known, court: court, on: date, in: context.transaction)
            }
            return known
        }
        let created = try await create(
            sender,
            kind: sender.name == nil ? .anonymous : .naturalPerson,
            idDocType: sender.idNumber == nil ? nil : .residentId,
            isSealed: isSealed,
            court: court,
            on: date,
            in: context
        )
        if let created { return created }
        // Another request has made the same petitioner in the meantime.
        return try await match(sender, isSealed: isSealed, court: court, on: date, in: context)
    }

    /// Makes a petitioner whom the court does not know from open matters; PETITIONER_EXISTS for one whom it knows.
    ///
    /// Whoever is known from sealed ones only is answered like a stranger.
    static func enter(
        _ sender: IncomingPetitioner,
        kind: PetitionerKind,
        idDocType: IdDocType?,
        court: String,
        on date: CalendarDate,
        in context: WriteContext
    ) async throws -> Int64 {
        var known = try await find(sender, isSealed: false, court: court, in: context.transaction)
        if known == nil {
            let created = try await create(
                sender,
                kind: kind,
                idDocType: idDocType,
                isSealed: false,
                court: court,
                on: date,
                source: "登记",
                in: context
            )
            if let created { return created }
            known = try await find(sender, isSealed: false, court: court, in: context.transaction)
        }
        throw DomainError(
            .petitionerExists,
            "信访人已在册",
            field: InputPath(["input", sender.idNumber == nil ? "name" : "idNumber"]),
            details: known.map { [.init("petitionerId", .string(String($0)))] } ?? []
        )
    }

    /// Makes a petitioner with a mobile number, if there is one; nil where one with this ID number is there already.
    private static func create(
        _ sender: IncomingPetitioner,
        kind: PetitionerKind,
        idDocType: IdDocType?,
        isSealed: Bool,
        court: String,
        on date: CalendarDate,
        source: String = "来信",
        in context: WriteContext
    ) async throws -> Int64? {
        let verified = idDocType == .residentId && sender.idNumber != nil ? "CHECKSUM_OK" : "UNVERIFIED"
        let rows = try await context.transaction.query(
            """
            INSERT INTO dossiers.petitioner (court_code, kind, name_masked, name_cipher, name_hash, id_doc_type, id_number_masked,
                id_number_cipher, id_number_hash, id_verified, residence_region, residence_address_masked, residence_address_cipher,
                sealed, created_by)
            VALUES (\(court), \(kind.rawValue), \(sender.name?.masked ?? "匿名"), \(sender.name?.cipher), \(sender.name?.hash),
                \(idDocType?.rawValue), \(sender.idNumber?.masked), \(sender.idNumber?.cipher), \(sender.idNumber?.hash), \(verified),
                \(sender.regionCode), \(sender.address?.masked), \(sender.address?.cipher),
                \(isSealed), \(context.principal.staffID))
            ON CONFLICT DO NOTHING
            RETURNING id
            """
        )
        guard let key = try rows.first?.decode("id", as: Int64.self) else { return nil }
        if let mobile = sender.mobile {
            try await addMobile(mobile, to: key, court: court, on: date, source: source, in: context.transaction)
        }
        context.audit(AuditEvent("petitioner.created", objectType: "Petitioner", objectID: key, courtCode: court))
        return key
    }

    private static func find(
        _ sender: IncomingPetitioner,
        isSealed: Bool,
        court: String,
        in transaction: Transaction
    ) async throws -> Int64? {
        if let idNumber = sender.idNumber {
            return try await transaction.queryOne(
                "SELECT id FROM dossiers.petitioner WHERE court_code = \(court) AND sealed = \(isSealed) AND id_number_hash = \(idNumber.hash)"
            )?.decode("id")
        }
        guard let name = sender.name, let mobile = sender.mobile else { return nil }
        return try await transaction.query(
            """
            SELECT p.id FROM dossiers.petitioner p JOIN dossiers.contact_point c ON c.petitioner_id = p.id
            WHERE p.court_code = \(court) AND p.sealed = \(isSealed) AND p.name_hash IN (\(name.hash), \(name.formerHash ?? name.hash))
                AND c.kind = 'MOBILE' AND c.value_hash = \(mobile.hash)
            ORDER BY p.id LIMIT 1
            """
        ).first?.decode("id")
    }

    private static func addMobile(
        _ mobile: SealedValue,
        to petitioner: Int64,
        court: String,
        on date: CalendarDate,
        source: String = "来信",
        in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO dossiers.contact_point (petitioner_id, court_code, kind, value_masked, value_cipher, value_hash, is_primary,
                valid_from, source)
            SELECT \(petitioner), \(court), 'MOBILE', \(mobile.masked), \(mobile.cipher), \(mobile.hash),
                NOT EXISTS (SELECT FROM dossiers.contact_point WHERE petitioner_id = \(petitioner) AND kind = 'MOBILE'),
                \(date), \(source)
            WHERE NOT EXISTS (
                SELECT FROM dossiers.contact_point
                WHERE petitioner_id = \(petitioner) AND kind = 'MOBILE' AND value_hash = \(mobile.hash)
            )
            """
        )
    }
}
