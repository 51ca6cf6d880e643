import GraphQLLanguage

extension Value {
    /// Whether two literals are written alike, whatever the order of their objects' fields.
    func isSame(as other: Value) -> Bool {
        switch (kind, other.kind) {
        case (.variable(let a), .variable(let b)), (.int(let a), .int(let b)), (.float(let a), .float(let b)),
            (.enumeration(let a), .enumeration(let b)):
            return a == b
        case (.string(let a, let isBlock), .string(let b, let isOtherBlock)): return a == b && isBlock == isOtherBlock
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.null, .null): return true
        case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.object(let a), .object(let b)):
            guard a.count == b.count else { return false }
            let isInOrder = zip(a, b).allSatisfy { $0.name.text == $1.name.text }
            return zip(isInOrder ? a : a.sortedByName, isInOrder ? b : b.sortedByName)
                .allSatisfy { $0.name.text == $1.name.text && $0.value.isSame(as: $1.value) }
        default: return false
        }
    }
}

extension [ObjectField] {
    /// By name, fields of one name in the order in which they are written.
    fileprivate var sortedByName: [ObjectField] {
        enumerated().sorted { ($0.element.name.text, $0.offset) < ($1.element.name.text, $1.offset) }.map(\.element)
    }
}
