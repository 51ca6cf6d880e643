import CourtFormats

/// The days of a decision that periods of remedies begin on.
struct DecisionDays: Hashable, Sendable {
    var effectiveOn: CalendarDate?
    var servedOn: CalendarDate?
    var knownOn: CalendarDate?
    var penaltyServedOn: CalendarDate?
}

/// When the period of a remedy begins and ends: pure, so that every rule can be tried (民法典 §201–§203).
struct RemedyPeriod: Hashable, Sendable {
    /// Nil where there is no limit, or the penalty has not been served.
    let beginsOn: CalendarDate?
    /// Nil where there is no limit.
    let deadlineOn: CalendarDate?
    /// Whether the last day's holidays were known, so that it moves no more.
    let isFinal: Bool

    /// What must be said of a decision before a period can be counted.
    struct BeginMissing: Error, Hashable {
        let begins: RemedyBegin
    }

    /// The period of a limit.
    ///
    /// A last day in a year without its holiday notice is not moved on, and said not to be final: it is never later than the
    /// true one.
    init(_ limit: RemedyLimit, from days: DecisionDays, _ calendar: WorkingCalendar) throws(BeginMissing) {
        guard let amount = limit.amount else {
            (beginsOn, deadlineOn, isFinal) = (nil, nil, true)
            return
        }
        guard let start = Self.start(limit, days) else {
            guard limit.begins == .penaltyServed else { throw BeginMissing(begins: limit.begins) }
            (beginsOn, deadlineOn, isFinal) = (nil, nil, true)
            return
        }
        beginsOn = start
        do {
            deadlineOn = try calendar.dueDate(from: start, amount: amount, unit: limit.unit)
            isFinal = true
        } catch {
            deadlineOn = limit.unit == .month ? start.adding(months: amount) : start.adding(days: amount)
            isFinal = false
        }
    }

    private static func start(_ limit: RemedyLimit, _ days: DecisionDays) -> CalendarDate? {
        switch limit.begins {
        case .effective:
            guard limit.countsFromKnowing, let known = days.knownOn else { return days.effectiveOn }
            // Who knew before the decision took effect counts from its effect.
            return days.effectiveOn.map { max($0, known) } ?? known
        case .served: return days.servedOn
        case .known: return days.knownOn
        case .penaltyServed: return days.penaltyServedOn
        }
    }
}
