public import Postgres

/// Work that stands open with members of staff, and the mutation that gives it to another: what must not be lost when
/// somebody leaves.
///
/// ```swift
/// OpenWork(
///     type: "Visit", title: "来访", mutation: "reassignVisit", person: "handlerId",
///     open: "SELECT v.id, v.handler_id AS staff_id, v.court_code, v.due_on, v.version, v.sealed FROM visits.visit v WHERE …"
/// )
/// ```
public struct OpenWork: Sendable {
    /// The GraphQL type of its rows.
    public let type: String
    /// What it is called, in Chinese: `来信`.
    public let title: String
    /// The mutation of one row that gives it to another; its input is `@change(of:)` the type.
    public let mutation: String
    /// The member of its input that names the other: `assigneeId`.
    public let person: String
    /// The member that says why; nil where it takes none.
    public let reason: String?
    /// The rows that are open: a query of `id`, `staff_id`, `court_code`, `due_on` (a date, or NULL), `version` and `sealed`.
    public let open: SQL
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int

    /// Declares open work.
    public init(
        type: String,
        title: String,
        mutation: String,
        person: String,
        reason: String? = "reason",
        open: SQL,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.type = type
        self.title = title
        self.mutation = mutation
        self.person = person
        self.reason = reason
        self.open = open
        self.file = file
        self.line = line
    }

    /// The key of a row in the mutation's input: `letterId`.
    public var keyField: String { type.prefix(1).lowercased() + type.dropFirst() + "Id" }
}
