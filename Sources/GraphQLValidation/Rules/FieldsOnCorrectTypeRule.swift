import GraphQLLanguage
import GraphQLSchema

/// Selected fields exist on the type they are selected from (GraphQL §5.3.1).
final class FieldsOnCorrectTypeRule: DocumentRule {
    static let events: WalkEvents = .enterField
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterField(_ field: Field) {
        guard let type = context.types.parentType, context.types.field == nil else { return }
        let name = field.name.text
        context.report(
            "Cannot query field \"\(name)\" on type \"\(type.name)\".\(suggestion(for: name, on: type))",
            at: field.offset
        )
    }

    /// First a type of the abstract one that has the field, then a field of a similar name.
    private func suggestion(for name: String, on type: TypeDefinition) -> String {
        if context.options.hidesSuggestions { return "" }
        let types = didYouMean("to use an inline fragment on", typesWithField(name, under: type))
        return types.isEmpty ? context.suggestion(for: name, from: (type.fields ?? []).map(\.name)) : types
    }

    /// The possible types with this field and their interfaces with it: the most used first, interfaces before
    /// what implements them.
    private func typesWithField(_ name: String, under type: TypeDefinition) -> [String] {
        if case .object = type { return [] }
        var uses: [String: Int] = [:]
        for object in context.schema.possibleTypes(of: type.name) where object.field(named: name) != nil {
            uses[object.name] = 1
            for interface in object.interfaces where has(interface, field: name) {
                uses[interface, default: 0] += 1
            }
        }
        return uses.keys.sorted { left, right in
            if uses[left] != uses[right] { return uses[left, default: 0] > uses[right, default: 0] }
            if context.schema.implementers(of: left).contains(right) { return true }
            if context.schema.implementers(of: right).contains(left) { return false }
            return left < right
        }
    }

    private func has(_ interface: String, field name: String) -> Bool {
        guard case .interface(let type) = context.schema.type(named: interface) else { return false }
        return type.field(named: name) != nil
    }
}
