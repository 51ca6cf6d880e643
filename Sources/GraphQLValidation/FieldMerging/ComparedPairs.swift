/// Pairs that were compared; a comparison without exclusion covers one with it.
struct ComparedPairs {
    /// Whether the last comparison was with exclusion.
    private var pairs: [IDPair: Bool] = [:]

    /// Notes a pair; false if it was compared before.
    mutating func insert(_ left: Int, _ right: Int, exclusive: Bool) -> Bool {
        let pair = IDPair(left, right)
        if let known = pairs[pair], exclusive || !known { return false }
        pairs[pair] = exclusive
        return true
    }
}

/// A selection set with the type it is looked at with.
struct SetKey: Hashable {
    let owner: ObjectIdentifier
    let type: ObjectIdentifier?
}

/// Two small numbers, in order.
struct IDPair: Hashable {
    private let both: Int

    init(_ left: Int, _ right: Int) { both = left << 32 ^ right }
}

struct FieldPair: Hashable {
    let left: ObjectIdentifier
    let right: ObjectIdentifier
}
