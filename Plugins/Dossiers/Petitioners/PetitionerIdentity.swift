import CourtCore
import PluginKit
import Postgres

/// Who a sender is among a court's petitioners of one compartment: by the number of a document and the name together, else
/// by name and mobile number.
///
/// A merged petitioner is the one that it was merged into.
struct PetitionerIdentity {
    enum Outcome: Hashable {
        case unknown
        case known(Int64)
        /// The number is on record under another name.
        case nameDiffers(Int64)

        /// Whom the values led to, under whatever name.
        var petitioner: Int64? {
            switch self {
            case .unknown: nil
            case .known(let id), .nameDiffers(let id): id
            }
        }
    }

    let court: String
    let isSealed: Bool
    let transaction: Transaction

    func find(_ sender: IncomingPetitioner) async throws -> Outcome {
        if let idNumber = sender.idNumber { return try await find(number: idNumber, name: sender.name) }
        guard let name = sender.name, let mobile = sender.mobile else { return .unknown }
        return try await find(name: name, mobile: mobile).map { .known($0) } ?? .unknown
    }

    /// By number; without a name, whoever has it.
    func find(number: SealedValue, name: SealedValue?) async throws -> Outcome {
        let names = name?.hashes ?? []
        let row = try await transaction.queryOne(
            """
            SELECT coalesce(k.id, p.id) AS id, p.name_hash IN (\(names.first), \(names.last)) OR k.name_hash IN (\(names.first), \(names.last))
                OR EXISTS (
                    SELECT FROM dossiers.petitioner_alias a
                    WHERE a.petitioner_id IN (p.id, k.id) AND a.name_hash IN (\(names.first), \(names.last))
                ) AS has_name,
                (
                    SELECT coalesce(t.merged_into_id, t.id)
                    FROM dossiers.identity_conflict c JOIN dossiers.petitioner t ON t.id = c.petitioner_id
                    WHERE c.other_id = p.id AND t.sealed = p.sealed AND t.name_hash IN (\(names.first), \(names.last))
                    ORDER BY c.id LIMIT 1
                ) AS twin
            FROM dossiers.petitioner p LEFT JOIN dossiers.petitioner k ON k.id = p.merged_into_id
            WHERE p.court_code = \(court) AND p.sealed = \(isSealed)
                AND p.id_number_hash IN (\(number.hash), \(number.formerHash ?? number.hash))
            ORDER BY p.id LIMIT 1
            """
        )
        guard let row else { return .unknown }
        let id = try row.decode("id", as: Int64.self)
        if try name == nil || row.decode("has_name", as: Bool?.self) == true { return .known(id) }
        if let twin = try row.decode("twin", as: Int64?.self) { return .known(twin) }
        return .nameDiffers(id)
    }

    private func find(name: SealedValue, mobile: SealedValue) async throws -> Int64? {
        let names = name.hashes
        return try await transaction.query(
            """
            SELECT coalesce(p.merged_into_id, p.id) AS id
            FROM dossiers.petitioner p JOIN dossiers.contact_point c ON c.petitioner_id = p.id
            WHERE p.court_code = \(court) AND p.sealed = \(isSealed) AND c.kind = 'MOBILE' AND c.value_hash = \(mobile.hash)
                AND c.valid_to IS NULL
                AND (p.name_hash IN (\(names.first), \(names.last)) OR EXISTS (
                    SELECT FROM dossiers.petitioner_alias a
                    WHERE a.petitioner_id = p.id AND a.name_hash IN (\(names.first), \(names.last))
                ))
            ORDER BY p.id LIMIT 1
            """
        ).first?.decode("id")
    }
}

extension SealedValue {
    /// By which it is matched: its own, and that of before its form was folded.
    var hashes: [[UInt8]] { [hash, formerHash ?? hash] }
}

extension DomainError {
    /// 证件号码已在册，姓名不同, with the petitioner's key where the caller may see them; never the other name.
    static func nameDiffers(_ petitioner: Int64?, at field: InputPath) -> DomainError {
        DomainError(
            .petitionerNameDiffers,
            "证件号码已在册，姓名（名称）不同：请核对，确为同一人的注明原信访人，否则不得使用该号码",
            field: field,
            details: petitioner.map { [.init("petitionerId", .string(String($0)))] } ?? []
        )
    }
}

extension DomainError.Code {
    static let petitionerExists = Self("PETITIONER_EXISTS")
    static let dossierExists = Self("DOSSIER_EXISTS")
    static let petitionerNameDiffers = Self("PETITIONER_NAME_DIFFERS")
}
