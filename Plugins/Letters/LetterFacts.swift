import CourtFormats
import PluginKit
import Postgres

/// What a transition's guards look at: what hangs on the letter, and what the caller proposes.
struct LetterFacts: Hashable, Sendable {
    /// It came from another body, to which it is reported back.
    var isTransferred = false
    var isAccusation = false
    var wasClassified = false
    var isDuplicate = false
    var hasDuplicates = false
    /// State of the letter that this one repeats.
    var rootState: LetterState?
    var assigneeID: Int64?
    var replyAuthorID: Int64?
    var replySentOn: CalendarDate?
    var claimCount = 0
    var hasSupportedClaim = false
    var hasRefusedClaim = false
    /// Those who reviewed in the current round, in order.
    var roundReviewers: [Int64] = []
    var onlineResult: OnlineResult?
    var owesReport = false
    var reportSentOn: CalendarDate?
    var isExtended = false
    /// Days of the pauses that have ended.
    var pausedDays = 0
    var pausedFrom: CalendarDate?
    var hasObjected = false
    /// A sender is dissatisfied with the reply in force.
    var isDissatisfied = false

    var proposal = LetterProposal()
}

/// What an input says that a guard asks about.
struct LetterProposal: Hashable, Sendable {
    var isAssigneeActive = false
    var isAssigneeOfCourt = false
    var isAssigneeHandler = false
    var transferTarget: TransferTarget?
    var isPetitionerTold = false
    var isObjectionInTime = false
    var hasSenderAgreed: Bool?
    var reviewStep: ReviewChain.Step?
    var isOnlineReportPending = false
    var isPauseLeft = false
    var isRatedInTime = false
    var isRatedAlready = false
    var reopenGround: ReopenGround?
}

extension LetterFacts {
    /// Reads what hangs on a letter; in a statement after the one that locks it, so that it sees what others have committed.
    static func statement(letter id: Int64) -> SQL {
        """
        SELECT l.from_org IS NOT NULL AS is_transferred, l.matter_class = 'ACCUSATION' AS is_accusation,
            l.classified_at IS NOT NULL AS was_classified, l.duplicate_of_id IS NOT NULL AS is_duplicate,
            EXISTS (SELECT FROM letters.letter d WHERE d.duplicate_of_id = l.id) AS has_duplicates,
            root.state AS root_state, l.assignee_id, r.author_id AS reply_author_id, r.sent_on AS reply_sent_on,
            (SELECT count(*)::integer FROM letters.claim_reply c WHERE c.letter_id = l.id) AS claim_count,
            EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = l.id AND c.outcome = 'SUPPORTED') AS has_supported_claim,
            EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = l.id AND c.outcome = 'NOT_SUPPORTED') AS has_refused_claim,
            ARRAY(
                SELECT s.reviewer_id FROM letters.review_step s
                WHERE s.letter_id = l.id AND s.round = l.review_round ORDER BY s.id
            ) AS round_reviewers,
            o.result AS online_result, b.letter_id IS NOT NULL AS owes_report, b.sent_on AS report_sent_on,
            EXISTS (SELECT FROM letters.letter_extension e WHERE e.letter_id = l.id) AS is_extended,
            (SELECT coalesce(sum(p.to_on - p.from_on), 0)::integer FROM letters.letter_pause p WHERE p.letter_id = l.id) AS paused_days,
            (SELECT min(p.from_on) FROM letters.letter_pause p WHERE p.letter_id = l.id AND p.to_on IS NULL) AS paused_from,
            EXISTS (SELECT FROM letters.routing_objection j WHERE j.letter_id = l.id) AS has_objected,
            EXISTS (
                SELECT FROM letters.feedback f
                WHERE f.letter_id = l.id AND f.reply_sent_on = r.sent_on AND f.rating = 'DISSATISFIED'
            ) AS is_dissatisfied
        FROM letters.letter l
        LEFT JOIN letters.letter root ON root.id = l.duplicate_of_id
        LEFT JOIN letters.reply r ON r.letter_id = l.id
        LEFT JOIN letters.online_report o ON o.letter_id = l.id
        LEFT JOIN letters.report_back b ON b.letter_id = l.id
        WHERE l.id = \(id)
        """
    }

    init(_ row: Row) throws(PostgresError) {
        isTransferred = try row.decode("is_transferred")
        isAccusation = try row.decode("is_accusation")
        wasClassified = try row.decode("was_classified")
        isDuplicate = try row.decode("is_duplicate")
        hasDuplicates = try row.decode("has_duplicates")
        rootState = try row.optionalName("root_state")
        assigneeID = try row.decode("assignee_id")
        replyAuthorID = try row.decode("reply_author_id")
        replySentOn = try row.decode("reply_sent_on")
        claimCount = Int(try row.decode("claim_count", as: Int32.self))
        hasSupportedClaim = try row.decode("has_supported_claim")
        hasRefusedClaim = try row.decode("has_refused_claim")
        roundReviewers = try row.decode("round_reviewers")
        onlineResult = try row.optionalName("online_result")
        owesReport = try row.decode("owes_report")
        reportSentOn = try row.decode("report_sent_on")
        isExtended = try row.decode("is_extended")
        pausedDays = Int(try row.decode("paused_days", as: Int32.self))
        pausedFrom = try row.decode("paused_from")
        hasObjected = try row.decode("has_objected")
        isDissatisfied = try row.decode("is_dissatisfied")
    }
}

extension Row {
    /// Reads an enum by its name.
    func name<Name: RawRepresentable>(_ column: String) throws(PostgresError) -> Name where Name.RawValue == String {
        guard let name: Name = try optionalName(column) else {
            throw PostgresError(.decoding, "Column \"\(column)\" is NULL where a \(Name.self) is read.")
        }
        return name
    }

    /// Reads an enum by its name; NULL is nil.
    func optionalName<Name: RawRepresentable>(_ column: String) throws(PostgresError) -> Name?
    where Name.RawValue == String {
        guard let text = try decode(column, as: String?.self) else { return nil }
        guard let name = Name(rawValue: text) else {
            throw PostgresError(.decoding, "Column \"\(column)\" holds no name of a \(Name.self).")
        }
        return name
    }
}
