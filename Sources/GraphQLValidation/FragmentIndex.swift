import GraphQLLanguage

/// The fragments of a document and who spreads them.
///
/// Made in one pass without recursion, so cycles and depth do no harm.
struct FragmentIndex {
    /// A node of the graph of spreads, by its position in the document's definitions.
    typealias Position = Int

    let definitions: [Definition]
    /// The spreads of a definition, those of an outer selection set before those of an inner one.
    let spreads: [[FragmentSpread]]
    /// Fragments so that each comes after those it spreads, where no cycle forbids it.
    let innermostFirst: [Position]
    private let positions: [String: Position]

    init(_ document: Document) {
        definitions = document.definitions
        var positions: [String: Position] = [:]
        var spreads: [[FragmentSpread]] = []
        for (position, definition) in document.definitions.enumerated() {
            switch definition {
            case .operation(let operation): spreads.append(Self.spreads(in: operation.selections))
            case .fragment(let fragment):
                positions[fragment.name.text] = position
                spreads.append(Self.spreads(in: fragment.selections))
            default: spreads.append([])
            }
        }
        self.positions = positions
        self.spreads = spreads
        innermostFirst = Self.innermostFirst(positions: positions, spreads: spreads)
    }

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

    private static func spreads(in selections: [Selection]) -> [FragmentSpread] {
        var found: [FragmentSpread] = []
        var pending = [selections]
        while let next = pending.popLast() {
            for selection in next {
                switch selection {
                case .fragmentSpread(let spread): found.append(spread)
                case .field(let field): if !field.selections.isEmpty { pending.append(field.selections) }
                case .inlineFragment(let fragment): pending.append(fragment.selections)
                }
            }
        }
        return found
    }

    private static func innermostFirst(positions: [String: Position], spreads: [[FragmentSpread]]) -> [Position] {
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
