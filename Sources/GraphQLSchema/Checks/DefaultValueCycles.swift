import GraphQLLanguage

/// Finds default values of input fields that need themselves (GraphQL §3.10, Circular References).
///
/// Depth-first through the defaults that completing a literal would apply; each field's default is entered once.
struct DefaultValueCycleSearch {
    private var visited: Set<String> = []
    private var path: [(field: String, place: Provenance?)] = []
    private var found: [ReferenceCycle] = []

    /// The cycles that are reached from an input object and were not found before.
    mutating func cycles(from input: InputObjectType, in schema: Schema) -> [ReferenceCycle] {
        found = []
        // An empty object asks every field of the type for its default.
        visit(Value(.object([]), offset: 0), as: input, in: schema)
        return found
    }

    private mutating func visit(_ value: Value, as input: InputObjectType, in schema: Schema) {
        switch value.kind {
        case .list(let items):
            for item in items { visit(item, as: input, in: schema) }
        case .object(let given):
            for field in input.fields {
                guard case .input(let type) = schema.type(named: field.type.namedType) else { continue }
                if let value = given.last(where: { $0.name.text == field.name })?.value {
                    visit(value, as: type, in: schema)
                } else {
                    visitDefault(of: field, "\(input.name).\(field.name)", as: type, in: schema)
                }
            }
        default: break
        }
    }

    private mutating func visitDefault(
        of field: SchemaInputValue,
        _ coordinate: String,
        as type: InputObjectType,
        in schema: Schema
    ) {
        guard let value = field.defaultValue else { return }
        if let start = path.firstIndex(where: { $0.field == coordinate }) {
            let others = path[start...].dropFirst().map(\.field)
            let via = others.isEmpty ? "" : " via the default values of: \(others.joined(separator: ", "))"
            found.append(
                ReferenceCycle(
                    message: """
                        Invalid circular reference. The default value of Input Object field \(coordinate) \
                        references itself\(via).
                        """,
                    places: path[start...].map(\.place)
                )
            )
            return
        }
        guard visited.insert(coordinate).inserted else { return }
        path.append((coordinate, field.provenance?.moved(to: value.offset)))
        visit(value, as: type, in: schema)
        path.removeLast()
    }
}
