import CourtFormats
import PluginKit

/// Every fault of one input or of one row, each with its field; never with the value at fault.
struct Faults: Hashable, Sendable {
    struct Fault: Hashable, Sendable {
        /// Below `input`, or the column.
        let field: [String]
        let code: String
        let message: String
    }

    private(set) var all: [Fault] = []

    mutating func add(_ field: [String], _ code: String, _ message: String) {
        all.append(Fault(field: field, code: code, message: message))
    }

    /// Reads a value of a fixed form; nil with its fault kept.
    mutating func read<Value>(_ field: [String], _ parse: () throws(FormatError) -> Value) -> Value? {
        do { return try parse() } catch {
            add(field, error.code, error.message)
            return nil
        }
    }

    /// The text trimmed; as it is with its fault kept.
    mutating func text(_ text: String, _ limit: Int, isLong: Bool = false, _ field: String...) -> String {
        read(field) { () throws(FormatError) in
            try TextRule(maximumLength: limit, allowsLineBreaks: isLong).check(text)
        } ?? text
    }

    /// The same for a text that may be left out: nil when it is empty.
    mutating func optionalText(_ text: String?, _ limit: Int, isLong: Bool = false, _ field: String...) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return read(field) { () throws(FormatError) in
            try TextRule(maximumLength: limit, allowsLineBreaks: isLong).check(text)
        }
    }

    /// An official number in the one form by which it is found again; as it is with its fault kept.
    mutating func number(_ text: String, _ limit: Int, _ field: String...) -> String {
        read(field) { () throws(FormatError) in try TextRule(maximumLength: limit).check(text).foldedNumber } ?? text
    }

    /// The same for a number that may be left out: nil when it is empty.
    mutating func optionalNumber(_ text: String?, _ limit: Int, _ field: String...) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return read(field) { () throws(FormatError) in try TextRule(maximumLength: limit).check(text).foldedNumber }
    }

    /// Checks a date that has come: not after today, and not before another.
    @discardableResult
    mutating func past(
        _ date: CalendarDate,
        today: CalendarDate,
        notBefore earliest: CalendarDate? = nil,
        _ field: String...
    ) -> Bool {
        if date > today {
            add(field, DomainError.Code.dateInFuture.rawValue, "日期不能晚于今日")
        } else if date < earliest ?? date || date.year < CaseNumber.firstYear {
            add(field, DomainError.Code.dateOrder.rawValue, "日期先后顺序错误")
        } else {
            return true
        }
        return false
    }

    /// Throws all of them as faults of the mutation's input.
    func throwIfAny() throws(DomainErrors) {
        guard !all.isEmpty else { return }
        throw DomainErrors(all.map { DomainError(.init($0.code), $0.message, field: .input($0.field)) })
    }
}
