import CourtFormats
package import PluginKit
import Postgres

/// A package for an outside body: of which row, with which fields, for what, by whose approval.
package struct Disclosure: Hashable, Sendable {
    /// The organisation's key.
    package let recipient: Int64
    package let purpose: AccessPurpose
    /// The provision that allows it.
    package let legalBasis: String
    /// Names of the fields in the package, as the API names them; never values.
    package let fields: [String]
    /// As the audit log names it: `Letter`; one that was given to `core.show_records`.
    package let objectType: String
    package let objectID: Int64
    /// The court whose row it is.
    package let courtCode: String
    /// The head who approved it.
    package let approver: Int64

    package init(
        recipient: Int64,
        purpose: AccessPurpose,
        legalBasis: String,
        fields: [String],
        objectType: String,
        objectID: Int64,
        courtCode: String,
        approver: Int64
    ) {
        self.recipient = recipient
        self.purpose = purpose
        self.legalBasis = legalBasis
        self.fields = fields
        self.objectType = objectType
        self.objectID = objectID
        self.courtCode = courtCode
        self.approver = approver
    }
}

/// The register of disclosures (披露记录): nothing leaves for an outside body without a line in it.
package enum Disclosures {
    /// Records a disclosure in the command's transaction, and answers its key.
    ///
    /// Whoever asks is the recorder. Refuses, all reasons together: a recipient that is not there for this court (NOT_FOUND), not
    /// active, an approver who is the recorder, not in office at the court, or no head, and a package without fields
    /// (GUARD_FAILED, `unmet`). `input` is where the disclosure's members stand in the input.
    package static func record(
        _ disclosure: Disclosure,
        at input: InputPath = InputPath(["input"]),
        in context: WriteContext
    ) async throws -> Int64 {
        let recorder = try context.staff
        let legalBasis = try checkedBasis(disclosure.legalBasis, at: input.appending("legalBasis"))
        let unmet = try await unmet(disclosure, at: input, in: context)
        guard unmet.isEmpty else {
            throw DomainError.unmet(unmet)
        }
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO core.disclosure (request_id, token_id, court_code, recipient_id, purpose, legal_basis, fields, object_type,
                object_id, approver_id, recorder_id)
            VALUES (\(context.requestID), \(context.principal.tokenID), \(disclosure.courtCode), \(disclosure.recipient),
                \(disclosure.purpose.rawValue), \(legalBasis), \(disclosure.fields), \(disclosure.objectType),
                \(disclosure.objectID), \(disclosure.approver), \(recorder))
            RETURNING id
            """
        )
        guard let row else { preconditionFailure("INSERT … RETURNING answers a row") }
        context.audit(
            AuditEvent(
                "disclosure.recorded",
                objectType: disclosure.objectType,
                objectID: disclosure.objectID,
                courtCode: disclosure.courtCode,
                purpose: disclosure.purpose.rawValue
            )
        )
        return try row.decode("id")
    }

    private static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]

    private static func checkedBasis(_ text: String, at field: InputPath) throws(DomainError) -> String {
        do throws(FormatError) {
            return try TextRule(maximumLength: 500, allowsLineBreaks: true).check(text)
        } catch {
            throw DomainError(.init(error.code), error.message, field: field)
        }
    }

    private static func unmet(
        _ disclosure: Disclosure,
        at input: InputPath,
        in context: WriteContext
    ) async throws -> [(name: String, message: String)] {
        let recipient = try await context.transaction.queryOne(
            """
            SELECT active FROM core.organization
            WHERE id = \(disclosure.recipient) AND (court_code IS NULL OR court_code = \(disclosure.courtCode)) FOR SHARE
            """
        )
        guard let recipient else {
            throw DomainError(.notFound, "不存在", field: input.appending("recipientId"))
        }
        let approver = try await StaffDirectory.member(
            disclosure.approver,
            field: input.appending("approverId"),
            in: context.transaction
        )
        var unmet: [(name: String, message: String)] = []
        if try !recipient.decode("active", as: Bool.self) { unmet.append(("recipientActive", "接收单位已停用")) }
        if context.principal.acts(as: approver.id) { unmet.append(("otherApprover", "批准人不得为记录人")) }
        if !approver.isActive || approver.courtCode != disclosure.courtCode || approver.roles.isDisjoint(with: heads) {
            unmet.append(("approverIsHead", "批准人须为本院在岗的庭长、分管院长或院长"))
        }
        if disclosure.fields.isEmpty { unmet.append(("fieldsNamed", "须列明披露字段")) }
        return unmet
    }
}
