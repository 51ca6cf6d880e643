import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A change of one letter while it is decided: what to write is collected, and written when the workflow allows it.
struct LetterChange: Sendable {
    let context: WriteContext
    var letter: LetterRow
    var facts: LetterFacts
    private(set) var statements: [SQL] = []
    private(set) var fields: [String] = []

    var today: CalendarDate { context.clock.today }
    var now: Timestamp { context.clock.now }

    init(_ context: WriteContext, _ letter: LetterRow, _ facts: LetterFacts) {
        self.context = context
        self.letter = letter
        self.facts = facts
    }

    /// Writes to a table beside the letter's own; `field` is the API's name of what changes.
    mutating func write(_ field: String, _ statement: SQL) {
        statements.append(statement)
        if !fields.contains(field) { fields.append(field) }
    }

    /// What is owed to another body is owed when the letter is due.
    fileprivate mutating func moveReportBack(from dueOn: CalendarDate) {
        guard letter.dueOn != dueOn, facts.owesReport else { return }
        write("reportBack", "UPDATE letters.report_back SET due_on = \(letter.dueOn) WHERE letter_id = \(letter.id)")
    }

    /// Keeps why it was decided.
    mutating func keepReason(
        _ action: LetterAction,
        _ reason: String,
        ground: ReopenGround? = nil
    ) throws(DomainError) {
        let staff = try context.staff
        write(
            "decisions",
            """
            INSERT INTO letters.letter_decision (letter_id, court_code, action, ground, reason, by_id, at)
            VALUES (\(letter.id), \(letter.courtCode), \(action.rawValue), \(ground?.rawValue), \(reason),
                \(staff), \(now))
            """
        )
    }
}

/// An input that changes a letter as it was read.
protocol LetterChangeInput: Sendable {
    var letterId: EntityID { get }
    var version: Int { get }
}

extension LetterCommands {
    /// Every change of a letter: a person who answers for it, lock, access, version, workflow, the decision itself, its
    /// guards, one write, its records.
    func change(
        _ action: LetterAction,
        _ input: some LetterChangeInput,
        _ context: WriteContext,
        _ decide: (inout LetterChange) async throws -> Void = { _ in }
    ) async throws -> LetterPayload {
        // Before the letter is looked at, so that the refusal says nothing of it.
        _ = try context.staff
        let roles = context.principal.roles
        let found = try await LetterRow.lockWithFacts(
            input.letterId.value,
            on: context.clock.today,
            in: context.transaction
        )
        guard let (before, facts) = found else { throw DomainError.absent("letterId") }
        try before.admit(context.principal, to: action)
        guard before.version == input.version else { throw Self.versionConflict(current: before.version) }
        try LetterWorkflow.table.require(action.rawValue, from: before.state, roles: roles)
        // A review at the wrong level is told the right one first.
        if action != .review,
            let refusal = LetterRelation.refusal(of: action, on: before, facts, by: context.principal)
        {
            throw refusal
        }

        var change = LetterChange(context, before, facts)
        try await decide(&change)
        change.letter.state = try LetterWorkflow.table.next(
            action.rawValue,
            from: before.state,
            subject: change.facts,
            roles: roles
        )

        change.moveReportBack(from: before.dueOn)
        context.write([change.letter.updateStatement(at: context.clock.now)] + change.statements)
        let changed = change.letter.changedFields(since: before) + change.fields
        record(action, before.id, court: before.courtCode, state: change.letter.state, changed: changed, in: context)
        try await LetterSeal(context).spread(from: before, to: change.letter)
        if let registration = before.registrationID {
            if change.letter.assigneeID != before.assigneeID {
                let registry = context.service((any PetitionRegistry).self)
                try await registry?.assign(registration: registration, to: change.letter.assigneeID, in: context)
            }
            if change.letter.state != before.state {
                try await follow([registration], change.letter.state, after: action, in: context)
            }
        }
        return LetterPayload(letter: before.id, receipt: before.id)
    }

    /// The records that commit with a change.
    func record(
        _ action: LetterAction,
        _ letter: Int64,
        court: String,
        state: LetterState,
        changed: [String],
        in context: WriteContext
    ) {
        context.audit(
            AuditEvent(action.event, objectType: "Letter", objectID: letter, courtCode: court, changedFields: changed)
        )
        if action.isAnnounced {
            context.emit(OutboxEvent(action.event, objectID: letter, courtCode: court, state: state.rawValue))
        }
    }

    private static func versionConflict(current: Int) -> DomainError {
        DomainError(
            .versionConflict,
            "数据已被他人修改，请刷新",
            field: .input(["version"]),
            details: [.init("version", .integer(current))]
        )
    }
}
