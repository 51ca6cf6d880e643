/// The unit in which a period is counted (民法典 §200).
public enum DeadlineUnit: String, Hashable, Sendable, CaseIterable {
    case calendarDay = "CALENDAR_DAY"
    case workingDay = "WORKING_DAY"
    case month = "MONTH"
    case hour = "HOUR"
}
