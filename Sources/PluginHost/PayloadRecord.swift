import CourtFormats
import GraphQLExecution
import GraphQLLanguage
import PluginKit

/// A payload as it is kept for a repeated request: JSON, sealed before it is stored.
enum PayloadRecord {
    static func encode(_ payload: Payload) -> [UInt8] {
        var json = JSONWriter()
        json.append(value(payload))
        return json.bytes
    }

    /// Nil for a record that is none.
    static func decode(_ bytes: [UInt8]) -> Payload? {
        guard let value = try? JSONReader.read(bytes) else { return nil }
        return payload(value)
    }

    private static func value(_ payload: Payload) -> JSONValue {
        .array([
            .array(payload.cells.map { .array([.string($0.name), value($0.cell)]) }),
            .array(payload.lists.map { .array([.string($0.name), .array($0.items.map(value))]) }),
        ])
    }

    private static func payload(_ value: JSONValue) -> Payload? {
        guard case .array(let parts) = value, parts.count == 2, case .array(let cells) = parts[0],
            case .array(let lists) = parts[1]
        else { return nil }
        var payload = Payload()
        for entry in cells {
            guard case .array(let pair) = entry, pair.count == 2, case .string(let name) = pair[0],
                let cell = cell(pair[1])
            else { return nil }
            payload.cells.append((name, cell))
        }
        for entry in lists {
            guard case .array(let pair) = entry, pair.count == 2, case .string(let name) = pair[0],
                case .array(let items) = pair[1]
            else { return nil }
            let decoded = items.compactMap(self.payload)
            guard decoded.count == items.count else { return nil }
            payload.lists.append((name, decoded))
        }
        return payload
    }

    private static func value(_ cell: PayloadCell) -> JSONValue {
        switch cell {
        case .null: .null
        case .key(let key): tagged("key", .integer(Int(key)))
        case .outOfRange: tagged("outOfRange", .null)
        case .integer(let number): tagged("integer", .integer(Int(number)))
        case .double(let number): tagged("double", .double(number))
        case .boolean(let flag): tagged("boolean", .boolean(flag))
        case .text(let text): tagged("text", .string(text))
        case .date(let date): tagged("date", .string(date.iso))
        case .timestamp(let instant): tagged("timestamp", .integer(Int(instant.microsecondsSinceEpoch)))
        case .texts(let texts): tagged("texts", .array(texts.map { .string($0) }))
        case .keys(let keys): tagged("keys", .array(keys.map { .integer(Int($0)) }))
        }
    }

    private static func tagged(_ tag: String, _ value: JSONValue) -> JSONValue { .array([.string(tag), value]) }

    private static func cell(_ value: JSONValue) -> PayloadCell? {
        if case .null = value { return .null }
        guard case .array(let pair) = value, pair.count == 2, case .string(let tag) = pair[0] else { return nil }
        switch (tag, pair[1]) {
        case ("key", .integer(let key)): return .key(Int64(key))
        case ("integer", .integer(let number)): return Int32(exactly: number).map(PayloadCell.integer)
        case ("outOfRange", .null): return .outOfRange
        case ("double", .double(let number)): return .double(number)
        case ("double", .integer(let number)): return .double(Double(number))
        case ("boolean", .boolean(let flag)): return .boolean(flag)
        case ("text", .string(let text)): return .text(text)
        case ("date", .string(let text)): return CalendarDate(iso: text).map(PayloadCell.date)
        case ("timestamp", .integer(let count)): return .timestamp(Timestamp(microsecondsSinceEpoch: Int64(count)))
        case ("texts", .array(let items)):
            return .texts(items.compactMap { if case .string(let text) = $0 { text } else { nil } })
        case ("keys", .array(let items)):
            return .keys(items.compactMap { if case .integer(let key) = $0 { Int64(key) } else { nil } })
        default: return nil
        }
    }
}
