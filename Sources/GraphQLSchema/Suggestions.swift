/// Names close to one that was not found, as diagnostics offer them.
package enum Suggestions {
    /// ` Did you mean "a", "b", or "c"?` with the closest names first, empty if none is close.
    package static func didYouMean(_ name: String, among names: [String], kind: String = "") -> String {
        question(closest(to: name, among: names), kind: kind)
    }

    /// ` Did you mean "a", "b", or "c"?` with the first five options, empty without any.
    package static func question(_ options: [String], kind: String = "") -> String {
        let quoted = options.prefix(5).map { "\"\($0)\"" }
        let list =
            switch quoted.count {
            case 0: ""
            case 1: quoted[0]
            case 2: "\(quoted[0]) or \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", or \(quoted[quoted.count - 1])"
            }
        return list.isEmpty ? "" : " Did you mean \(kind.isEmpty ? "" : kind + " ")\(list)?"
    }

    /// The names within an edit distance of two fifths of the name's length plus one, by distance, then in natural order.
    package static func closest(to name: String, among names: [String]) -> [String] {
        var distance = LexicalDistance(from: name)
        var seen: Set<String> = []
        return names.compactMap { candidate in
            guard let edits = distance.measure(candidate), seen.insert(candidate).inserted else { return nil }
            return (candidate, edits)
        }
        .sorted { (left: (String, Int), right: (String, Int)) in
            left.1 != right.1 ? left.1 < right.1 : NaturalOrder.precedes(left.0, right.0)
        }
        .map(\.0)
    }
}
