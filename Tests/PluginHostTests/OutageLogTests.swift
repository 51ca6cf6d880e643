import Logging
import Postgres
import Synchronization
import Testing

@testable import PluginHost

@Suite("The log of an outage")
struct OutageLogTests {
    @Test("A thousand requests that meet one outage are a line and a summary, with their number")
    func summarized() async throws {
        let lines = Lines()
        let log = OutageLog(logger: lines.logger, interval: .milliseconds(200))
        for number in 0..<1_000 {
            log.report("request failed", PostgresError(.connectionFailed, "refused"), request: "r\(number)")
        }
        #expect(lines.all.count == 1)
        #expect(lines.all.first?.contains("request=r0") == true)
        while lines.all.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(lines.all.last?.contains("again=999") == true)
        // After a quiet interval the next one is told at once.
        while log.isCounting { try await Task.sleep(for: .milliseconds(10)) }
        #expect(lines.all.count == 2)
        log.report("request failed", PostgresError(.connectionFailed, "refused"), request: "later")
        #expect(lines.all.last?.contains("request=later") == true)
    }

    @Test("Different outages are told apart, and what is none is told each time")
    func kinds() {
        let lines = Lines()
        let log = OutageLog(logger: lines.logger, interval: .seconds(600))
        for _ in 0..<5 {
            log.report("request failed", PostgresError(.connectionFailed, "refused"))
            log.report("request failed", PostgresError(.serverError, "full", sqlState: "53100"))
            log.report("not ready", PostgresError(.connectionFailed, "refused"))
        }
        #expect(lines.all.count == 3)
        for _ in 0..<5 { log.report("request failed", PostgresError(.serverError, "no table", sqlState: "42P01")) }
        #expect(lines.all.count == 8)
    }

    /// A logger whose lines can be looked at.
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

        private struct Handler: LogHandler {
            let lines: Lines
            var metadata: Logger.Metadata = [:]
            var logLevel = Logger.Level.info

            subscript(metadataKey key: String) -> Logger.Metadata.Value? {
                get { metadata[key] }
                set { metadata[key] = newValue }
            }

            func log(event: LogEvent) {
                let values = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted()
                lines.lines.withLock { $0.append("\(event.message) \(values.joined(separator: " "))") }
            }
        }
    }
}
