import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What a notice says of its letter, by the names that templates use; all but the petitioner's name.
struct NoticeValues {
    private var texts: [String: String] = [:]
    private var claims: [[String: String]] = []

    /// GUARD_FAILED where there is nothing yet of which the notice would tell.
    init(_ kind: LetterTemplateKind, of letter: LetterRow, in context: WriteContext) async throws {
        let rows = try await context.transaction.query([
            """
            SELECT l.letter_no, c.name AS court_name, y.text, y.remedies_told, y.sent_on, s.name AS signed_by,
                e.days, e.reason, t.to_org, t.transferred_on, t.target
            FROM letters.letter l JOIN core.court c ON c.code = l.court_code
            LEFT JOIN letters.reply y ON y.letter_id = l.id LEFT JOIN core.staff s ON s.id = y.signed_by
            LEFT JOIN letters.letter_extension e ON e.letter_id = l.id AND e.withdrawn_on IS NULL
            LEFT JOIN letters.letter_transfer t ON t.letter_id = l.id
            WHERE l.id = \(letter.id)
            """,
            """
            SELECT claim_seq, claim, outcome, reason, legal_basis FROM letters.claim_reply
            WHERE letter_id = \(letter.id) ORDER BY claim_seq
            """,
        ])
        guard let row = rows[0].first else { throw DomainError.absent("letterId") }
        texts = [
            "courtName": try row.decode("court_name"), "letterNo": try row.decode("letter_no"),
            "receivedOn": letter.receivedOn.iso, "dueOn": letter.dueOn.iso, "today": context.clock.today.iso,
        ]
        switch kind {
        case .acceptanceNotice: break
        case .reply: try readReply(row, rows[1], letter)
        case .extensionNotice: try readExtension(row)
        case .transferNotice: try readTransfer(row)
        }
    }

    /// What the template is rendered with, for a petitioner.
    func object(for name: String) -> [String: any Sendable] {
        var object: [String: any Sendable] = texts
        object["petitionerName"] = name
        object["claims"] = claims
        return object
    }

    private mutating func readReply(_ row: Row, _ claims: Rows, _ letter: LetterRow) throws {
        // What is not approved is not told.
        guard let text = try row.decode("text", as: String?.self), letter.approvedOn != nil else {
            throw DomainError.unmet("replyApproved", "答复尚未审定")
        }
        texts["replyText"] = text
        texts["remediesTold"] = try row.decode("remedies_told", as: String?.self)
        texts["repliedOn"] = try row.decode("sent_on", as: CalendarDate?.self)?.iso
        texts["signedBy"] = try row.decode("signed_by", as: String?.self)
        self.claims = try claims.map { claim in
            let outcome: ClaimOutcome = try claim.name("outcome")
            return [
                "claimSeq": String(try claim.decode("claim_seq", as: Int32.self)),
                "claim": try claim.decode("claim"), "outcome": outcome.chinese,
                "reason": try claim.decode("reason"), "legalBasis": try claim.decode("legal_basis"),
            ]
        }
    }

    private mutating func readExtension(_ row: Row) throws {
        guard let days = try row.decode("days", as: Int32?.self) else {
            throw DomainError.unmet("extended", "来信未延期")
        }
        texts["extensionDays"] = String(days)
        texts["extensionReason"] = try row.decode("reason", as: String?.self)
    }

    private mutating func readTransfer(_ row: Row) throws {
        // Nobody is told where an accusation went.
        guard let toOrg = try row.decode("to_org", as: String?.self),
            try row.decode("target", as: String.self) != TransferTarget.discipline.rawValue
        else { throw DomainError.unmet("transferred", "来信未转送，或转送去向不予告知") }
        texts["transferredTo"] = toOrg
        texts["transferredOn"] = try row.decode("transferred_on", as: CalendarDate?.self)?.iso
    }
}

extension ClaimOutcome {
    fileprivate var chinese: String {
        switch self {
        case .supported: "支持"
        case .explained: "解释说明"
        case .notSupported: "不予支持"
        }
    }
}
