public import CourtFormats

extension WriteContext {
    /// Sets the row's timer of this kind to a business day, or moves it there; it commits with everything else.
    ///
    /// A row has one timer of each kind. A day that has come is due at once.
    public func schedule(_ kind: TimerKind, for row: Int64, court: String, on day: CalendarDate) {
        records.append(TimerChange(kind: kind, objectID: row, courtCode: court, due: .on(day)))
    }

    /// The same for an instant, such as a limit in hours.
    public func schedule(_ kind: TimerKind, for row: Int64, court: String, at time: Timestamp) {
        records.append(TimerChange(kind: kind, objectID: row, courtCode: court, due: .at(time)))
    }

    /// Unsets the row's timer of this kind, if there is one; a dead letter of it goes with it.
    public func unschedule(_ kind: TimerKind, for row: Int64) {
        records.append(TimerChange(kind: kind, objectID: row, due: nil))
    }
}
