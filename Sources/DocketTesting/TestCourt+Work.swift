import CourtFormats
import DocketServer
import PluginHost

extension TestCourt {
    /// Delivers every event and runs every timer that is due, and what follows from them; answers how many were tried.
    @discardableResult
    public func runDue() async throws -> Int { try await server.engine.runDue() }

    /// Moves the business clock to an hour (Asia/Shanghai) of a day, YYYY-MM-DD, where it stands still.
    public func moveClock(to day: String, hour: Int = 12) {
        guard let clock, let date = CalendarDate(iso: day) else {
            preconditionFailure("the clock of a court that began on a day moves to another day, YYYY-MM-DD")
        }
        clock.move(to: date, hour: hour)
    }
}
