/// A failure of a connection, a statement or a value.
///
/// Its `description` is safe for a log: it never carries what a parameter or a row held. `message` and `detail` are
/// PostgreSQL's own words and may.
public struct PostgresError: Error, Sendable {
    /// What kind of failure; open, so that kinds can be added.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The stable text of the code.
        public let rawValue: String

        /// Creates a code from its stable text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The stable text of the code.
        public var description: String { rawValue }

        /// No connection could be made; nothing was sent.
        public static let connectionFailed = Code(rawValue: "connectionFailed")
        /// The connection ended with a statement under way; whether it took effect is unknown.
        public static let connectionLost = Code(rawValue: "connectionLost")
        /// PostgreSQL answered with an error; see `sqlState`.
        public static let serverError = Code(rawValue: "serverError")
        /// The statement was cancelled, by its task or by an operator.
        public static let cancelled = Code(rawValue: "cancelled")
        /// The statement took longer than its deadline and was cancelled.
        public static let deadlineExceeded = Code(rawValue: "deadlineExceeded")
        /// A cancel request for another statement on the same connection hit this one; it only read.
        public static let cancelledAlong = Code(rawValue: "cancelledAlong")
        /// No connection became free in time.
        public static let poolExhausted = Code(rawValue: "poolExhausted")
        /// The pool has been closed.
        public static let poolClosed = Code(rawValue: "poolClosed")
        /// A value is not what the program asked for: another type, NULL, or malformed bytes.
        public static let decoding = Code(rawValue: "decoding")
        /// A query for one row found several.
        public static let tooManyRows = Code(rawValue: "tooManyRows")
        /// A result is larger than 2 GiB.
        public static let resultTooLarge = Code(rawValue: "resultTooLarge")
        /// Two statements were started at once on one connection.
        public static let connectionBusy = Code(rawValue: "connectionBusy")
        /// A transaction was used after its end.
        public static let transactionFinished = Code(rawValue: "transactionFinished")
        /// A check of what went ahead in a transaction refused; the transaction's end throws what it threw.
        public static let refused = Code(rawValue: "refused")
        /// An applied migration's text is not the text that was applied.
        public static let migrationChanged = Code(rawValue: "migrationChanged")
        /// A migration's statement failed; nothing of this migration was kept.
        public static let migrationFailed = Code(rawValue: "migrationFailed")
    }

    /// What kind of failure.
    public let code: Code
    /// PostgreSQL's five-character SQLSTATE, where the server answered.
    public let sqlState: String?
    /// What happened; from the server it may quote values.
    public let message: String
    /// The server's DETAIL; it often quotes values.
    public let detail: String?
    /// The constraint that was violated.
    public let constraint: String?
    /// The table concerned.
    public let table: String?
    /// The column concerned.
    public let column: String?
    /// Where in the statement's text, in characters from 1.
    package let position: Int?
    /// Which pool had no connection to give.
    package private(set) var pool: Pool?

    /// A pool by the name that its configuration gives it, and how many connections it may have.
    package struct Pool: Sendable, Hashable {
        package let name: String
        package let size: Int
    }

    /// Creates an error.
    public init(
        _ code: Code,
        _ message: String,
        sqlState: String? = nil,
        detail: String? = nil,
        constraint: String? = nil,
        table: String? = nil,
        column: String? = nil
    ) {
        self.init(
            code,
            message,
            sqlState: sqlState,
            detail: detail,
            constraint: constraint,
            table: table,
            column: column,
            position: nil
        )
    }

    package init(
        _ code: Code,
        _ message: String,
        sqlState: String?,
        detail: String?,
        constraint: String?,
        table: String?,
        column: String?,
        position: Int?
    ) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
        self.detail = detail
        self.constraint = constraint
        self.table = table
        self.column = column
        self.position = position
    }

    /// No connection of this pool became free in time.
    static func exhausted(_ configuration: PostgresConfiguration) -> PostgresError {
        var error = PostgresError(
            .poolExhausted,
            "No connection of \"\(configuration.applicationName)\" became free within \(configuration.leaseTimeout); all \(configuration.size) are in use."
        )
        error.pool = Pool(name: configuration.applicationName, size: configuration.size)
        return error
    }

    /// Whether the database itself is out of order, so that other work fails alike: it cannot be reached, has run out of
    /// something, or takes no writes.
    package var isOutage: Bool {
        switch code {
        case .connectionFailed, .connectionLost, .poolExhausted: true
        // Classes 08 (connection), 53 (resources) and 57P (shutdown, recovery); read_only_sql_transaction.
        case .serverError:
            isStorageRefusal || ["08", "53"].contains(sqlState?.prefix(2)) || sqlState?.hasPrefix("57P") == true
        default: false
        }
    }

    /// Whether the database takes no writes at the moment: disk_full, or as below.
    package var isStorageRefusal: Bool { code == .serverError && (sqlState == "53100" || isReadOnlyDatabase) }

    /// Whether a write met a database that is read-only (read_only_sql_transaction), or a standby (feature_not_supported).
    package var isReadOnlyDatabase: Bool {
        sqlState == "25006" || (sqlState == "0A000" && message.contains("during recovery"))
    }

    /// Whether nothing took effect and the same work, run again from its start, may succeed.
    public var isRetryable: Bool {
        switch code {
        case .connectionFailed, .poolExhausted: true
        // serialization_failure, deadlock_detected, lock_not_available, too_many_connections; and a stale plan.
        case .serverError: ["40001", "40P01", "55P03", "53300"].contains(sqlState) || isStalePlan
        default: false
        }
    }

    /// Whether a prepared statement is gone (26000) or its result type has changed (0A000), so that preparing anew helps.
    package var isStalePlan: Bool {
        sqlState == "26000" || (sqlState == "0A000" && message.contains("cached plan must not change result type"))
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Code, SQLSTATE and the names concerned; the message only where it cannot quote a value.
    public var description: String {
        var text = code.rawValue
        if let sqlState { text += " \(sqlState)" }
        if isMessageSafe { text += ": \(message)" }
        let names = [("constraint", constraint), ("table", table), ("column", column)]
            .compactMap { label, name in name.map { "\(label) \($0)" } }
        return names.isEmpty ? text : "\(text) (\(names.joined(separator: ", ")))"
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// The description only, so that `dump` cannot show values either.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

    /// Class 22 (data exceptions), 23 (constraints) and P0 (RAISE) quote values; the classes here name only what the
    /// statement's text names.
    private var isMessageSafe: Bool {
        guard let sqlState else { return true }
        return ["08", "0A", "25", "26", "28", "3D", "3F", "40", "42", "53", "54", "55", "57"].contains(
            sqlState.prefix(2)
        )
    }
}
