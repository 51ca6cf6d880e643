/// The scalars that are more than text in Swift.
enum ScalarMapping: String {
    case string = "String"
    case int = "Int"
    case float = "Float"
    case boolean = "Boolean"
    case id = "ID"
    case date = "Date"
    case dateTime = "DateTime"

    /// The type in an input, where a DateTime is text.
    var inputType: String { self == .dateTime ? "String" : payloadType }

    /// The type in a payload.
    var payloadType: String {
        switch self {
        case .string: "String"
        case .int: "Int"
        case .float: "Double"
        case .boolean: "Bool"
        case .id: "EntityID"
        case .date: "CalendarDate"
        case .dateTime: "Timestamp"
        }
    }

    /// The payload cell of an expression of `payloadType`.
    func cell(_ expression: String) -> String {
        switch self {
        case .string: "PayloadCell.text(\(expression))"
        case .int: "PayloadCell.integer(of: \(expression))"
        case .float: "PayloadCell.double(\(expression))"
        case .boolean: "PayloadCell.boolean(\(expression))"
        case .id: "PayloadCell.key(\(expression).value)"
        case .date: "PayloadCell.date(\(expression))"
        case .dateTime: "PayloadCell.timestamp(\(expression))"
        }
    }
}
