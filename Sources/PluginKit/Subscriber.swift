public import CourtFormats

/// A plugin's listener to events of its own, of other plugins and of the core.
///
/// What it listens to is delivered from the outbox at least once, in order for each row, in a transaction of its own, by
/// whichever server holds the turn. What the handler writes, records and emits commits together with the delivery: in the
/// database an event takes effect once. A handler that throws is tried again, later and later; meanwhile further events of
/// the same row wait and other rows go on. After the last try the event is a dead letter, which an administrator replays
/// or skips.
public struct Subscriber: Sendable {
    /// What takes an event.
    ///
    /// It runs as a system actor (`Principal.isSystem`): without roles, of the event's court. The role that writes has no row
    /// limits, so a handler sees rows of every court, sealed ones included, and decides by itself what to look at.
    public typealias Handler = @Sendable (_ event: DeliveredEvent, _ context: WriteContext) async throws -> Void

    /// Which events a subscriber gets when a database first knows of it.
    public enum Start: Sendable {
        /// Those that are published from then on.
        case newest
        /// All on record, the oldest first.
        case beginning
    }

    /// Unique and stable, its plugin's name first: `letters.closeDossier`.
    public let name: String
    /// Names of events, `letter.closed`; a whole kind as `letter.*`.
    public let events: [String]
    /// Where it begins.
    public let start: Start
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int
    /// What takes an event.
    public let handler: Handler

    /// Creates a subscriber.
    public init(
        _ name: String,
        to events: [String],
        from start: Start = .newest,
        file: String = #fileID,
        line: Int = #line,
        handler: @escaping Handler
    ) {
        self.name = name
        self.events = events
        self.start = start
        self.file = file
        self.line = line
        self.handler = handler
    }
}

/// An event as a subscriber gets it: which row, of which court, in which state; what else it needs it reads.
public struct DeliveredEvent: Sendable {
    /// The event's own key, the same at each try.
    public let id: Int64
    /// `letter.closed`.
    public let name: String
    /// The row's kind, the first part of the name: `letter`.
    public let object: String
    /// The row's key.
    public let objectID: Int64
    /// The court whose row it is.
    public let courtCode: String
    /// The state that was reached then; the row may have moved on since.
    public let state: String?
    /// Whether the row was sealed then.
    public let isSealed: Bool
    /// When it was recorded.
    public let at: Timestamp
    /// Which try this is, 1 for the first.
    public let attempt: Int

    /// Creates an event; the host and tests do.
    public init(
        id: Int64,
        name: String,
        objectID: Int64,
        courtCode: String,
        state: String? = nil,
        isSealed: Bool = false,
        at: Timestamp,
        attempt: Int = 1
    ) {
        self.id = id
        self.name = name
        object = OutboxEvent.object(of: name)
        self.objectID = objectID
        self.courtCode = courtCode
        self.state = state
        self.isSealed = isSealed
        self.at = at
        self.attempt = attempt
    }
}
