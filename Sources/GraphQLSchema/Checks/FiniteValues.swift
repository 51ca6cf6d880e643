import GraphQLLanguage

/// Finds input objects of which no finite value can be written (GraphQL §3.10, InputObjectHasUnbreakableCycle).
///
/// An input object needs a value of every non-null field, a OneOf input object of any one field. Which of them have one
/// spreads from those that need no other, so each reference is looked at once.
struct FiniteValueSearch {
    private struct Reference {
        let field: SchemaInputValue
        let target: Int
    }

    private let inputs: [InputObjectType]
    /// For each input object what it may need a value of.
    private let references: [[Reference]]
    private let isFinite: [Bool]

    init(_ schema: Schema) {
        let inputs = schema.types.compactMap { type -> InputObjectType? in
            if case .input(let input) = type { input } else { nil }
        }
        let index = Dictionary(inputs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let references = inputs.map { input in
            input.fields.compactMap { field in
                // A list may be empty, so only a direct reference binds.
                let type = input.isOneOf ? field.type : field.type.isNonNull ? field.type.nullable : nil
                guard case .named(let name) = type, let target = index[name.text] else { return nil as Reference? }
                return Reference(field: field, target: target)
            }
        }
        self.inputs = inputs
        self.references = references
        isFinite = Self.finite(inputs, references)
    }

    private static func finite(_ inputs: [InputObjectType], _ references: [[Reference]]) -> [Bool] {
        var dependents: [[Int]] = Array(repeating: [], count: inputs.count)
        for (position, references) in references.enumerated() {
            for reference in references { dependents[reference.target].append(position) }
        }
        var isFinite = Array(repeating: false, count: inputs.count)
        var unresolved = references.map(\.count)
        var waiting = inputs.indices.filter { position in
            let input = inputs[position]
            return input.isOneOf
                ? input.fields.isEmpty || references[position].count < input.fields.count
                : references[position].isEmpty
        }
        for position in waiting { isFinite[position] = true }
        while let position = waiting.popLast() {
            for dependent in dependents[position] where !isFinite[dependent] {
                unresolved[dependent] -= 1
                guard inputs[dependent].isOneOf || unresolved[dependent] == 0 else { continue }
                isFinite[dependent] = true
                waiting.append(dependent)
            }
        }
        return isFinite
    }

    /// Every circle of references among input objects without a finite value, where it closes.
    var cycles: [ReferenceCycle] {
        var search = CycleSearch(search: self)
        for position in inputs.indices where !isFinite[position] { search.visit(position) }
        return search.cycles
    }

    /// Depth-first from every input object once; its own stack, so that no chain is too long.
    private struct CycleSearch {
        private struct Visit {
            let position: Int
            /// Which of its references comes next.
            var next = 0
        }

        let search: FiniteValueSearch
        var cycles: [ReferenceCycle] = []
        private var visited: Set<Int> = []
        private var visits: [Visit] = []
        private var path: [(coordinate: String, place: Provenance?)] = []
        private var startOnPath: [Int: Int] = [:]

        init(search: FiniteValueSearch) {
            self.search = search
        }

        mutating func visit(_ position: Int) {
            enter(position)
            while let visit = visits.last {
                guard visit.next < search.references[visit.position].count else {
                    leave(visit.position)
                    continue
                }
                visits[visits.count - 1].next += 1
                follow(search.references[visit.position][visit.next], from: visit.position)
            }
        }

        private mutating func enter(_ position: Int) {
            guard visited.insert(position).inserted else { return }
            startOnPath[position] = path.count
            visits.append(Visit(position: position))
        }

        private mutating func leave(_ position: Int) {
            startOnPath[position] = nil
            visits.removeLast()
            if !visits.isEmpty { path.removeLast() }
        }

        private mutating func follow(_ reference: Reference, from position: Int) {
            guard !search.isFinite[reference.target] else { return }
            let field = reference.field
            let step = (coordinate: "\(search.inputs[position].name).\(field.name)", place: field.provenance)
            if let start = startOnPath[reference.target] {
                report(path[start...] + [step], at: reference.target)
            } else if !visited.contains(reference.target) {
                path.append(step)
                enter(reference.target)
            }
        }

        private mutating func report(_ steps: ArraySlice<(coordinate: String, place: Provenance?)>, at target: Int) {
            let fields = steps.map(\.coordinate).joined(separator: ", ")
            cycles.append(
                ReferenceCycle(
                    message: """
                        Input Object \(search.inputs[target].name) cannot be provided a finite value because it \
                        references itself through fields: \(fields).
                        """,
                    places: steps.map(\.place)
                )
            )
        }
    }
}
