import GraphQLLanguage

extension TypeSystemChecks {
    /// No input object needs itself through non-null fields (GraphQL §3.10, Circular References).
    mutating func checkInputCycles() {
        var search = InputCycleSearch(schema: schema)
        for case .input(let input) in schema.types { search.visit(input) }
        for cycle in search.cycles {
            let path = cycle.fields.map(\.coordinate).joined(separator: ", ")
            diagnostics.report(
                """
                Invalid circular reference. The Input Object \(cycle.type) references itself \
                \(cycle.fields.count > 1 ? "via the non-null fields:" : "in the non-null field") \(path).
                """,
                at: cycle.fields.map(\.place)
            )
        }
    }
}

/// Depth-first search that visits every input object once and reports each cycle where it closes.
private struct InputCycleSearch {
    struct Step {
        let coordinate: String
        let place: Provenance?
    }

    let schema: Schema
    private(set) var cycles: [(type: String, fields: [Step])] = []
    private var visited: Set<String> = []
    private var path: [Step] = []
    private var startOnPath: [String: Int] = [:]

    init(schema: Schema) {
        self.schema = schema
    }

    mutating func visit(_ input: InputObjectType) {
        guard visited.insert(input.name).inserted else { return }
        startOnPath[input.name] = path.count
        for field in input.fields {
            // A list may be empty, so only a direct non-null reference binds.
            guard case .nonNull(let inner) = field.type, case .named(let name) = inner,
                case .input(let next) = schema.type(named: name.text)
            else { continue }
            path.append(Step(coordinate: "\(input.name).\(field.name)", place: field.provenance))
            if let start = startOnPath[next.name] {
                cycles.append((next.name, Array(path[start...])))
            } else {
                visit(next)
            }
            path.removeLast()
        }
        startOnPath[input.name] = nil
    }
}
