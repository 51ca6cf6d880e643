package import GraphQLLanguage

// Variables and expectations read like JSON in tests.

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONValue {
    /// The value at a path of names and positions: `data.letters.nodes.0.id`; null where there is none.
    package subscript(path path: String) -> JSONValue {
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
    package var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of an integer, nil for any other.
    package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The items of an array; none for any other value.
    package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    /// `extensions.code` of every error of a response, in order.
    package var codes: [String] { (self["errors"]?.items ?? []).compactMap { $0[path: "extensions.code"].text } }
}
