import GraphQLLanguage

/// One value of a row, as the naive evaluator compares and writes it.
enum Cell: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    /// Hundredths of a `numeric(12, 2)`.
    case hundredths(Int)
    /// Also a uuid and an enum's value.
    case text(String)
    /// `YYYY-MM-DD`.
    case date(String)
    /// `YYYY-MM-DDThh:mm:ss.ffffff`.
    case instant(String)
    case texts([String])

    /// Which of two values of one column is less; NULL is the greatest.
    static func precedes(_ left: Cell, _ right: Cell) -> Bool {
        switch (left, right) {
        case (.null, _): false
        case (_, .null): true
        case (.boolean(let left), .boolean(let right)): !left && right
        case (.integer(let left), .integer(let right)), (.hundredths(let left), .hundredths(let right)): left < right
        case (.float(let left), .float(let right)): left < right
        case (.text(let left), .text(let right)), (.date(let left), .date(let right)),
            (.instant(let left), .instant(let right)):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        default: preconditionFailure("\(left) and \(right) are of different columns")
        }
    }

    /// As the answer has it; an integer is text where it is an ID.
    func json(as type: TypeReference) -> JSONValue {
        switch self {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): type.namedType == "ID" ? .string(String(value)) : .integer(value)
        case .float(let value): value.rounded() == value ? .integer(Int(value)) : .double(value)
        case .hundredths(let value): value.isMultiple(of: 100) ? .integer(value / 100) : .double(Double(value) / 100)
        case .text(let value), .date(let value): .string(value)
        case .instant(let value): .string((value.hasSuffix(".000000") ? String(value.dropLast(7)) : value) + "Z")
        case .texts(let values): .array(values.map { .string($0) })
        }
    }

    /// A client's value as one of the column that this cell is from; nil for one that no row can have.
    func reading(_ value: JSONValue) -> Cell? {
        switch (self, value) {
        case (.boolean, .boolean(let value)): .boolean(value)
        case (.integer, .integer(let value)): .integer(value)
        case (.integer, .string(let value)): Int(value).map { .integer($0) }
        case (.float, .integer(let value)): .float(Double(value))
        case (.float, .double(let value)): .float(value)
        case (.hundredths, .integer(let value)): .hundredths(value * 100)
        case (.hundredths, .double(let value)): .hundredths(Int((value * 100).rounded()))
        case (.text, .string(let value)): .text(value)
        case (.text, .integer(let value)): .text(String(value))
        case (.date, .string(let value)): .date(value)
        case (.instant, .string(let value)):
            .instant(value.contains(".") ? String(value.dropLast()) : value.dropLast() + ".000000")
        default: nil
        }
    }

    /// As a literal of a statement.
    var sql: String {
        switch self {
        case .null: "NULL"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .float(let value): String(value)
        case .hundredths(let value): "\(value)::numeric / 100"
        case .text(let value), .date(let value): Self.quoted(value)
        case .instant(let value): Self.quoted(value + "Z")
        case .texts(let values): "ARRAY[\(values.map(Self.quoted).joined(separator: ", "))]::text[]"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}
