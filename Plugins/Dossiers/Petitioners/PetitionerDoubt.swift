import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A number that is on record under another name: tied to that person only when somebody says so.
struct PetitionerDoubt {
    private let other: Int64
    private let isSealed: Bool
    private let court: String
    private let context: WriteContext
    private let isVisible: Bool

    init(_ other: Int64, isSealed: Bool, court: String, in context: WriteContext) async throws {
        self.other = other
        self.isSealed = isSealed
        self.court = court
        self.context = context
        isVisible = try await PetitionerBook.isVisible(other, in: context)
    }

    /// The petitioner that the sender becomes.
    func settle(_ sender: IncomingPetitioner, on date: CalendarDate) async throws -> Int64 {
        switch sender.doubt {
        case .same(let petitioner, let kind, let reason, let field):
            guard petitioner == other, isVisible else { throw DomainError.absent(field) }
            try await addAlias(sender, kind: kind, reason: reason)
            if let mobile = sender.mobile {
                try await PetitionerBook.addMobile(mobile, to: other, court: court, on: date, in: context.transaction)
            }
            return other
        case .refused(let field):
            // Whether there is one among those who are sealed, only inspectors are told.
            guard !isSealed || isVisible else { return try await enterApart(sender, on: date) }
            throw DomainError.nameDiffers(isVisible ? other : nil, at: field)
        case .noted: return try await enterApart(sender, on: date)
        }
    }

    /// Entered without the number, with a line for a clerk to look at.
    private func enterApart(_ sender: IncomingPetitioner, on date: CalendarDate) async throws -> Int64 {
        let stranger = IncomingPetitioner(
            name: sender.name,
            idNumber: nil,
            mobile: sender.mobile,
            address: sender.address,
            regionCode: sender.regionCode
        )
        let identity = PetitionerIdentity(court: court, isSealed: isSealed, transaction: context.transaction)
        var petitioner = try await identity.find(stranger).petitioner
        if petitioner == nil {
            petitioner = try await PetitionerBook.create(
                stranger,
                kind: .naturalPerson,
                idDocType: nil,
                isSealed: isSealed,
                court: court,
                on: date,
                in: context
            )
        }
        guard let petitioner else { preconditionFailure("without a number no petitioner is there already") }
        try await context.transaction.execute(
            """
            INSERT INTO dossiers.identity_conflict (court_code, sealed, petitioner_id, other_id, noted_on)
            VALUES (\(court), \(isSealed), \(petitioner), \(other), \(context.clock.today)) ON CONFLICT DO NOTHING
            """
        )
        return petitioner
    }

    private func addAlias(_ sender: IncomingPetitioner, kind: String, reason: String) async throws {
        guard let name = sender.name else { return }
        try await PetitionerAliases.add(name, kind: kind, reason: reason, to: other, court: court, in: context)
        context.audit(
            AuditEvent(
                "petitioner.aliasRecorded",
                objectType: "Petitioner",
                objectID: other,
                courtCode: court,
                changedFields: ["aliases"]
            )
        )
    }
}

/// Other names of a petitioner (曾用名、别名).
enum PetitionerAliases {
    static func statement(
        _ name: SealedValue,
        kind: String,
        reason: String,
        of petitioner: Int64,
        court: String,
        in context: WriteContext
    ) -> SQL {
        """
        INSERT INTO dossiers.petitioner_alias (petitioner_id, court_code, kind, name_masked, name_cipher, name_hash, reason, recorded_on,
            recorded_by)
        VALUES (\(petitioner), \(court), \(kind), \(name.masked), \(name.cipher), \(name.hash), \(reason), \(context.clock.today),
            \(context.principal.staffID))
        ON CONFLICT DO NOTHING
        """
    }

    static func add(
        _ name: SealedValue,
        kind: String,
        reason: String,
        to petitioner: Int64,
        court: String,
        in context: WriteContext
    ) async throws {
        try await context.transaction.execute(
            statement(name, kind: kind, reason: reason, of: petitioner, court: court, in: context)
        )
    }
}

extension DomainError {
    /// 不存在, of a place of the input.
    static func absent(_ field: InputPath) -> DomainError { DomainError(.notFound, "不存在", field: field) }
}
