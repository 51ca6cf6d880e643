import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What hangs on a letter `r`, as guards and decisions ask for it.
enum LetterFact {
    static let hasDuplicates = Fact<Bool>(
        "has_duplicates",
        "EXISTS (SELECT FROM letters.letter d WHERE d.duplicate_of_id = r.id)"
    )

    // The reply in force.
    static let replyAuthor = Fact<Int64?>(
        "reply_author",
        "SELECT y.author_id FROM letters.reply y WHERE y.letter_id = r.id"
    )
    static let replySentOn = Fact<CalendarDate?>(
        "reply_sent_on",
        "SELECT y.sent_on FROM letters.reply y WHERE y.letter_id = r.id"
    )
    static let hasRefusedClaim = claim("has_refused_claim", "NOT_SUPPORTED")
    static let isDissatisfied = Fact<Bool>(
        "is_dissatisfied",
        """
        EXISTS (
            SELECT FROM letters.reply y JOIN letters.feedback f ON f.letter_id = y.letter_id AND f.reply_sent_on = y.sent_on
            WHERE y.letter_id = r.id AND f.rating = 'DISSATISFIED'
        )
        """
    )
    /// Those who reviewed in the current round, in order.
    static let roundReviewers = Fact<[Int64]>(
        "round_reviewers",
        """
        ARRAY(SELECT s.reviewer_id FROM letters.review_step s WHERE s.letter_id = r.id AND s.round = r.review_round ORDER BY s.id)
        """
    )

    // What is reported, and of what.
    static let onlineResult = Fact<OnlineResult?>(
        named: "online_result",
        "SELECT o.result FROM letters.online_report o WHERE o.letter_id = r.id"
    )
    static let owesReport = Fact<Bool>(
        "owes_report",
        "EXISTS (SELECT FROM letters.report_back b WHERE b.letter_id = r.id)"
    )
    static let isReported = Fact<Bool>(
        "is_reported",
        "NOT EXISTS (SELECT FROM letters.report_back b WHERE b.letter_id = r.id AND b.sent_on IS NULL)"
    )
    static let transferredOn = Fact<CalendarDate?>(
        "transferred_on",
        "SELECT t.transferred_on FROM letters.letter_transfer t WHERE t.letter_id = r.id"
    )
    /// The day on which what is reported back was done: the reply, the transfer, the return, or the root's.
    static let reportableFrom = Fact<CalendarDate?>(
        "reportable_from",
        """
        coalesce(
            (SELECT y.sent_on FROM letters.reply y WHERE y.letter_id = r.id),
            (SELECT t.transferred_on FROM letters.letter_transfer t WHERE t.letter_id = r.id),
            (SELECT j.decided_on FROM letters.routing_objection j WHERE j.letter_id = r.id),
            (SELECT root.replied_on FROM letters.letter root WHERE root.id = r.duplicate_of_id),
            (SELECT t.transferred_on FROM letters.letter_transfer t WHERE t.letter_id = r.duplicate_of_id)
        )
        """
    )

    // Deadlines, by the rule in force on the day of receipt.
    static let extensionLimit = Fact<Int?>("extension_limit", rule("r.deadline_rule_key", "max_extension"))
    static let extensionApprover = Fact<Role?>(
        named: "extension_approver",
        rule("r.deadline_rule_key", "approver_role")
    )
    static let pauseLimit = Fact<Int?>("pause_limit", rule("'letters.pause'", "amount"))
    static let pauseApprover = Fact<Role?>(named: "pause_approver", rule("'letters.pause'", "approver_role"))
    /// Days of the pauses that have ended.
    static let pausedDays = Fact<Int>(
        "paused_days",
        "SELECT coalesce(sum(p.to_on - p.from_on), 0)::integer FROM letters.letter_pause p WHERE p.letter_id = r.id"
    )
    static let pausedFrom = Fact<CalendarDate?>(
        "paused_from",
        "SELECT min(p.from_on) FROM letters.letter_pause p WHERE p.letter_id = r.id AND p.to_on IS NULL"
    )

    private static func claim(_ name: String, _ outcome: String) -> Fact<Bool> {
        Fact(
            name,
            "EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = r.id AND c.outcome = '\(raw: outcome)')"
        )
    }

    /// A column of the rule in force on the day of receipt, as `DeadlineBook` finds it.
    static func rule(_ key: String, _ column: String) -> SQL {
        """
        SELECT d.\(raw: column) FROM core.deadline_rule d
        WHERE d.key = \(raw: key) AND (d.court_code = r.court_code OR d.court_code IS NULL)
            AND d.effective_from <= r.received_on AND (d.effective_to IS NULL OR d.effective_to > r.received_on)
        ORDER BY d.court_code NULLS LAST, d.effective_from DESC LIMIT 1
        """
    }
}
