public import CourtFormats
public import Postgres

/// What a command works with: its transaction, who asks, the business clock, and the records that commit with it.
public struct WriteContext: Sendable {
    /// The open transaction; committed by the host when the command and the read of its payload have succeeded.
    public let transaction: Transaction
    /// Who asks.
    public let principal: Principal
    /// The business date and the time of this request.
    public let clock: BusinessClock
    /// For the audit log.
    public let requestID: String
    private let services: [any PluginService]
    let records: WriteRecords

    /// Creates a context; the host and tests do.
    public init(
        transaction: Transaction,
        principal: Principal,
        clock: BusinessClock,
        requestID: String,
        services: [any PluginService],
        records: WriteRecords
    ) {
        self.transaction = transaction
        self.principal = principal
        self.clock = clock
        self.requestID = requestID
        self.services = services
        self.records = records
    }

    /// The member of staff who asks, for an act that names a person; a token without a post: POST_REQUIRED.
    public var staff: Int64 {
        get throws(DomainError) {
            guard let staff = principal.staffID else {
                throw DomainError(.postRequired, "该操作须由在职人员办理，令牌未关联人员")
            }
            return staff
        }
    }

    /// Runs the statements that a command begins with in one round trip; rows of each.
    ///
    /// What the host has to do before (`BEGIN`, who is asking, the idempotency key, rows that the input names) goes ahead in the
    /// same round trip, and refuses before the command sees these rows. So they must not depend on each other's rows.
    public func first(_ statements: [SQL]) async throws -> [Rows] { try await transaction.query(statements) }

    /// Writes what the command need not wait for: the statements go with the next round trip, ahead of it; at the end of the
    /// command with its records, the payload's read and the commit.
    ///
    /// A statement that fails there is answered as one that fails at once: nothing was written. Where rows are needed, or
    /// how many there were, use `transaction`: it sees what was written before.
    public func write(_ statements: [SQL]) { transaction.ahead(statements.map(\.bound)) }

    /// Writes what the command need not wait for.
    public func write(_ statement: SQL) { write([statement]) }

    /// Records an audit event, written in this transaction.
    ///
    /// Every state change needs one.
    public func audit(_ event: AuditEvent) { records.append(event) }

    /// Records an event for other plugins and systems (id and state only) in the outbox, in this transaction.
    ///
    /// It is there if, and only if, what it tells of was committed.
    public func emit(_ event: OutboxEvent) { records.append(event) }

    /// Makes this a dry run: the payload is read as if everything were written, then all of it is rolled back.
    public func discardWrites() { records.discard() }

    /// Says that who may do what has changed: with the commit this server forgets whom tokens belong to, and looks again.
    ///
    /// Other servers on the same database notice within seconds.
    public func forgetCallers() { records.forgetCallers() }

    /// What every plugin that is on offers under this protocol, in their order.
    public func services<Service>(_ type: Service.Type) -> [Service] { services.compactMap { $0 as? Service } }

    /// The service that a plugin offers under this protocol; nil when that plugin is off.
    public func service<Service>(_ type: Service.Type) -> Service? {
        for service in services {
            if let found = service as? Service { return found }
        }
        return nil
    }
}

/// Time as the business sees it.
public struct BusinessClock: Sendable {
    /// The date in Asia/Shanghai, or the demo date.
    public let today: CalendarDate
    /// The instant.
    public let now: Timestamp

    /// Creates a clock reading.
    public init(today: CalendarDate, now: Timestamp) {
        self.today = today
        self.now = now
    }
}

/// What was done to what: field names and hashes, never personal values.
public struct AuditEvent: Sendable {
    /// `letter.classified`.
    public let action: String
    /// `Letter`.
    public let objectType: String
    /// The row's key; nil for an act on no single row.
    public let objectID: Int64?
    /// The court whose data it is.
    public let courtCode: String
    /// Names of the fields that changed.
    public let changedFields: [String]
    /// Why, where a purpose is required.
    public let purpose: String?

    /// Creates an event.
    public init(
        _ action: String,
        objectType: String,
        objectID: Int64?,
        courtCode: String,
        changedFields: [String] = [],
        purpose: String? = nil
    ) {
        self.action = action
        self.objectType = objectType
        self.objectID = objectID
        self.courtCode = courtCode
        self.changedFields = changedFields
        self.purpose = purpose
    }
}

/// An event on the host's bus.
public struct OutboxEvent: Sendable {
    /// The row's kind, a dot, what happened: `letter.replied`.
    public let name: String
    /// The row's key.
    public let objectID: Int64
    /// The court.
    public let courtCode: String
    /// The state reached.
    public let state: String?
    /// Whether the row is sealed: subscribers get its events, outside systems do not.
    public let isSealed: Bool

    /// Creates an event; whether its row is sealed is never left open.
    public init(_ name: String, objectID: Int64, courtCode: String, state: String? = nil, sealed: Bool) {
        self.name = name
        self.objectID = objectID
        self.courtCode = courtCode
        self.state = state
        isSealed = sealed
    }

    /// The row's kind, by which its events are in order: `letter`.
    public var object: String { Self.object(of: name) }

    static func object(of name: String) -> String { String(name.prefix { $0 != "." }) }
}
