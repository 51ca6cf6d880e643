public import CourtFormats
public import Postgres

/// What a guard, a relation or a decision's branch looks at: the row as it was locked, facts, the input, who asks, the day.
public struct Subject<Row: ChangedRow>: Sendable {
    /// The row before the change.
    public let row: Row
    /// Who asks.
    public let principal: Principal
    /// The business date.
    public let today: CalendarDate
    /// What was read beside the row.
    public var facts: FactValues
    let input: (any Sendable)?

    /// Creates a subject; the kit and tests do.
    public init(
        _ row: Row,
        principal: Principal,
        today: CalendarDate,
        facts: FactValues = FactValues(),
        input: (any Sendable)? = nil
    ) {
        self.row = row
        self.principal = principal
        self.today = today
        self.facts = facts
        self.input = input
    }

    /// The input of the action that is tried; nil for another action's, or where it is only asked what can be done.
    public func input<Input>(_ type: Input.Type = Input.self) -> Input? { input as? Input }
}

/// A condition of a transition, with what is said when it does not hold.
public struct Guard<Row: ChangedRow>: Sendable {
    /// What a guard asks about.
    public enum Basis: String, Hashable, Sendable {
        /// What is on record: an action whose record says no is not offered.
        case record
        /// What the caller gives: another input may do.
        case input
        /// Which of an action's rows is meant; reported only when nothing else is missing.
        case branch
    }

    /// A stable name, listed in `extensions.unmet`.
    public let name: String
    /// What is missing, in Chinese.
    public let message: String
    /// What it asks about.
    public let basis: Basis
    /// What is said instead of GUARD_FAILED.
    let refusal: DomainError?
    let facts: [any AnyFact]
    /// A condition that the input is part of.
    let condition: (@Sendable (any Sendable) -> SQL?)?
    let holds: @Sendable (Subject<Row>) throws -> Bool
}

extension Guard {
    /// A condition over the row, the facts that it names, and the input.
    public init(
        _ name: String,
        _ message: String,
        on basis: Basis = .record,
        _ facts: [any AnyFact] = [],
        refusal: DomainError? = nil,
        holds: @escaping @Sendable (Subject<Row>) throws -> Bool
    ) {
        self.init(
            name: name,
            message: message,
            basis: basis,
            refusal: refusal,
            facts: facts,
            condition: nil,
            holds: holds
        )
    }

    /// A condition over one fact.
    public init<Value>(
        _ name: String,
        _ message: String,
        on basis: Basis = .record,
        _ fact: Fact<Value>,
        refusal: DomainError? = nil,
        holds: @escaping @Sendable (Value) -> Bool
    ) {
        self.init(name, message, on: basis, [fact], refusal: refusal) { subject in holds(try subject.facts(fact)) }
    }

    /// A condition that the database answers, over the row `r`.
    public init(
        _ name: String,
        _ message: String,
        on basis: Basis = .record,
        sql: SQL,
        refusal: DomainError? = nil
    ) {
        self.init(name, message, on: basis, Fact<Bool>("guard \(name): \(sql.text)", sql), refusal: refusal) { $0 }
    }

    /// A condition over the input, and the row.
    public init<Input>(
        _ name: String,
        _ message: String,
        on basis: Basis = .input,
        of input: Input.Type,
        refusal: DomainError? = nil,
        holds: @escaping @Sendable (Input, Subject<Row>) throws -> Bool
    ) {
        self.init(name, message, on: basis, refusal: refusal) { subject in
            guard let input = subject.input(Input.self) else { return true }
            return try holds(input, subject)
        }
    }

    /// A condition that the database answers, of the input and the row `r`.
    public init<Input>(
        _ name: String,
        _ message: String,
        of input: Input.Type,
        refusal: DomainError? = nil,
        sql: @escaping @Sendable (Input) -> SQL
    ) {
        let answer = Fact<Bool>(Self.answer(name), "")
        self.init(
            name: name,
            message: message,
            basis: .input,
            refusal: refusal,
            facts: [],
            condition: { ($0 as? Input).map(sql) },
            holds: { subject in subject.input(Input.self) == nil ? true : try subject.facts(answer) }
        )
    }

    /// What is to be read for it, where this input is tried.
    func facts(for input: (any Sendable)?) -> [any AnyFact] {
        guard let condition, let input, let sql = condition(input) else { return facts }
        return facts + [Fact<Bool>(Self.answer(name), sql)]
    }

    /// The name of what the database answers of an input.
    private static func answer(_ name: String) -> String { "input \(name)" }
}

/// Who an actor must be to the row, beyond the role: what is said to anybody else.
public struct Relation<Row: ChangedRow>: Sendable {
    /// A name for the documentation: `assignee`.
    public let name: String
    /// What it is, in Chinese.
    public let meaning: String
    let facts: [any AnyFact]
    let refusal: @Sendable (Subject<Row>) throws -> DomainError?

    /// A relation by its refusal; nil admits.
    public init(
        _ name: String,
        _ meaning: String,
        _ facts: [any AnyFact] = [],
        refusal: @escaping @Sendable (Subject<Row>) throws -> DomainError?
    ) {
        self.name = name
        self.meaning = meaning
        self.facts = facts
        self.refusal = refusal
    }

    /// The one person that the row names, or their deputy, else FORBIDDEN: `.only("assignee", "承办人本人") { $0.assigneeID }`.
    public static func only(
        _ name: String,
        _ meaning: String,
        _ person: @escaping @Sendable (Row) -> Int64?
    ) -> Relation {
        Relation(name, meaning) { subject in
            subject.principal.acts(as: person(subject.row)) ? nil : .forbidden
        }
    }

    /// Anybody but the person that the row names, and their deputy: the drafter does not approve, nor does anybody for them.
    public static func other(
        _ name: String,
        _ meaning: String,
        than person: @escaping @Sendable (Row) -> Int64?,
        refusal: DomainError = .forbidden
    ) -> Relation {
        Relation(name, meaning) { subject in
            subject.principal.acts(as: person(subject.row)) ? refusal : nil
        }
    }
}

extension DomainError {
    /// 无权限.
    public static let forbidden = DomainError(.forbidden, "无权限")

    /// 不存在, of a field of the input: `.absent("letterId")`.
    public static func absent(_ field: String...) -> DomainError {
        DomainError(.notFound, "不存在", field: .input(field))
    }

    /// 不满足流转条件, of one condition that a decision finds.
    public static func unmet(_ name: String, _ message: String) -> DomainError { .unmet([(name, message)]) }

    /// Throws DATE_ORDER for a date of the input that lies before another.
    public static func require(
        _ date: CalendarDate,
        notBefore earliest: CalendarDate?,
        _ field: String...
    ) throws(DomainError) {
        guard let earliest, date < earliest else { return }
        throw DomainError(.dateOrder, "日期先后顺序错误", field: .input(field))
    }

    /// 不满足流转条件, of all conditions that a decision finds.
    public static func unmet(_ conditions: [(name: String, message: String)]) -> DomainError {
        let listed: [InputObject.Value] = conditions.map { condition in
            .object([
                .init(name: "name", value: .string(condition.name)),
                .init(name: "message", value: .string(condition.message)),
            ])
        }
        return DomainError(
            .guardFailed,
            "不满足流转条件：" + conditions.map(\.message).joined(separator: "；"),
            details: [.init("unmet", .list(listed))]
        )
    }
}

extension InputPath {
    /// A field of the mutation's input: `.input(["senders", "0", "name"])`.
    public static func input(_ names: [String]) -> InputPath { InputPath(["input"] + names) }
}
