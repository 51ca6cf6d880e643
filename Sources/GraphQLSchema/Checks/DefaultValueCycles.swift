import GraphQLLanguage

/// Finds default values of input fields that need themselves (GraphQL §3.10, Circular References).
///
/// Depth-first through the defaults that completing a literal would apply, each field's once; with a stack of its own, so
/// that no chain is too long.
struct DefaultValueCycleSearch {
    private enum Task {
        case complete(Value, InputObjectType)
        case apply(SchemaInputValue, coordinate: String, InputObjectType)
        case leave(coordinate: String)
    }

    private var visited: Set<String> = []
    private var path: [(field: String, place: Provenance?)] = []
    private var positions: [String: Int] = [:]
    /// What is to be done, the next at the end.
    private var tasks: [Task] = []

    /// The cycles that are reached from an input object and were not found before.
    mutating func cycles(from input: InputObjectType, in schema: Schema) -> [ReferenceCycle] {
        var cycles: [ReferenceCycle] = []
        // An empty object asks every field of the type for its default.
        tasks = [.complete(Value(.object([]), offset: 0), input)]
        while let task = tasks.popLast() {
            switch task {
            case .complete(let value, let input): complete(value, as: input, in: schema)
            case .apply(let field, let coordinate, let type):
                if let start = positions[coordinate] {
                    cycles.append(cycle(coordinate, from: start))
                } else {
                    apply(field, coordinate, type)
                }
            case .leave(let coordinate):
                positions[coordinate] = nil
                path.removeLast()
            }
        }
        return cycles
    }

    private mutating func complete(_ value: Value, as input: InputObjectType, in schema: Schema) {
        switch value.kind {
        case .list(let items): tasks += items.reversed().map { .complete($0, input) }
        case .object(let given):
            for field in input.fields.reversed() {
                guard case .input(let type) = schema.type(named: field.type.namedType) else { continue }
                if let value = given.last(where: { $0.name.text == field.name })?.value {
                    tasks.append(.complete(value, type))
                } else if field.defaultValue != nil {
                    tasks.append(.apply(field, coordinate: "\(input.name).\(field.name)", type))
                }
            }
        default: break
        }
    }

    private mutating func apply(_ field: SchemaInputValue, _ coordinate: String, _ type: InputObjectType) {
        guard let value = field.defaultValue, visited.insert(coordinate).inserted else { return }
        positions[coordinate] = path.count
        path.append((coordinate, field.provenance?.moved(to: value.offset)))
        tasks += [.leave(coordinate: coordinate), .complete(value, type)]
    }

    private func cycle(_ coordinate: String, from start: Int) -> ReferenceCycle {
        let steps = path[start...]
        let others = steps.dropFirst().map(\.field)
        let via = others.isEmpty ? "" : " via the default values of: \(others.joined(separator: ", "))"
        return ReferenceCycle(
            message: """
                Invalid circular reference. The default value of Input Object field \(coordinate) references \
                itself\(via).
                """,
            places: steps.map(\.place)
        )
    }
}
