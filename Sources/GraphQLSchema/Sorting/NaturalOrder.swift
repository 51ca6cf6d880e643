/// The one order of names: runs of digits count as numbers, so that `item9` comes before `item10`.
package enum NaturalOrder {
    /// Whether a name comes before another; equal numbers compare as text then, `01` before `1`.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        var a = left.utf8[...]
        var b = right.utf8[...]
        while let x = a.first, let y = b.first {
            if isDigit(x), isDigit(y) {
                let runs = (a.prefix(while: isDigit), b.prefix(while: isDigit))
                let numbers = (runs.0.drop { $0 == 0x30 }, runs.1.drop { $0 == 0x30 })
                if numbers.0.count != numbers.1.count { return numbers.0.count < numbers.1.count }
                if !numbers.0.elementsEqual(numbers.1) { return numbers.0.lexicographicallyPrecedes(numbers.1) }
                if runs.0.count != runs.1.count { return runs.0.lexicographicallyPrecedes(runs.1) }
                a = a.dropFirst(runs.0.count)
                b = b.dropFirst(runs.1.count)
            } else {
                if x != y { return x < y }
                a = a.dropFirst()
                b = b.dropFirst()
            }
        }
        return a.isEmpty && !b.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Sequence {
    /// The elements in the natural order of their names; those of one name stay as they are.
    func sorted(naturallyBy name: (Element) -> String) -> [Element] {
        enumerated()
            .map { (name: name($0.element), position: $0.offset, element: $0.element) }
            .sorted { left, right in
                NaturalOrder.precedes(left.name, right.name)
                    || (left.name == right.name && left.position < right.position)
            }
            .map(\.element)
    }
}
