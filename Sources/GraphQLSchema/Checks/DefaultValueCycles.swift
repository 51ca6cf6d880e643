import GraphQLLanguage

extension TypeSystemChecks {
    /// No default value of an input field needs itself (GraphQL §3.10, Circular References).
    mutating func checkDefaultValueCycles() {
        var search = DefaultValueCycleSearch(schema: schema)
        for case .input(let input) in schema.types {
            // An empty object asks every field of the type for its default.
            search.visit(Value(.object([]), offset: 0), as: input)
        }
        for cycle in search.cycles {
            let via = cycle.via.isEmpty ? "" : " via the default values of: \(cycle.via.joined(separator: ", "))"
            diagnostics.report(
                """
                Invalid circular reference. The default value of Input Object field \(cycle.field) references itself\
                \(via).
                """,
                at: cycle.places
            )
        }
    }
}

/// Depth-first search through the defaults that completing a literal would apply; each field's default is entered once.
private struct DefaultValueCycleSearch {
    let schema: Schema
    private(set) var cycles: [(field: String, via: [String], places: [Provenance?])] = []
    private var visited: Set<String> = []
    private var path: [(field: String, place: Provenance?)] = []

    init(schema: Schema) {
        self.schema = schema
    }

    mutating func visit(_ value: Value, as input: InputObjectType) {
        switch value.kind {
        case .list(let items):
            for item in items { visit(item, as: input) }
        case .object(let given):
            for field in input.fields {
                guard case .input(let type) = schema.type(named: field.type.namedType) else { continue }
                if let value = given.last(where: { $0.name.text == field.name })?.value {
                    visit(value, as: type)
                } else {
                    visitDefault(of: field, "\(input.name).\(field.name)", as: type)
                }
            }
        default: break
        }
    }

    private mutating func visitDefault(of field: SchemaInputValue, _ coordinate: String, as type: InputObjectType) {
        guard let value = field.defaultValue else { return }
        if let start = path.firstIndex(where: { $0.field == coordinate }) {
            let cycle = path[start...]
            cycles.append((coordinate, cycle.dropFirst().map(\.field), cycle.map(\.place)))
            return
        }
        guard visited.insert(coordinate).inserted else { return }
        path.append((coordinate, field.provenance))
        visit(value, as: type)
        path.removeLast()
    }
}
