public import CourtFormats
public import Postgres

/// What a mutation does to one row: its input, how the audit log calls it, what it reads, and what it decides.
public struct Act<Row: ChangedRow>: Sendable {
    /// The mutation: `extendLetter`.
    public let name: String
    /// The audit event: `letter.extended`.
    public let event: String
    /// Whether other plugins and systems are told of it.
    public let isAnnounced: Bool
    /// Facts that the decision asks for.
    let reads: [any AnyFact]
    /// Who may act on a row that they may not see.
    let knows: (@Sendable (Row, Principal) -> Bool)?
    /// Whether it can be done at all with the plugins that are on.
    let isOffered: @Sendable (ResolverContext) -> Bool
    let decode: @Sendable (InputObject) throws -> any ChangeInput
    let decide: @Sendable (any ChangeInput, inout Change<Row>) async throws -> Void

    /// An act with a decision, which says what of the row changes and what is written beside it.
    ///
    /// `knows` admits whoever knows of the row without seeing it; `isOffered` takes it from `availableActions` where a
    /// plugin that it needs is off.
    public init<Input: ChangeInput>(
        _ event: String,
        announced isAnnounced: Bool = false,
        reads: [any AnyFact] = [],
        knows: (@Sendable (Row, Principal) -> Bool)? = nil,
        isOffered: @escaping @Sendable (ResolverContext) -> Bool = { _ in true },
        _ decide: @escaping @Sendable (_ input: Input, _ change: inout Change<Row>) async throws -> Void
    ) {
        name = Input.mutation
        self.event = event
        self.isAnnounced = isAnnounced
        self.reads = reads
        self.knows = knows
        self.isOffered = isOffered
        decode = { try Input(input: .object($0.members), field: .input([])) }
        self.decide = { input, change in
            guard let input = input as? Input else { preconditionFailure("an act is given the input it has read") }
            try await decide(input, &change)
        }
    }

    /// An act that does nothing but take the row to its next state.
    public init<Input: ChangeInput>(_ input: Input.Type, _ event: String, announced isAnnounced: Bool = false) {
        self.init(event, announced: isAnnounced) { (_: Input, _) in }
    }
}

/// A change of one row while it is decided: what is written is collected, and goes out together when all is decided.
public struct Change<Row: ChangedRow>: Sendable {
    /// The command's own context.
    public let context: WriteContext
    /// The row as it was locked.
    public let before: Row
    /// The row as it becomes.
    public var row: Row
    /// What was read beside it.
    public internal(set) var facts: FactValues
    var statements: [SQL] = []
    var fields: [String] = []
    var afterwards: [@Sendable (WriteContext) async throws -> Void] = []

    /// Creates a change; the kit does.
    init(_ context: WriteContext, _ row: Row, _ facts: FactValues) {
        self.context = context
        before = row
        self.row = row
        self.facts = facts
    }

    /// The business date.
    public var today: CalendarDate { context.clock.today }
    /// The instant.
    public var now: Timestamp { context.clock.now }
    /// Who asks; POST_REQUIRED without a post, which the kit has asked before.
    public var staff: Int64 { get throws(DomainError) { try context.staff } }

    /// A fact, read now unless the act has said that it reads it.
    public func fact<Value>(_ fact: Fact<Value>) async throws -> Value {
        if facts.has(fact) { return try facts(fact) }
        var values = FactValues()
        let rows = try await context.transaction.query(Row.factStatement([fact], ids: [before.id]))
        guard let row = rows.first else { throw ResolverFault("the locked row of \(Row.table) is gone") }
        try values.read([fact], from: row)
        return try values(fact)
    }

    /// Writes to a table beside the row's own; `field` is the API's name of what changes.
    public mutating func write(_ field: String, _ statement: SQL) {
        statements.append(statement)
        touch(field)
    }

    /// Says that something changes which is written otherwise.
    public mutating func touch(_ field: String) {
        if !fields.contains(field) { fields.append(field) }
    }

    /// Does something once the change is written, in its transaction.
    public mutating func afterwards(_ body: @escaping @Sendable (WriteContext) async throws -> Void) {
        afterwards.append(body)
    }
}

// What hangs on the row, in tables that name it and its court: `letter_id`, `court_code`.
extension Change {
    /// Adds a row; with `replacing`, takes the place of the one that has the same values in these columns.
    public mutating func insert(
        _ field: String,
        into table: String,
        _ columns: String,
        _ values: SQL,
        replacing key: String? = nil
    ) {
        let insert: SQL = """
            INSERT INTO \(raw: table) (\(raw: Row.keyColumn), court_code, \(raw: columns))
            VALUES (\(before.id), \(before.courtCode), \(values))
            """
        guard let key else { return write(field, insert) }
        let replaced = columns.split(separator: ",").map { column in
            let name = column.drop { $0 == " " || $0 == "\n" }
            return "\(name) = excluded.\(name)"
        }
        write(field, "\(insert) ON CONFLICT (\(raw: key)) DO UPDATE SET \(raw: replaced.joined(separator: ", "))")
    }

    /// Changes the rows that hang on this one, all or those that a condition names.
    public mutating func update(
        _ field: String,
        _ table: String,
        _ assignments: SQL,
        where condition: SQL = "true"
    ) {
        let place: SQL = "\(raw: Row.keyColumn) = \(before.id) AND \(condition)"
        write(field, "UPDATE \(raw: table) SET \(assignments) WHERE \(place)")
    }

    /// Removes the rows that hang on this one.
    public mutating func delete(_ field: String, from table: String) {
        write(field, "DELETE FROM \(raw: table) WHERE \(raw: Row.keyColumn) = \(before.id)")
    }
}

extension ChangedRow {
    /// Facts of rows, each with its row's key.
    static func factStatement(_ facts: [any AnyFact], ids: [Int64]) -> SQL {
        "SELECT r.id AS row_key, \(facts.columns) FROM \(raw: table) r WHERE r.id = ANY (\(ids))"
    }

    /// Rows with their facts, without a lock.
    static func statement(_ facts: [any AnyFact], ids: [Int64]) -> SQL {
        let columns = facts.isEmpty ? self.columns : "\(self.columns), \(facts.columns)"
        return "SELECT \(columns) FROM \(raw: table) r WHERE r.id = ANY (\(ids))"
    }
}
