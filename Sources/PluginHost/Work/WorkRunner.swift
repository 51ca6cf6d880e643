import CourtFormats
import PluginKit

/// What a plugin has declared to run by itself, with its one worker over all servers.
struct WorkRunner: Sendable {
    enum Kind: String, Sendable {
        case subscriber = "SUBSCRIBER"
        case timer = "TIMER"
        case daily = "DAILY"
    }

    private enum Body: Sendable {
        case subscriber(Subscriber)
        case timer(Timer, Timer.DueHandler)
        case daily(DailyWork, Timer.DailyHandler)
    }

    /// Its plugin's name, a dot, its own.
    let name: String
    private let body: Body

    init(_ subscriber: Subscriber) {
        name = subscriber.name
        body = .subscriber(subscriber)
    }

    init(_ timer: Timer) {
        name = timer.name
        body =
            switch timer.schedule {
            case .due(let handler): .timer(timer, handler)
            case .daily(let hour, let days, let missed, let handler):
                .daily(DailyWork(name: timer.name, hour: hour, days: days, missed: missed), handler)
            }
    }

    var kind: Kind {
        switch body {
        case .subscriber: .subscriber
        case .timer: .timer
        case .daily: .daily
        }
    }

    var subscriber: Subscriber? { if case .subscriber(let subscriber) = body { subscriber } else { nil } }

    var daily: DailyWork? { if case .daily(let work, _) = body { work } else { nil } }

    /// What the audit log says did it.
    var client: String { kind == .subscriber ? "subscriber:\(name)" : "timer:\(name)" }

    func run(_ task: WorkTask, in context: WriteContext) async throws {
        switch (body, task.subject) {
        case (.subscriber(let subscriber), .event(let event)): try await subscriber.handler(event, context)
        case (.timer(let timer, let handler), .row(let id, let dueOn, let dueAt)):
            let due = DueTimer(
                kind: TimerKind(timer.name),
                objectID: id,
                courtCode: task.courtCode,
                dueOn: dueOn,
                dueAt: dueAt,
                attempt: task.attempt
            )
            try await handler(due, context)
        case (.daily(_, let handler), .day(let day)):
            try await handler(DailyRun(day: day, attempt: task.attempt), context)
        default: throw WorkFailure(description: "a task of another kind than its runner's")
        }
    }
}

/// Daily work without what it does.
struct DailyWork: Sendable {
    let name: String
    let hour: Int
    let days: Timer.Days
    let missed: Timer.Missed

    /// The last day that it is due for at this moment.
    func lastDay(_ clock: BusinessClock) -> CalendarDate {
        clock.hour >= hour ? clock.today : clock.today.adding(days: -1)
    }
}

extension BusinessClock {
    /// The hour of the day in Asia/Shanghai.
    var hour: Int {
        let hours = Int(now.microsecondsSinceEpoch / 3_600_000_000) + 8
        return (hours % 24 + 24) % 24
    }
}

/// Why the host itself gives a task up.
struct WorkFailure: Error, CustomStringConvertible {
    let description: String
}
