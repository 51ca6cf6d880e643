public import GraphQLLanguage

extension JSONValue {
    /// The value at a path of names and positions: `data.letters.nodes.0.id`; null where there is none.
    public subscript(path path: String) -> JSONValue {
        var value = self
        for segment in path.split(separator: ".") {
            if case .array(let items) = value, let index = Int(segment) {
                value = items.indices.contains(index) ? items[index] : .null
            } else {
                value = value[String(segment)] ?? .null
            }
        }
        return value
    }

    /// The text of a string, nil for any other value.
    public var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of an integer, nil for any other.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The items of an array; none for any other value.
    public var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    /// `extensions.code` of every error of a response, in order.
    public var codes: [String] { (self["errors"]?.items ?? []).compactMap { $0[path: "extensions.code"].text } }
}
