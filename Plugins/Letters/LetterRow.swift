import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A letter's row while it is locked for a change: what a command may read of it, and as variables what it may change.
struct LetterRow: Hashable, Sendable {
    let id: Int64
    let courtCode: String
    let version: Int
    let source: LetterSource
    let receivedOn: CalendarDate
    let registrationID: Int64?
    /// Who registered it.
    let createdBy: Int64?
    let deadlineRuleKey: String
    var matterClass: MatterClass
    var category: MatterCategory
    var classifiedAt: Timestamp?
    var isSealed: Bool
    var accusedStaffIDs: [Int64]
    var dossierID: Int64?
    var assigneeID: Int64?
    var assignedAt: Timestamp?
    var dueOn: CalendarDate
    var duplicate: Duplicate?
    var reviewLevel: ReviewLevel?
    var reviewRound: Int
    var state: LetterState
    /// The day of the last review, before which no reply goes out.
    var approvedOn: CalendarDate?
    var repliedOn: CalendarDate?
    var closedOn: CalendarDate?
    var voidReason: String?

    /// That it repeats another letter, and who said so.
    struct Duplicate: Hashable, Sendable {
        let rootID: Int64
        let basis: DuplicateBasis
        let decidedBy: Int64?
        let decidedAt: Timestamp?
    }
}

extension LetterRow {
    /// Its columns but the key.
    static let columns: SQL = """
        l.court_code, l.version, l.source, l.received_on, l.registration_id, l.created_by, l.deadline_rule_key, l.matter_class, l.category,
        l.classified_at, l.sealed, l.accused_staff_ids, l.dossier_id, l.assignee_id, l.assigned_at, l.due_on, l.duplicate_of_id,
        l.duplicate_basis, l.duplicate_decided_by, l.duplicate_decided_at, l.review_level, l.review_round, l.state, l.approved_on,
        l.replied_on, l.closed_on, l.void_reason
        """

    /// Locks a letter and reads it.
    static func lockStatement(letter id: Int64) -> SQL {
        "SELECT l.id, \(columns) FROM letters.letter l WHERE l.id = \(id) FOR UPDATE"
    }

    /// Locks a letter; nil when there is none.
    static func lock(_ id: Int64, in transaction: Transaction) async throws -> LetterRow? {
        try await transaction.queryOne(lockStatement(letter: id)).map { row in try LetterRow(row) }
    }

    /// Locks a letter, then reads what hangs on it, in one round trip; nil when there is none.
    static func lockWithFacts(
        _ id: Int64,
        on today: CalendarDate,
        in transaction: Transaction
    ) async throws -> (LetterRow, LetterFacts)? {
        let results = try await transaction.pipeline([
            lockStatement(letter: id).bound, LetterFacts.statement(letter: id, today: today).bound,
        ])
        guard let letter = Rows(results[0]).first, let facts = Rows(results[1]).first else { return nil }
        return (try LetterRow(letter), try LetterFacts(facts))
    }

    init(_ row: Row) throws(PostgresError) {
        id = try row.decode("id")
        courtCode = try row.decode("court_code")
        version = Int(try row.decode("version", as: Int32.self))
        source = try row.name("source")
        receivedOn = try row.decode("received_on")
        registrationID = try row.decode("registration_id")
        createdBy = try row.decode("created_by")
        deadlineRuleKey = try row.decode("deadline_rule_key")
        matterClass = try row.name("matter_class")
        category = try row.name("category")
        classifiedAt = try row.decode("classified_at")
        isSealed = try row.decode("sealed")
        accusedStaffIDs = try row.decode("accused_staff_ids")
        dossierID = try row.decode("dossier_id")
        assigneeID = try row.decode("assignee_id")
        assignedAt = try row.decode("assigned_at")
        dueOn = try row.decode("due_on")
        if let rootID = try row.decode("duplicate_of_id", as: Int64?.self) {
            duplicate = Duplicate(
                rootID: rootID,
                basis: try row.name("duplicate_basis"),
                decidedBy: try row.decode("duplicate_decided_by"),
                decidedAt: try row.decode("duplicate_decided_at")
            )
        }
        reviewLevel = try row.optionalName("review_level")
        reviewRound = Int(try row.decode("review_round", as: Int32.self))
        state = try row.name("state")
        approvedOn = try row.decode("approved_on")
        repliedOn = try row.decode("replied_on")
        closedOn = try row.decode("closed_on")
        voidReason = try row.decode("void_reason")
    }

    /// Writes what may change; the version counts up.
    func updateStatement(at now: Timestamp) -> SQL {
        """
        UPDATE letters.letter SET matter_class = \(matterClass.rawValue), category = \(category.rawValue),
            classified_at = \(classifiedAt), sealed = \(isSealed), accused_staff_ids = \(accusedStaffIDs), dossier_id = \(dossierID),
            assignee_id = \(assigneeID), assigned_at = \(assignedAt), due_on = \(dueOn), duplicate_of_id = \(duplicate?.rootID),
            duplicate_basis = \(duplicate?.basis.rawValue), duplicate_decided_by = \(duplicate?.decidedBy),
            duplicate_decided_at = \(duplicate?.decidedAt), review_level = \(reviewLevel?.rawValue),
            review_round = \(Int32(reviewRound)), state = \(state.rawValue), approved_on = \(approvedOn),
            replied_on = \(repliedOn), closed_on = \(closedOn), void_reason = \(voidReason),
            version = version + 1, updated_at = \(now)
        WHERE id = \(id)
        """
    }

    /// Names of the API's fields that differ, for the audit log.
    func changedFields(since before: LetterRow) -> [String] {
        let comparisons: [(field: String, isChanged: Bool)] = [
            ("matterClass", matterClass != before.matterClass), ("category", category != before.category),
            ("sealed", isSealed != before.isSealed), ("accusedStaffIds", accusedStaffIDs != before.accusedStaffIDs),
            ("dossier", dossierID != before.dossierID), ("assignee", assigneeID != before.assigneeID),
            ("assignedAt", assignedAt != before.assignedAt), ("dueOn", dueOn != before.dueOn),
            ("duplicateOf", duplicate != before.duplicate), ("reviewLevel", reviewLevel != before.reviewLevel),
            ("reviewRound", reviewRound != before.reviewRound), ("state", state != before.state),
            ("approvedOn", approvedOn != before.approvedOn), ("repliedOn", repliedOn != before.repliedOn),
            ("closedOn", closedOn != before.closedOn), ("voidReason", voidReason != before.voidReason),
        ]
        return comparisons.filter(\.isChanged).map(\.field)
    }
}
