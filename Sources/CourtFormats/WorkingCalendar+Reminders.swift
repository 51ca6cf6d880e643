extension WorkingCalendar {
    /// The day itself when it is worked, else the last one before it that is.
    public func workingDay(onOrBefore date: CalendarDate) throws(CalendarYearMissing) -> CalendarDate {
        var day = date
        while try !isWorkingDay(day) { day = day.adding(days: -1) }
        return day
    }

    /// When to remind of a period once a share of it has passed: of 30 days at one half, after 15.
    ///
    /// On a day that courts work on, rather earlier than later, but not before the period's first day. A share is 0 to 1.
    public func reminder(
        atShare share: Double,
        from start: CalendarDate,
        to due: CalendarDate
    ) throws(CalendarYearMissing) -> CalendarDate {
        precondition((0...1).contains(share), "a share is 0 to 1")
        let days = max(0, start.days(until: due))
        return max(start, try workingDay(onOrBefore: start.adding(days: Int((Double(days) * share).rounded(.down)))))
    }

    /// When to remind so many days before a day, on a day that courts work on, rather earlier than later.
    public func reminder(daysBefore days: Int, _ due: CalendarDate) throws(CalendarYearMissing) -> CalendarDate {
        precondition(days >= 0, "a reminder does not come after its day")
        return try workingDay(onOrBefore: due.adding(days: -days))
    }
}
