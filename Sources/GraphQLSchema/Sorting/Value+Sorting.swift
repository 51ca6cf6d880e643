package import GraphQLLanguage

extension Value {
    /// The same value with the fields of every object in natural order; the order of lists means something and stays.
    package var sorted: Value {
        switch kind {
        case .object(let fields):
            let sorted = fields.sorted(naturallyBy: \.name.text)
            return Value(.object(sorted.map { ObjectField(name: $0.name, value: $0.value.sorted) }), offset: offset)
        case .list(let items):
            return Value(.list(items.map(\.sorted)), offset: offset)
        case .variable, .int, .float, .string, .boolean, .null, .enumeration:
            return self
        }
    }
}
