/// A bounded store in two segments: what is new stands on probation, what has proven itself is trusted.
///
/// A value comes into the probation segment, whose least recently used ones make room. One that was asked for
/// `provingUses` times is trusted while there is room; afterwards it replaces the least recently used trusted ones only
/// if it was asked for more often than each of them. So values that are asked for once or twice, however many, push
/// out nothing but each other.
///
/// A hit is one look-up and changes a few words in place. Values that leave are answered to the caller, who lets go of
/// them outside of its lock.
struct SegmentedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// How much a segment may hold.
    struct Limit: Sendable, Hashable {
        var count: Int
        /// In the unit of the values' costs.
        var cost: Int
    }

    /// What a segment holds.
    typealias Holding = Limit

    private enum Kind: Int { case probation, trusted, registered }

    private struct Node {
        let key: Key
        /// nil for a key that is known to be trusted, and whose value is still to be made.
        var value: Value?
        var cost: Int
        var kind: Kind
        /// Halved once per epoch.
        var uses = 0
        var epoch = 0
        var newer = none
        var older = none
    }

    /// Nodes from the most to the least recently used, linked by position.
    private struct Segment {
        var newest = none
        var oldest = none
        var holding = Holding(count: 0, cost: 0)
    }

    static var provingUses: Int { 3 }
    /// Hits of trusted values, per trusted value there may be, after which all uses count half.
    private static var usesPerEpoch: Int { 16 }
    private static var none: Int { -1 }

    private let probationLimit: Limit
    private let trustedLimit: Limit
    private var positions: [Key: Int] = [:]
    private var nodes: [Node] = []
    private var free: [Int] = []
    /// By `Kind`.
    private var segments = [Segment(), Segment(), Segment()]
    private var trustedUses = 0

    init(probation: Limit, trusted: Limit) {
        probationLimit = probation
        trustedLimit = trusted
    }

    var probation: Holding { segments[Kind.probation.rawValue].holding }

    /// What is trusted, registered or proven; keys without a value count.
    var trusted: Holding {
        let (proven, registered) = (segments[Kind.trusted.rawValue], segments[Kind.registered.rawValue])
        return Holding(
            count: proven.holding.count + registered.holding.count,
            cost: proven.holding.cost + registered.holding.cost
        )
    }

    /// The value, which is more recently used from now on than any other.
    mutating func value(for key: Key) -> Value? {
        guard let position = positions[key], let value = nodes[position].value else { return nil }
        count(position)
        let kind = nodes[position].kind
        if segments[kind.rawValue].newest != position {
            unlink(position)
            link(position, to: kind)
        }
        if kind == .probation, nodes[position].uses >= Self.provingUses { promote(position) }
        return value
    }

    /// Keeps a value; one that costs more than all of probation may is not kept unless its key is trusted.
    ///
    /// - Returns: what had to go.
    mutating func insert(_ value: Value, for key: Key, cost: Int) -> [Value] {
        if let position = positions[key] {
            let former = nodes[position].value
            nodes[position].value = value
            return (former.map { [$0] } ?? []) + recost(position, to: cost)
        }
        guard cost <= probationLimit.cost, probationLimit.count > 0 else { return [value] }
        let position = add(Node(key: key, value: value, cost: cost, kind: .probation))
        count(position)
        return trim(.probation, to: probationLimit)
    }

    /// Takes note of what a value costs now.
    ///
    /// - Returns: what had to go; it may be the value itself.
    mutating func setCost(_ cost: Int, of key: Key) -> [Value] {
        guard let position = positions[key] else { return [] }
        return recost(position, to: cost)
    }

    /// Keeps this key's value for good once there is one.
    mutating func register(_ key: Key) {
        guard let position = positions[key] else {
            _ = add(Node(key: key, value: nil, cost: 0, kind: .registered))
            return
        }
        unlink(position)
        link(position, to: .registered)
    }

    /// Forgets a key.
    mutating func remove(_ key: Key) -> Value? {
        guard let position = positions[key] else { return nil }
        return remove(position)
    }

    /// An empty store whose trusted keys are this one's, their values still to be made.
    func renewed() -> SegmentedCache {
        var renewed = SegmentedCache(probation: probationLimit, trusted: trustedLimit)
        renewed.trustedUses = trustedUses
        for kind in [Kind.trusted, .registered] {
            var position = segments[kind.rawValue].oldest
            while position != Self.none {
                var node = nodes[position]
                node.value = nil
                node.cost = 0
                _ = renewed.add(node)
                position = nodes[position].newer
            }
        }
        return renewed
    }

    // MARK: - Trust

    private var epoch: Int { trustedUses / max(1, trustedLimit.count * Self.usesPerEpoch) }

    private func uses(_ position: Int) -> Int { nodes[position].uses >> min(62, epoch - nodes[position].epoch) }

    private mutating func count(_ position: Int) {
        if nodes[position].kind == .trusted { trustedUses &+= 1 }
        nodes[position].uses = uses(position) + 1
        nodes[position].epoch = epoch
    }

    /// Trusts a value on probation if there is room, or if it is worth more than those that would have to make room;
    /// these are on probation again.
    private mutating func promote(_ position: Int) {
        let cost = nodes[position].cost
        guard cost <= trustedLimit.cost, trustedLimit.count > 0 else { return }
        var holding = segments[Kind.trusted.rawValue].holding
        var losers: [Int] = []
        var candidate = segments[Kind.trusted.rawValue].oldest
        while holding.count + 1 > trustedLimit.count || holding.cost + cost > trustedLimit.cost {
            guard candidate != Self.none, uses(candidate) < nodes[position].uses else { return }
            losers.append(candidate)
            holding.count -= 1
            holding.cost -= nodes[candidate].cost
            candidate = nodes[candidate].newer
        }
        unlink(position)
        link(position, to: .trusted)
        for loser in losers {
            unlink(loser)
            link(loser, to: .probation)
        }
    }

    // MARK: - Room

    private mutating func recost(_ position: Int, to cost: Int) -> [Value] {
        let kind = nodes[position].kind
        segments[kind.rawValue].holding.cost += cost - nodes[position].cost
        nodes[position].cost = cost
        switch kind {
        case .probation: return trim(.probation, to: probationLimit)
        case .trusted: return trim(.trusted, to: trustedLimit)
        case .registered: return []
        }
    }

    private mutating func trim(_ kind: Kind, to limit: Limit) -> [Value] {
        var removed: [Value] = []
        while segments[kind.rawValue].holding.count > limit.count || segments[kind.rawValue].holding.cost > limit.cost {
            if let value = remove(segments[kind.rawValue].oldest) { removed.append(value) }
        }
        return removed
    }

    private mutating func remove(_ position: Int) -> Value? {
        unlink(position)
        positions[nodes[position].key] = nil
        free.append(position)
        defer { nodes[position].value = nil }
        return nodes[position].value
    }

    // MARK: - Lists

    private mutating func add(_ node: Node) -> Int {
        let position = free.popLast() ?? nodes.count
        if position == nodes.count { nodes.append(node) } else { nodes[position] = node }
        positions[node.key] = position
        link(position, to: node.kind)
        return position
    }

    private mutating func link(_ position: Int, to kind: Kind) {
        let newest = segments[kind.rawValue].newest
        nodes[position].kind = kind
        nodes[position].newer = Self.none
        nodes[position].older = newest
        if newest == Self.none {
            segments[kind.rawValue].oldest = position
        } else {
            nodes[newest].newer = position
        }
        segments[kind.rawValue].newest = position
        segments[kind.rawValue].holding.count += 1
        segments[kind.rawValue].holding.cost += nodes[position].cost
    }

    private mutating func unlink(_ position: Int) {
        let (kind, newer, older) = (nodes[position].kind, nodes[position].newer, nodes[position].older)
        if newer == Self.none { segments[kind.rawValue].newest = older } else { nodes[newer].older = older }
        if older == Self.none { segments[kind.rawValue].oldest = newer } else { nodes[older].newer = newer }
        segments[kind.rawValue].holding.count -= 1
        segments[kind.rawValue].holding.cost -= nodes[position].cost
    }
}
