/// How many edits lead from one name to others: insertions, deletions, substitutions, swaps of neighbours; a change of
/// case alone is one edit.
struct LexicalDistance {
    private let name: String
    /// Two fifths of the name's length plus one: what is farther is not close.
    private let threshold: Int
    private let scalars: [Unicode.Scalar]
    /// The row that is worked on and the two before it.
    private var rows: (last: [Int], beforeLast: [Int], current: [Int])

    init(from name: String) {
        self.name = name
        threshold = name.utf16.count * 2 / 5 + 1
        scalars = Self.lowercased(name)
        let row = Array(0...scalars.count)
        rows = (row, row, row)
    }

    /// The number of edits to another name, nil if it is not close.
    ///
    /// Cost: at most the product of both lengths; none for names whose lengths alone tell.
    mutating func measure(_ other: String) -> Int? {
        if name == other { return 0 }
        // A scalar is one to four bytes long.
        let byteCount = other.utf8.count
        guard byteCount + threshold >= scalars.count, byteCount / 4 <= scalars.count + threshold else { return nil }
        let others = Self.lowercased(other)
        if scalars == others { return 1 }
        guard abs(scalars.count - others.count) <= threshold else { return nil }
        for column in rows.last.indices { rows.last[column] = column }
        for (line, scalar) in others.enumerated() {
            let previous = line > 0 ? others[line - 1] : nil
            guard fill(line, scalar, previous) <= threshold else { return nil }
            (rows.beforeLast, rows.last, rows.current) = (rows.last, rows.current, rows.beforeLast)
        }
        let distance = rows.last[scalars.count]
        return distance <= threshold ? distance : nil
    }

    /// Fills the row of one of the other name's scalars, and answers its smallest cell.
    private mutating func fill(_ line: Int, _ scalar: Unicode.Scalar, _ previous: Unicode.Scalar?) -> Int {
        rows.current[0] = line + 1
        var smallest = line + 1
        for (column, own) in scalars.enumerated() {
            var cell = min(
                rows.last[column + 1] + 1,
                rows.current[column] + 1,
                rows.last[column] + (own == scalar ? 0 : 1)
            )
            if column > 0, own == previous, scalars[column - 1] == scalar {
                cell = min(cell, rows.beforeLast[column - 1] + 1)
            }
            rows.current[column + 1] = cell
            smallest = min(smallest, cell)
        }
        return smallest
    }

    private static func lowercased(_ name: String) -> [Unicode.Scalar] {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(name.lowercased().unicodeScalars) }
        return name.utf8.map { Unicode.Scalar((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
    }
}
