package import CourtFormats
package import PluginKit
package import Postgres

/// A deadline rule in force (办理期限规则).
package struct DeadlineRuleInForce: Sendable {
    package let key: String
    /// Nil where the transferring body sets the date.
    package let amount: Int?
    package let unit: CourtFormats.DeadlineUnit
    package let maxExtension: Int?
}

/// Deadline rules and the working calendar as they stand in the database: deadlines are rows, never code.
package struct DeadlineBook: Sendable {
    private let transaction: Transaction

    package init(_ transaction: Transaction) { self.transaction = transaction }

    /// The rule in force on a date, the court's own before the common one; none: DEADLINE_RULE_MISSING.
    package func rule(_ key: String, court: String, on date: CalendarDate) async throws -> DeadlineRuleInForce {
        let rows = try await transaction.query(
            """
            SELECT amount, unit, max_extension FROM core.deadline_rule
            WHERE key = \(key) AND (court_code = \(court) OR court_code IS NULL)
                AND effective_from <= \(date) AND (effective_to IS NULL OR effective_to > \(date))
            ORDER BY court_code NULLS LAST, effective_from DESC LIMIT 1
            """
        )
        guard let row = rows.first, let unit = CourtFormats.DeadlineUnit(rawValue: try row.decode("unit")) else {
            throw DomainError(.deadlineRuleMissing, "未配置办理期限规则", details: [.init("rule", .string(key))])
        }
        return DeadlineRuleInForce(
            key: key,
            amount: try row.decode("amount", as: Int32?.self).map(Int.init),
            unit: unit,
            maxExtension: try row.decode("max_extension", as: Int32?.self).map(Int.init)
        )
    }

    /// The day on which a period that begins on `start` ends (民法典 §201–§203).
    ///
    /// A year without its notice: HOLIDAY_CALENDAR_MISSING.
    package func dueDate(
        from start: CalendarDate,
        amount: Int,
        unit: CourtFormats.DeadlineUnit
    ) async throws -> CalendarDate {
        try await dueDates(from: [start], amount: amount, unit: unit)[start] ?? start
    }

    /// The same for many days at once, by one reading of the calendar.
    package func dueDates(
        from starts: Set<CalendarDate>,
        amount: Int,
        unit: CourtFormats.DeadlineUnit
    ) async throws -> [CalendarDate: CalendarDate] {
        let calendar = try await calendar()
        var dueDates: [CalendarDate: CalendarDate] = [:]
        for start in starts {
            do {
                dueDates[start] = try calendar.dueDate(from: start, amount: amount, unit: unit)
            } catch {
                throw DomainError(
                    .holidayCalendarMissing,
                    error.message,
                    details: [.init("year", .integer(error.year))]
                )
            }
        }
        return dueDates
    }

    /// Every day off and make-up day on record, and the years whose notice is complete.
    package func calendar() async throws -> WorkingCalendar {
        var days: [(date: CalendarDate, kind: WorkingCalendar.DayKind)] = []
        for row in try await transaction.query("SELECT date, kind FROM core.holiday ORDER BY date") {
            guard let kind = WorkingCalendar.DayKind(rawValue: try row.decode("kind")) else { continue }
            days.append((try row.decode("date"), kind))
        }
        let years = try await transaction.query("SELECT year FROM core.holiday_year").map { row in
            Int(try row.decode("year", as: Int32.self))
        }
        return WorkingCalendar(days: days, coveredYears: Set(years))
    }
}

extension DomainError.Code {
    /// 未配置办理期限规则.
    package static let deadlineRuleMissing = Self("DEADLINE_RULE_MISSING")
    /// 缺少YYYY年节假日安排，无法计算期限.
    package static let holidayCalendarMissing = Self("HOLIDAY_CALENDAR_MISSING")
}
