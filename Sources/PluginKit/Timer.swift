public import CourtFormats

/// Work that falls due by the business clock: exactly once over any number of servers, and after a stop as well.
///
/// A run commits what its handler writes, records, emits and schedules together with the fact that it ran. A handler that
/// throws is tried again, later and later, and at last is a dead letter, which an administrator replays or skips.
///
/// ```swift
/// extension TimerKind { static let reviewDue = TimerKind("dossiers.reviewDue") }
/// Timer.due(.reviewDue) { timer, context in … }           // context.schedule(.reviewDue, for: dossier, court: …, on: day)
/// Timer.daily("dossiers.digest", at: 7) { day, context in … }
/// ```
public struct Timer: Sendable {
    /// What runs when a row's time has come, as a system actor of the row's court.
    public typealias DueHandler = @Sendable (_ timer: DueTimer, _ context: WriteContext) async throws -> Void
    /// What runs for a day, as a system actor of no court.
    public typealias DailyHandler = @Sendable (_ run: DailyRun, _ context: WriteContext) async throws -> Void

    /// Which days daily work runs for.
    public enum Days: Sendable {
        /// Days that courts work on; a day in a year without its holiday notice counts as one.
        case working
        /// Every day.
        case all
    }

    /// What becomes of days that passed while no server ran.
    public enum Missed: Sendable {
        /// One run for each, the oldest first; of the last 31 days at most.
        case each
        /// One run for all, for the last of them.
        case once
    }

    /// When and how a timer runs.
    public enum Schedule: Sendable {
        /// Once for each row that a command scheduled, on its day or at its time.
        case due(DueHandler)
        /// Once a day from an hour on, in Asia/Shanghai.
        case daily(hour: Int, days: Days, missed: Missed, DailyHandler)
    }

    /// Unique and stable, its plugin's name first: `letters.reminder`.
    public let name: String
    /// When and how it runs.
    public let schedule: Schedule
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int

    private init(_ name: String, _ schedule: Schedule, _ file: String, _ line: Int) {
        self.name = name
        self.schedule = schedule
        self.file = file
        self.line = line
    }

    /// Work for single rows, at the time that commands give with `WriteContext.schedule`.
    public static func due(
        _ kind: TimerKind,
        file: String = #fileID,
        line: Int = #line,
        handler: @escaping DueHandler
    ) -> Timer {
        Timer(kind.name, .due(handler), file, line)
    }

    /// Work for each day from an hour on (0 to 23, Asia/Shanghai); days missed after a stop are made up for.
    public static func daily(
        _ name: String,
        at hour: Int,
        on days: Days = .working,
        missed: Missed = .once,
        file: String = #fileID,
        line: Int = #line,
        handler: @escaping DailyHandler
    ) -> Timer {
        Timer(name, .daily(hour: hour, days: days, missed: missed, handler), file, line)
    }
}

/// A kind of due-time work, by which commands set and unset it for a row.
public struct TimerKind: Hashable, Sendable {
    /// Unique and stable, its plugin's name first: `letters.reminder`.
    public let name: String

    /// Creates a kind; `Timer.due` says what it does.
    public init(_ name: String) { self.name = name }
}

/// A row whose time has come.
public struct DueTimer: Sendable {
    /// The kind.
    public let kind: TimerKind
    /// The row's key.
    public let objectID: Int64
    /// The court that it was scheduled for.
    public let courtCode: String
    /// The day that it was scheduled for; nil where it was a time.
    public let dueOn: CalendarDate?
    /// The time that it was scheduled for; nil where it was a day.
    public let dueAt: Timestamp?
    /// Which try this is, 1 for the first.
    public let attempt: Int

    /// Creates a timer; the host and tests do.
    public init(
        kind: TimerKind,
        objectID: Int64,
        courtCode: String,
        dueOn: CalendarDate? = nil,
        dueAt: Timestamp? = nil,
        attempt: Int = 1
    ) {
        self.kind = kind
        self.objectID = objectID
        self.courtCode = courtCode
        self.dueOn = dueOn
        self.dueAt = dueAt
        self.attempt = attempt
    }
}

/// A day's run of daily work.
public struct DailyRun: Sendable {
    /// The day that it runs for; earlier than the context's business date where it makes up for a stop.
    public let day: CalendarDate
    /// Which try this is, 1 for the first.
    public let attempt: Int

    /// Creates a run; the host and tests do.
    public init(day: CalendarDate, attempt: Int = 1) {
        self.day = day
        self.attempt = attempt
    }
}
