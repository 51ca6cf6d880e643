import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterCommands {
    /// 按证件号码、手机号码查找来信.
    func findLettersBySender(
        _ input: FindLettersBySenderInput,
        _ context: WriteContext
    ) async throws -> FindLettersBySenderPayload {
        try await SenderSearch(input: input, context: context).run()
    }
}

/// Finds letters of a person whose number is known exactly: by keyed hash, for a purpose, logged, within the day's limit of
/// reveals; found or not, it is said the same way.
private struct SenderSearch {
    let input: FindLettersBySenderInput
    let context: WriteContext

    private static let maximum = 50

    func run() async throws -> FindLettersBySenderPayload {
        let staff = try context.staff
        try requirePurpose()
        let (column, field, hash) = try looked()
        try await LetterReveal(context, staff: staff).log(
            "LetterSearch",
            0,
            court: context.principal.courtCode,
            fields: [field],
            for: input.purpose,
            input.reason
        )
        context.audit(
            AuditEvent(
                "letter.searchedBySender",
                objectType: "Letter",
                objectID: nil,
                courtCode: context.principal.courtCode,
                purpose: input.purpose.rawValue
            )
        )
        let rows = try await context.transaction.query(
            """
            SELECT \(LetterRow.columns) FROM letters.letter r
            WHERE r.court_code = \(context.principal.courtCode)
                AND r.id IN (SELECT s.letter_id FROM letters.letter_sender s WHERE s.\(raw: column) = \(hash))
            ORDER BY r.received_on DESC, r.id DESC LIMIT 200
            """
        )
        // What the caller does not see is not there, and not counted.
        let seen = try rows.map { try LetterRow($0) }.filter { context.principal.sees($0.visibility) }
        return FindLettersBySenderPayload(
            letters: seen.prefix(Self.maximum).map(\.id),
            hasMore: seen.count > Self.maximum
        )
    }

    private func requirePurpose() throws(DomainError) {
        let roles: Set<Role> =
            switch input.purpose {
            case .handleMatter: [.clerk, .divisionHead]
            case .inspection: [.inspector]
            default: []
            }
        guard roles.isDisjoint(with: context.principal.roles) else { return }
        throw DomainError(.init("PURPOSE_NOT_ALLOWED"), "目的不在授权范围", field: .input(["purpose"]))
    }

    /// The column that is compared, what it is called in the log, and the hash.
    private func looked() throws -> (column: String, field: String, hash: [UInt8]) {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        switch (input.idNumber.value, input.mobile.value) {
        case (let number?, nil):
            let id = try ResidentID(parsing: number, today: context.clock.today)
            return ("id_number_hash", "ID_NUMBER", try personalData.seal(residentID: id).hash)
        case (nil, let number?):
            return ("mobile_hash", "MOBILE", try personalData.seal(phone: PhoneNumber(mobile: number)).hash)
        default:
            throw DomainError(.inputInvalid, "证件号码、手机号码须填写其一", field: .input(["idNumber"]))
        }
    }
}
