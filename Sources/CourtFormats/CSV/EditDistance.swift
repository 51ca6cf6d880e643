/// How far two names are apart, to suggest the one that was meant.
package enum EditDistance {
    /// The candidate nearest to a name, when it is near enough to be meant.
    package static func closest(to name: String, among candidates: [String]) -> String? {
        let scored = candidates.map { (candidate: $0, distance: between(folded(name), folded($0))) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, name.count * 2 / 5) ? best.candidate : nil
    }

    /// The least number of insertions, deletions and substitutions (Levenshtein), one row of the table at a time.
    static func between(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (line, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let substituted = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }

    /// Names that differ in case, spaces, dashes or underscores only are the same name to a person.
    private static func folded(_ name: String) -> [Character] {
        Array(name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
    }
}
