import CourtCore
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
    /// The online report awaits its result.
    var isOnlineReportPending = false
    var owesReport = false
    var reportSentOn: CalendarDate?
    /// The day on which what is reported back was done: the reply, the transfer, the return, or the root's.
    var reportableFrom: CalendarDate?
    /// Its due date is over.
    var isPastDue = false
    var isExtended = false
    /// The most days by which its rule lets it be extended; 0 where it may not be.
    var extensionLimit = 0
    /// Who approves an extension, and a pause, as the rule's row says.
    var extensionApprover: Role?
    var pauseApprover: Role?
    /// Days of the pauses that have ended, and how many the rule allows.
    var pausedDays = 0
    var pauseLimit = 0
    var pausedFrom: CalendarDate?
    var hasObjected = false
    var isObjectionInTime = false
    /// It has a registration in the register of petitions.
    var isRegistered = false
    var transferredOn: CalendarDate?
    /// Some sender has not rated the reply in force.
    var hasUnratedSender = false
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
    var hasSenderAgreed: Bool?
    var reviewStep: ReviewChain.Step?
    var hasReceiverReported = false
    var isRatedInTime = false
    var isRatedAlready = false
    var reopenGround: ReopenGround?
}

extension LetterFacts {
    /// Reads what hangs on a letter; in a statement after the one that locks it, so that it sees what others have committed.
    static func statement(letter id: Int64, today: CalendarDate) -> SQL {
        "SELECT \(columns(today)) \(tables) WHERE l.id = \(id)"
    }

    /// Reads letters with what hangs on them, without a lock.
    static func statement(letters ids: [Int64], today: CalendarDate) -> SQL {
        "SELECT l.id, \(LetterRow.columns), \(columns(today)) \(tables) WHERE l.id = ANY (\(ids))"
    }

    private static func columns(_ today: CalendarDate) -> SQL {
        """
        l.from_org IS NOT NULL AS is_transferred, l.matter_class = 'ACCUSATION' AS is_accusation,
            l.classified_at IS NOT NULL AS was_classified, l.duplicate_of_id IS NOT NULL AS is_duplicate,
            l.registration_id IS NOT NULL AS is_registered, l.due_on < \(today) AS is_past_due,
            EXISTS (SELECT FROM letters.letter d WHERE d.duplicate_of_id = l.id) AS has_duplicates,
            root.state AS root_state, l.assignee_id AS handler_id, r.author_id AS reply_author_id, r.sent_on AS reply_sent_on,
            (SELECT count(*)::integer FROM letters.claim_reply c WHERE c.letter_id = l.id) AS claim_count,
            EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = l.id AND c.outcome = 'SUPPORTED') AS has_supported_claim,
            EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = l.id AND c.outcome = 'NOT_SUPPORTED') AS has_refused_claim,
            ARRAY(
                SELECT s.reviewer_id FROM letters.review_step s
                WHERE s.letter_id = l.id AND s.round = l.review_round ORDER BY s.id
            ) AS round_reviewers,
            o.result AS online_result, b.letter_id IS NOT NULL AS owes_report, b.sent_on AS report_sent_on,
            coalesce(r.sent_on, t.transferred_on, j.decided_on, root.replied_on, rt.transferred_on) AS reportable_from,
            t.transferred_on,
            EXISTS (SELECT FROM letters.letter_extension e WHERE e.letter_id = l.id) AS is_extended,
            extension.max_extension AS extension_limit, extension.approver_role AS extension_approver,
            pause.amount AS pause_limit, pause.approver_role AS pause_approver,
            (SELECT coalesce(sum(p.to_on - p.from_on), 0)::integer FROM letters.letter_pause p WHERE p.letter_id = l.id) AS paused_days,
            (SELECT min(p.from_on) FROM letters.letter_pause p WHERE p.letter_id = l.id AND p.to_on IS NULL) AS paused_from,
            j.letter_id IS NOT NULL AS has_objected,
            CASE WHEN l.from_org IS NULL OR j.letter_id IS NOT NULL OR l.state NOT IN ('CLASSIFIED', 'ASSIGNED') THEN false
                WHEN objection.unit = 'WORKING_DAY' THEN core.working_days(l.received_on, \(today) - 1) < objection.amount
                ELSE \(today) - l.received_on <= objection.amount
            END AS is_objection_in_time,
            r.sent_on IS NOT NULL AND EXISTS (
                SELECT FROM letters.letter_sender s
                WHERE s.letter_id = l.id AND NOT EXISTS (
                    SELECT FROM letters.feedback f
                    WHERE f.letter_id = l.id AND f.sender_id = s.id AND f.reply_sent_on = r.sent_on
                )
            ) AS has_unrated_sender,
            EXISTS (
                SELECT FROM letters.feedback f
                WHERE f.letter_id = l.id AND f.reply_sent_on = r.sent_on AND f.rating = 'DISSATISFIED'
            ) AS is_dissatisfied
        """
    }

