import GraphQLLanguage

/// No fragment spreads itself, directly or through others (GraphQL §5.5.2.2).
///
/// One depth-first search over the graph of spreads, with its own stack: each fragment is entered once, and every
/// spread that leads back to one on the current path is reported.
enum NoFragmentCyclesRule: DocumentRule {
    static let events: WalkEvents = .enterFragment

    /// A fragment on the path and the spread of it that is followed next.
    private struct Step {
        let name: String
        let position: FragmentIndex.Position
        var next = 0
    }

    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext) {
        let index = context.fragments
        guard context.memory.visitedFragments.insert(fragment.name.text).inserted else { return }
        var path = [Step(name: fragment.name.text, position: context.position)]
        var depths = [fragment.name.text: 0]
        while let step = path.last, !context.isAborted {
            let spreads = index.spreads[step.position]
            guard step.next < spreads.count else {
                depths[step.name] = nil
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let name = spreads[step.next].name.text
            if let depth = depths[name] {
                report(path[depth...].map { index.spreads[$0.position][$0.next - 1] }, context)
            } else if let target = index.position(of: name), context.memory.visitedFragments.insert(name).inserted {
                depths[name] = path.count
                path.append(Step(name: name, position: target))
            }
        }
    }

    private static func report(_ cycle: [FragmentSpread], _ context: ValidationContext) {
        guard let last = cycle.last else { return }
        let via = cycle.dropLast().map { "\"\($0.name.text)\"" }.joined(separator: ", ")
        context.report(
            "Cannot spread fragment \"\(last.name.text)\" within itself" + (via.isEmpty ? "." : " via \(via)."),
            at: cycle.map(\.offset)
        )
    }
}
