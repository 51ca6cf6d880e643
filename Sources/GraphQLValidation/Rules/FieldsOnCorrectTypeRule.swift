import GraphQLLanguage
import GraphQLSchema

/// Selected fields exist on the type they are selected from (GraphQL §5.3.1).
enum FieldsOnCorrectTypeRule: DocumentRule {
    static let events: WalkEvents = .enterField

    static func enterField(_ field: Field, _ context: ValidationContext) {
        guard context.types.field == nil, let type = context.types.parentType else { return }
        let name = field.name.text
        context.report(
            "Cannot query field \"\(name)\" on type \"\(type.name)\".\(suggestion(for: name, on: type, context))",
            at: field.offset
        )
    }

    /// First a type of the abstract one that has the field, then a field of a similar name.
    private static func suggestion(for name: String, on type: TypeDefinition, _ context: ValidationContext) -> String {
        if context.options.hidesSuggestions { return "" }
        let types = Suggestions.question(
            typesWithField(name, under: type, context.schema),
            kind: "to use an inline fragment on"
        )
        return types.isEmpty ? context.suggestion(for: name, from: (type.fields ?? []).map(\.name)) : types
    }

    /// The possible types with this field and their interfaces with it: the most used first, interfaces before
    /// what implements them.
    private static func typesWithField(_ name: String, under type: TypeDefinition, _ schema: Schema) -> [String] {
        if case .object = type { return [] }
        var names: [String] = []
        var uses: [String: Int] = [:]
        func count(_ name: String) {
            if uses[name] == nil { names.append(name) }
            uses[name, default: 0] += 1
        }
        for object in schema.possibleTypes(of: type.name) where object.field(named: name) != nil {
            count(object.name)
            for interface in object.interfaces {
                if case .interface(let type) = schema.type(named: interface), type.field(named: name) != nil {
                    count(interface)
                }
            }
        }
        func precedes(_ left: String, _ right: String) -> Bool {
            if uses[left] != uses[right] { return uses[left, default: 0] > uses[right, default: 0] }
            if schema.implementers(of: left).contains(right) { return true }
            if schema.implementers(of: right).contains(left) { return false }
            return NaturalOrder.precedes(left, right)
        }
        return sorted(names, by: precedes)
    }

    /// Sorts as graphql-js' platform does short lists: the first run as it is or turned round, then one by one.
    ///
    /// Not every three names have an order, so the way of sorting is a part of the answer.
    private static func sorted(_ names: [String], by precedes: (String, String) -> Bool) -> [String] {
        guard names.count > 1 else { return names }
        let isDescending = precedes(names[1], names[0])
        var end = 2
        while end < names.count, precedes(names[end], names[end - 1]) == isDescending { end += 1 }
        var sorted = isDescending ? names[..<end].reversed() : Array(names[..<end])
        for name in names[end...] {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if precedes(name, sorted[middle]) { high = middle } else { low = middle + 1 }
            }
            sorted.insert(name, at: low)
        }
        return sorted
    }
}
