import GraphQLLanguage

/// No fragment spreads itself, directly or through others (GraphQL §5.5.2.2).
///
/// One depth-first search over the graph of spreads, with its own stack: each fragment is entered once, and every
/// spread that leads back to one on the current path is reported.
final class NoFragmentCyclesRule: DocumentRule {
    static let events: WalkEvents = .enterFragment
    private let context: ValidationContext
    private var visited: Set<FragmentIndex.Position> = []

    init(_ context: ValidationContext) { self.context = context }

    func enterFragment(_ fragment: FragmentDefinition) {
        guard let position = context.fragments.position(of: fragment.name.text) else { return }
        search(from: position)
    }

    private func search(from root: FragmentIndex.Position) {
        guard visited.insert(root).inserted else { return }
        var path = [Step(position: root)]
        var depths = [root: 0]
        while let step = path.last {
            let spreads = context.fragments.spreads[step.position]
            guard step.next < spreads.count else {
                depths[step.position] = nil
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            guard let target = context.fragments.position(of: spreads[step.next].name.text) else { continue }
            if let depth = depths[target] {
                report(path[depth...].map { context.fragments.spreads[$0.position][$0.next - 1] })
            } else if visited.insert(target).inserted {
                depths[target] = path.count
                path.append(Step(position: target))
            }
        }
    }

    private func report(_ cycle: [FragmentSpread]) {
        guard let last = cycle.last else { return }
        let via = cycle.dropLast().map { "\"\($0.name.text)\"" }.joined(separator: ", ")
        context.report(
            "Cannot spread fragment \"\(last.name.text)\" within itself" + (via.isEmpty ? "." : " via \(via)."),
            at: cycle.map(\.offset)
        )
    }
}

/// A fragment on the path and the spread of it that is followed next.
private struct Step {
    let position: FragmentIndex.Position
    var next = 0
}
