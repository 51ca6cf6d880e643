import Logging
import Postgres
import Synchronization

/// Tells the log that the database is out of order: at once, and then how often it was met, not once for each request.
final class OutageLog: Sendable {
    private struct Period {
        /// What was not told since its begin.
        var count = 0
    }

    private let logger: Logger
    private let interval: Duration
    /// By what is told; the texts are few, as they name no request.
    private let periods = Mutex<[String: Period]>([:])

    init(logger: Logger, interval: Duration = .seconds(10)) {
        self.logger = logger
        self.interval = interval
    }

    /// Whether an outage was told less than an interval ago.
    var isCounting: Bool { periods.withLock { !$0.isEmpty } }

    /// Tells what went wrong; of an outage only the first in a while, with a summary at the end of it.
    func report(_ event: Logger.Message, _ error: any Error, request: String? = nil) {
        var metadata: Logger.Metadata = ["error": "\(error)"]
        metadata["request"] = request.map { "\($0)" }
        guard let condition = Self.condition(error) else { return logger.error(event, metadata: metadata) }
        let kind = "\(event): \(condition)"
        let isFirst = periods.withLock { periods in
            guard periods[kind] == nil else {
                periods[kind]?.count += 1
                return false
            }
            periods[kind] = Period()
            return true
        }
        guard isFirst else { return }
        logger.error(event, metadata: metadata)
        Task { [self] in await summarize(event, kind, last: "\(error)") }
    }

    /// What an outage is known by; nil for what is none.
    private static func condition(_ error: any Error) -> String? {
        switch error {
        case let error as PostgresError where error.isOutage: "\(error.code) \(error.sqlState ?? "")"
        case is Readiness.WritesRefused: "writes refused"
        default: nil
        }
    }

    /// As long as it goes on, one line for each interval.
    private func summarize(_ event: Logger.Message, _ kind: String, last error: String) async {
        while true {
            try? await Task.sleep(for: interval)
            let count = periods.withLock { periods in
                let count = periods[kind]?.count ?? 0
                periods[kind] = count == 0 ? nil : Period()
                return count
            }
            guard count > 0 else { return }
            logger.error(event, metadata: ["error": "\(error)", "again": "\(count)", "within": "\(interval)"])
        }
    }
}
