import GraphQLLanguage

/// The fragments of a document and who spreads them.
///
/// Everything is found without recursion, so cycles and depth do no harm, and only when it is first asked for.
final class FragmentIndex {
    /// A node of the graph of spreads, by its position in the document's definitions.
    typealias Position = Int

    /// The selections that nest within one definition, as far as fragments are concerned.
    fileprivate struct Nesting {
        var depth = 0
        /// Spreads, those of an outer selection set before those of an inner one.
        var spreads: [FragmentSpread] = []
        var spreadDepths: [Int] = []
    }

    /// Selection sets that may nest through fragments; the parser allows as many within one definition.
    private static let maxDepth = 200

    let definitions: [Definition]
    private lazy var nestings: [Nesting] = definitions.map { definition in
        switch definition {
        case .operation(let operation): Nesting(of: operation.selections)
        case .fragment(let fragment): Nesting(of: fragment.selections)
        default: Nesting()
        }
    }
    /// The spreads of a definition, those of an outer selection set before those of an inner one.
    private(set) lazy var spreads: [[FragmentSpread]] = nestings.map(\.spreads)
    /// Fragments so that each comes after those it spreads, where no cycle forbids it.
    private(set) lazy var innermostFirst: [Position] = sortedInnermostFirst()
    /// The depth of each fragment with those it spreads, by name; empty when none can be too deep.
    private lazy var depths: [String: Int] = fragmentDepths()
    private let positions: [String: Position]

    init(_ document: Document) {
        definitions = document.definitions
        var positions: [String: Position] = [:]
        for (position, definition) in document.definitions.enumerated() {
            if case .fragment(let fragment) = definition { positions[fragment.name.text] = position }
        }
        self.positions = positions
    }

    /// Whether the document defines no fragment at all.
    var isEmpty: Bool { positions.isEmpty }

    /// A fragment's position; of several with one name the last, which UniqueFragmentNames refuses anyway.
    func position(of name: String) -> Position? { positions[name] }

    func fragment(at position: Position) -> FragmentDefinition? {
        if case .fragment(let fragment) = definitions[position] { fragment } else { nil }
    }

    func fragment(named name: String) -> FragmentDefinition? {
        positions[name].flatMap { fragment(at: $0) }
    }

    /// The fragments that a definition spreads, directly or not, each once.
    func reachable(from position: Position) -> [Position] {
        guard !isEmpty else { return [] }
        var found: [Position] = []
        var seen: Set<Position> = []
        var pending = [position]
        while let next = pending.popLast() {
            for spread in spreads[next] {
                guard let target = positions[spread.name.text], seen.insert(target).inserted else { continue }
                found.append(target)
                pending.append(target)
            }
        }
        return found
    }

    /// Whether a definition's selections nest too deep through fragments for those that walk them.
    func isTooDeep(_ position: Position) -> Bool {
        guard !isEmpty, !depths.isEmpty else { return false }
        return depth(of: nestings[position], depths) > Self.maxDepth
    }

    /// A spread that closes a cycle adds nothing.
    private func depth(of nesting: Nesting, _ depths: [String: Int]) -> Int {
        zip(nesting.spreads, nesting.spreadDepths)
            .reduce(nesting.depth) { max($0, $1.1 + depths[$1.0.name.text, default: 0]) }
    }

    private func fragmentDepths() -> [String: Int] {
        guard nestings.reduce(0, { $0 + $1.depth }) > Self.maxDepth else { return [:] }
        var depths: [String: Int] = [:]
        for position in innermostFirst {
            guard let fragment = fragment(at: position) else { continue }
            depths[fragment.name.text] = depth(of: nestings[position], depths)
        }
        return depths
    }

    private func sortedInnermostFirst() -> [Position] {
        var order: [Position] = []
        var seen: Set<Position> = []
        for root in positions.values.sorted() where seen.insert(root).inserted {
            var path = [(position: root, next: 0)]
            while let (position, next) = path.last {
                guard next < spreads[position].count else {
                    order.append(position)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                if let target = positions[spreads[position][next].name.text], seen.insert(target).inserted {
                    path.append((target, 0))
                }
            }
        }
        return order
    }
}

extension FragmentIndex.Nesting {
    fileprivate init(of selections: [Selection]) {
        var pending = [(selections, 1)]
        while let (next, depth) = pending.popLast() {
            self.depth = max(self.depth, depth)
            for selection in next {
                switch selection {
                case .fragmentSpread(let spread):
                    spreads.append(spread)
                    spreadDepths.append(depth)
                case .field(let field):
                    if !field.selections.isEmpty { pending.append((field.selections, depth + 1)) }
                case .inlineFragment(let fragment): pending.append((fragment.selections, depth + 1))
                }
            }
        }
    }
}
