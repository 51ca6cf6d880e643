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
        let threshold = name.utf16.count * 2 / 5 + 1
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
            .compactMap { candidate in
                let distance = distance(name, candidate)
                return distance <= threshold ? (candidate, distance) : nil
            }
            .sorted { left, right in
                left.1 != right.1 ? left.1 < right.1 : NaturalOrder.precedes(left.0, right.0)
            }
            .map(\.0)
    }

    /// Edits from one name to the other: insertions, deletions, substitutions, swaps of neighbours; a change of case
    /// alone is one edit.
    private static func distance(_ left: String, _ right: String) -> Int {
        if left == right { return 0 }
        let a = Array(left.lowercased().unicodeScalars)
        let b = Array(right.lowercased().unicodeScalars)
        if a == b { return 1 }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cell = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cell = min(cell, beforeLast[j - 1] + 1) }
                row.append(cell)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
