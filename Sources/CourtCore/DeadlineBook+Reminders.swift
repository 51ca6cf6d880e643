package import CourtFormats
import PluginKit

extension DeadlineBook {
    /// The days on which to remind of a period: once a share of it has passed (0 to 1), and so many days before its end.
    ///
    /// Worked days, each once, from the day after `today` on. A year without its notice: HOLIDAY_CALENDAR_MISSING.
    package func reminders(
        from start: CalendarDate,
        to due: CalendarDate,
        atShares shares: [Double] = [0.5],
        daysBefore: [Int] = [3],
        after today: CalendarDate
    ) async throws -> [CalendarDate] {
        let calendar = try await calendar()
        do {
            var days: Set<CalendarDate> = []
            for share in shares { days.insert(try calendar.reminder(atShare: share, from: start, to: due)) }
            for count in daysBefore { days.insert(try calendar.reminder(daysBefore: count, due)) }
            return days.filter { $0 > today && $0 <= due }.sorted()
        } catch {
            throw DomainError(.holidayCalendarMissing, error.message, details: [.init("year", .integer(error.year))])
        }
    }
}
