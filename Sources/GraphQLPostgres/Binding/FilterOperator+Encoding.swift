import GraphQLLanguage

extension FilterOperator {
    /// A value in the placeholder's type; nil for a value that no row can have.
    ///
    /// Throws `BAD_USER_INPUT` for a date or an instant that is none.
    func encode(_ value: JSONValue, _ type: ColumnType) throws(GraphQLError) -> [UInt8]? {
        switch self {
        case .isIn, .notIn:
            guard case .array(let items) = value else { return nil }
            for item in items { try type.check(item) }
            return type.encodeArray(items)
        case .contains:
            guard case .array(let item) = type else { return Self.pattern(containing: value) }
            try item.check(value)
            return item.encode(value)
        default:
            try type.check(value)
            return type.encode(value)
        }
    }

    /// A LIKE pattern for what has the text itself in it (PostgreSQL, Pattern Matching).
    private static func pattern(containing value: JSONValue) -> [UInt8]? {
        guard case .string(let text) = value, !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8(ascii: "%")]
        for byte in text.utf8 {
            if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "%"))
        return bytes
    }
}

extension ColumnType {
    /// A date or an instant that is none is the client's mistake; an ID that is none is only not found.
    func check(_ value: JSONValue) throws(GraphQLError) {
        guard self == .date || self == .timestamp, encode(value) == nil else { return }
        let form = self == .date ? "a date, YYYY-MM-DD" : "an instant, YYYY-MM-DDThh:mm:ssZ"
        throw GraphQLError("Expected \(form).", code: "BAD_USER_INPUT")
    }
}
