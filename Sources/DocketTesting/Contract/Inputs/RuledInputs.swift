import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// Every field with rules that a mutation's input leads to, and inputs that keep all rules but one.
struct RuledInputs {
    /// The directives that say a rule which a value can break.
    static let rules: Set<String> = [
        "text", "format", "identityNumber", "impersonal", "range", "items", "distinct", "past", "ahead", "allowed",
        "required", "requiredWhen", "refusedWhen", "row",
    ]

    private(set) var fields: [RuledField] = []
    private let schema: Schema
    private let samples: SampleInputs

    init(_ schema: Schema, _ samples: SampleInputs) {
        self.schema = schema
        self.samples = samples
        for field in schema.rootType(for: .mutation)?.fields ?? [] {
            guard let argument = field.argument(named: "input"),
                case .input(let input) = schema.type(named: argument.type.namedType)
            else { continue }
            // The items of a repetition are the other mutation's inputs, and answered one by one.
            let isRepetition = field.directives.contains { $0.name.text == "each" }
            collect(input, of: field.name, root: input, names: [], path: "input", stopsAt: isRepetition ? "items" : nil)
        }
    }

    private mutating func collect(
        _ input: InputObjectType,
        of mutation: String,
        root: InputObjectType,
        names: [String],
        path: String,
        stopsAt end: String? = nil
    ) {
        for value in input.fields {
            let isList = value.type.nullable.listItem != nil
            let place = "\(path).\(value.name)"
            var sample = samples.sample(of: value).items.first ?? samples.sample(of: value)
            if case .input(let inner) = schema.type(named: value.type.namedType) { sample = object(inner, [:]) }
            fields.append(
                RuledField(
                    mutation: mutation,
                    input: root,
                    value: value,
                    names: names + [value.name],
                    path: place,
                    sample: sample,
                    schema: schema
                )
            )
            guard names.count < 2, value.name != end, case .input(let inner) = schema.type(named: value.type.namedType)
            else { continue }
            collect(inner, of: mutation, root: root, names: names + [value.name], path: isList ? "\(place).0" : place)
        }
    }

    /// An input that keeps the rules but for what is overridden, by names; nil leaves a member out.
    func object(_ input: InputObjectType, _ overrides: [[String]: JSONValue?], at names: [String] = []) -> JSONValue {
        var members: [JSONValue.Member] = []
        for field in input.fields {
            let place = names + [field.name]
            if let override = overrides[place] {
                if let value = override { members.append(.init(field.name, value)) }
            } else if isNeeded(field) || overrides.keys.contains(where: { $0.starts(with: place) }) {
                var value = samples.sample(of: field)
                if case .input(let inner) = schema.type(named: field.type.namedType) {
                    let object = self.object(inner, overrides, at: place)
                    value = field.type.nullable.listItem == nil ? object : .array([object])
                }
                members.append(.init(field.name, value))
            }
        }
        return .object(members)
    }

    private func isNeeded(_ field: SchemaInputValue) -> Bool {
        field.type.isNonNull && field.defaultValue == nil
            || field.directives.contains { ["required", "requiredWhen"].contains($0.name.text) }
    }
}
