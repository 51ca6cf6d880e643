import GraphQLLanguage

extension JSONValue {
    /// The value as error messages show it: what is deep or long is abridged.
    var inspected: String { inspected(depth: 1) }

    private static let maxDepth = 2
    private static let maxItems = 10

    private func inspected(depth: Int) -> String {
        switch self {
        case .array(let items):
            guard !items.isEmpty else { return "[]" }
            guard depth <= Self.maxDepth else { return "[Array]" }
            var parts = items.prefix(Self.maxItems).map { $0.inspected(depth: depth + 1) }
            let rest = items.count - parts.count
            if rest > 0 { parts.append("... \(rest) more item\(rest == 1 ? "" : "s")") }
            return "[\(parts.joined(separator: ", "))]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            guard depth <= Self.maxDepth else { return "[Object]" }
            let parts = members.map { "\($0.name): \($0.value.inspected(depth: depth + 1))" }
            return "{ \(parts.joined(separator: ", ")) }"
        default:
            var json = JSONWriter()
            json.append(self)
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}
