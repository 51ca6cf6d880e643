public import CourtFormats

/// An input that changes a row as it was read; generated inputs of `@change(of:)` conform.
public protocol ChangeInput: InputDecodable {
    /// The field of Mutation that takes it: `extendLetter`.
    static var mutation: String { get }

    /// The row to change.
    var rowID: EntityID { get }
    /// The version that was read.
    var version: Int { get }
    /// Dates that may not lie before one of the row's own.
    var rowDates: [RowDate] { get }
}

/// A date of an input that may not lie before one of the row: `@past(notBefore: "receivedOn")`.
public struct RowDate: Hashable, Sendable {
    /// The date given.
    public let date: CalendarDate
    /// The row's field: `receivedOn`.
    public let field: String
    /// Where the date stands in the input.
    public let path: InputPath

    /// Creates a pair of dates to compare.
    public init(date: CalendarDate, field: String, path: InputPath) {
        self.date = date
        self.field = field
        self.path = path
    }
}
