public import CourtFormats
public import Postgres

/// A row that mutations change, as it stands while it is locked; generated from a type with `@changes`.
///
/// Its table has the columns `id`, `court_code`, `version` and `updated_at`.
public protocol ChangedRow: Hashable, Sendable {
    /// Where the row is in its life; `NoState` for one without.
    associatedtype State: RawRepresentable & Hashable & Sendable & CaseIterable where State.RawValue == String

    /// `Letter`, as the audit log and the published schema name it.
    static var typeName: String { get }
    /// `letters.letter`.
    static var table: String { get }
    /// What is read of it, of a table that a statement calls `r`.
    static var columns: SQL { get }

    /// Its key.
    var id: Int64 { get }
    /// The court whose row it is.
    var courtCode: String { get }
    /// Counts up with each change.
    var version: Int { get }
    /// Where it is in its life.
    var state: State { get set }
    /// Who may see it: the values of the columns that the type's visibility names.
    var visibility: RowVisibility { get }

    /// Reads it from a row of `columns`.
    init(_ row: Row) throws(PostgresError)
    /// What differs from the row as it was: the API's field and the assignment to its column.
    func changes(since before: Self) -> [ColumnChange]
    /// A date by the name of its field; nil where there is none.
    func date(of field: String) -> CalendarDate?
}

/// A column that has changed.
public struct ColumnChange: Hashable, Sendable {
    /// The API's name of what changed, for the audit log.
    public let field: String
    /// `due_on = $1`.
    public let assignment: SQL

    /// Creates a change.
    public init(_ field: String, _ assignment: SQL) {
        self.field = field
        self.assignment = assignment
    }
}

/// The state of a row without a life cycle.
public enum NoState: String, Hashable, Sendable, CaseIterable {
    /// The row is there.
    case present = "PRESENT"
}

extension ChangedRow {
    /// The name of its key in an input: `letterId`.
    public static var keyField: String { typeName.prefix(1).lowercased() + typeName.dropFirst() + "Id" }

    /// The column by which the rows that hang on it name it: `letter_id`.
    public static var keyColumn: String { typeName.snakeCase + "_id" }

    /// Locks rows, in the order of their keys, and reads them.
    static func lockStatement(where condition: SQL) -> SQL {
        "SELECT \(columns) FROM \(raw: table) r WHERE \(condition) ORDER BY r.id FOR UPDATE"
    }

    /// Locks a row, for a change of another that depends on it; nil when there is none.
    public static func lock(_ id: Int64, in transaction: Transaction) async throws -> Self? {
        try await transaction.queryOne(lockStatement(where: "r.id = \(id)")).map { row in try Self(row) }
    }

    /// Writes what has changed; the version counts up.
    func updateStatement(_ changes: [ColumnChange], at now: Timestamp) -> SQL {
        let assignments = changes.map(\.assignment) + ["version = version + 1, updated_at = \(now)"]
        return "UPDATE \(raw: Self.table) SET \(SQL(joining: assignments, separator: ", ")) WHERE id = \(id)"
    }
}

extension String {
    /// `Letter` → `letter`, `LegalAidReferral` → `legal_aid_referral`.
    var snakeCase: String {
        var text = ""
        for character in self {
            if character.isUppercase, !text.isEmpty { text += "_" }
            text += character.lowercased()
        }
        return text
    }
}