    private static let tables: SQL = """
        FROM letters.letter l
        LEFT JOIN letters.letter root ON root.id = l.duplicate_of_id
        LEFT JOIN letters.letter_transfer rt ON rt.letter_id = root.id
        LEFT JOIN letters.reply r ON r.letter_id = l.id
        LEFT JOIN letters.letter_transfer t ON t.letter_id = l.id
        LEFT JOIN letters.routing_objection j ON j.letter_id = l.id
        LEFT JOIN letters.online_report o ON o.letter_id = l.id
        LEFT JOIN letters.report_back b ON b.letter_id = l.id
        LEFT JOIN LATERAL \(rule("l.deadline_rule_key")) extension ON true
        LEFT JOIN LATERAL \(rule("'letters.pause'")) pause ON true
        LEFT JOIN LATERAL \(rule("'letters.objection'")) objection ON true
        """

    /// The rule in force on the day of receipt, as `DeadlineBook` finds it.
    private static func rule(_ key: String) -> SQL {
        SQL(
            raw: """
                (
                    SELECT d.amount, d.unit, d.max_extension, d.approver_role FROM core.deadline_rule d
                    WHERE d.key = \(key) AND (d.court_code = l.court_code OR d.court_code IS NULL)
                        AND d.effective_from <= l.received_on AND (d.effective_to IS NULL OR d.effective_to > l.received_on)
                    ORDER BY d.court_code NULLS LAST, d.effective_from DESC LIMIT 1
                )
                """
        )
    }

    init(_ row: Row) throws(PostgresError) {
        isTransferred = try row.decode("is_transferred")
        isAccusation = try row.decode("is_accusation")
        wasClassified = try row.decode("was_classified")
        isDuplicate = try row.decode("is_duplicate")
        hasDuplicates = try row.decode("has_duplicates")
        rootState = try row.optionalName("root_state")
        assigneeID = try row.decode("handler_id")
        replyAuthorID = try row.decode("reply_author_id")
        replySentOn = try row.decode("reply_sent_on")
        claimCount = Int(try row.decode("claim_count", as: Int32.self))
        hasSupportedClaim = try row.decode("has_supported_claim")
        hasRefusedClaim = try row.decode("has_refused_claim")
        roundReviewers = try row.decode("round_reviewers")
        onlineResult = try row.optionalName("online_result")
        isOnlineReportPending = onlineResult == .pending
        owesReport = try row.decode("owes_report")
        reportSentOn = try row.decode("report_sent_on")
        reportableFrom = try row.decode("reportable_from")
        transferredOn = try row.decode("transferred_on")
        isRegistered = try row.decode("is_registered")
        isPastDue = try row.decode("is_past_due")
        isExtended = try row.decode("is_extended")
        extensionLimit = Int(try row.decode("extension_limit", as: Int32?.self) ?? 0)
        extensionApprover = try row.decode("extension_approver", as: String?.self).flatMap(Role.init(rawValue:))
        pauseLimit = Int(try row.decode("pause_limit", as: Int32?.self) ?? 0)
        pauseApprover = try row.decode("pause_approver", as: String?.self).flatMap(Role.init(rawValue:))
        pausedDays = Int(try row.decode("paused_days", as: Int32.self))
        pausedFrom = try row.decode("paused_from")
        hasObjected = try row.decode("has_objected")
        isObjectionInTime = try row.decode("is_objection_in_time", as: Bool?.self) ?? false
        hasUnratedSender = try row.decode("has_unrated_sender")
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
