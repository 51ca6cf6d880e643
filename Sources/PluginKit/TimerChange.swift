package import CourtFormats

/// That a row's timer is set, moved or unset, written by the host with the command's records.
package struct TimerChange: Hashable, Sendable {
    /// When it is due.
    package enum Due: Hashable, Sendable {
        /// From the begin of a business day on.
        case on(CalendarDate)
        /// From an instant on.
        case at(Timestamp)
    }

    /// The kind.
    package let kind: TimerKind
    /// The row's key.
    package let objectID: Int64
    /// The row's court; empty where the timer is unset.
    package let courtCode: String
    /// Nil unsets it.
    package let due: Due?

    package init(kind: TimerKind, objectID: Int64, courtCode: String = "", due: Due?) {
        self.kind = kind
        self.objectID = objectID
        self.courtCode = courtCode
        self.due = due
    }
}
