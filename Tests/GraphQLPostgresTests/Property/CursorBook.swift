import GraphQLLanguage

/// The cursors of earlier answers, and what each is for.
///
/// The naive evaluator does not know a cursor's text: it writes a mark of its place. Whatever text the first answer has
/// there stands for that place from then on, and for no other.
struct CursorBook: Sendable {
    struct Place: Hashable, Sendable {
        /// The connection's field.
        let coordinate: String
        let order: String
        /// The row's key.
        let key: String

        func at(_ key: String) -> Place { Place(coordinate: coordinate, order: order, key: key) }

        var mark: JSONValue { .string("\(CursorBook.sign)\(coordinate)|\(order)|\(key)") }
    }

    fileprivate static let sign = "\u{0}cursor "

    private(set) var places: [String: Place] = [:]
    private var texts: [Place: String] = [:]
    /// By a place without its key.
    private var known: [Place: [String]] = [:]

    /// Cursors known for a connection in an order, the oldest first.
    func cursors(of coordinate: String, _ order: String) -> [String] {
        known[Place(coordinate: coordinate, order: order, key: "")] ?? []
    }

    fileprivate mutating func note(_ mark: String, _ text: String) -> Bool {
        let parts = mark.dropFirst(Self.sign.count).split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return false }
        let place = Place(coordinate: String(parts[0]), order: String(parts[1]), key: String(parts[2]))
        guard let earlier = texts[place] else {
            guard places[text] == nil else { return false }
            texts[place] = text
            places[text] = place
            known[place.at(""), default: []].append(text)
            return true
        }
        return earlier == text
    }

    /// Where two answers first differ; nil where they agree, the order of members included.
    mutating func difference(_ expected: JSONValue, _ actual: JSONValue, at path: String = "") -> String? {
        switch (expected, actual) {
        case (.object(let left), .object(let right)):
            guard left.map(\.name) == right.map(\.name) else {
                return "\(path): members \(right.map(\.name)), expected \(left.map(\.name))"
            }
            for (one, other) in zip(left, right) {
                if let found = difference(one.value, other.value, at: "\(path).\(one.name)") { return found }
            }
            return nil
        case (.array(let left), .array(let right)):
            for (index, (one, other)) in zip(left, right).enumerated() {
                if let found = difference(one, other, at: "\(path)[\(index)]") { return found }
            }
            return left.count == right.count ? nil : "\(path): \(right.count) items, expected \(left.count)"
        case (.string(let mark), .string(let text)) where mark.hasPrefix(Self.sign):
            return note(mark, text) ? nil : "\(path): cursor \(text) of \(mark) was another one's"
        default:
            return expected == actual ? nil : "\(path): \(actual.text), expected \(expected.text)"
        }
    }
}
