import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Petitioners of a court: found by keyed hashes only; never listed, never searched.
///
/// Whoever wrote a sealed letter stands apart from those who are known from open ones, whoever it is.
enum PetitionerBook {
    /// The petitioner that this sender is, made when there is none.
    ///
    /// Where the number is on record under another name, `sender.doubt` says what becomes of it.
    static func match(
        _ sender: IncomingPetitioner,
        isSealed: Bool,
        court: String,
        on date: CalendarDate,
        in context: WriteContext
    ) async throws -> Int64 {
        let identity = PetitionerIdentity(court: court, isSealed: isSealed, transaction: context.transaction)
        switch try await identity.find(sender) {
        case .known(let known):
            if let mobile = sender.mobile {
                try await addMobile(mobile, to: known, court: court, on: date, in: context.transaction)
            }
            return known
        case .nameDiffers(let other):
            let doubt = try await PetitionerDoubt(other, isSealed: isSealed, court: court, in: context)
            return try await doubt.settle(sender, on: date)
        case .unknown: break
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

    /// Makes a petitioner whom the court does not know from open matters; PETITIONER_EXISTS for one whom it knows, and
    /// PETITIONER_NAME_DIFFERS for a number that is on record under another name, unless the caller says whose it is.
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
        let identity = PetitionerIdentity(court: court, isSealed: false, transaction: context.transaction)
        var found = try await identity.find(sender)
        if found == .unknown {
            if case .same(_, _, _, let place) = sender.doubt { throw DomainError.absent(place) }
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
            found = try await identity.find(sender)
        }
        if case .nameDiffers(let other) = found {
            return try await PetitionerDoubt(other, isSealed: false, court: court, in: context).settle(sender, on: date)
        }
        let field = InputPath(["input", sender.idNumber == nil ? "name" : "idNumber"])
        throw try await exists(found.petitioner, at: field, in: context)
    }

    /// 信访人已在册, with the key of one whom the caller may see.
    static func exists(_ petitioner: Int64?, at field: InputPath, in context: WriteContext) async throws -> DomainError
    {
        var details: [DomainError.Detail] = []
        if let petitioner, try await isVisible(petitioner, in: context) {
            details = [.init("petitionerId", .string(String(petitioner)))]
        }
        return DomainError(.petitionerExists, "信访人已在册", field: field, details: details)
    }

    /// Whether the caller sees a petitioner, as `Petitioner`'s `@visible` says it.
    static func isVisible(_ petitioner: Int64, in context: WriteContext) async throws -> Bool {
        let row = try await context.transaction.queryOne(
            "SELECT \(PetitionerRow.columns) FROM dossiers.petitioner r WHERE r.id = \(petitioner)"
        )
        return try row.map { context.principal.sees(try PetitionerRow($0).visibility) } ?? false
    }

    /// Makes a petitioner with a mobile number, if there is one; nil where one with this ID number is there already.
    static func create(
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

    static func addMobile(
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
