import GraphQLLanguage
import GraphQLSchema

extension Document {
    /// Whether it has an operation that writes.
    var writes: Bool {
        definitions.contains { definition in
            if case .operation(let operation) = definition { operation.kind == .mutation } else { false }
        }
    }

    /// What it takes by arguments and input fields that carry a directive.
    func inputs(marked directive: String, in schema: Schema) -> MarkedInputs {
        var inputs = MarkedInputs()
        var pending: [(selections: [Selection], type: String?)] = []
        for definition in definitions {
            switch definition {
            case .operation(let operation):
                pending.append((operation.selections, schema.rootTypeName(for: operation.kind)))
                for variable in operation.variables
                where schema.mayHold(variable.type.namedType, marked: directive) {
                    inputs.variables.insert(variable.name.text)
                }
            case .fragment(let fragment): pending.append((fragment.selections, fragment.typeCondition.text))
            default: break
            }
        }
        while let (selections, name) = pending.popLast() {
            let type = name.flatMap { schema.type(named: $0) }
            for selection in selections {
                switch selection {
                case .fragmentSpread: break
                case .inlineFragment(let fragment):
                    pending.append((fragment.selections, fragment.typeCondition?.text ?? name))
                case .field(let field):
                    let definition = type.flatMap { schema.declaredField(named: field.name.text, on: $0) }
                    for argument in field.arguments {
                        guard let input = definition?.argument(named: argument.name.text) else { continue }
                        inputs.add(argument.value, in: input, marked: directive, schema)
                    }
                    pending.append((field.selections, definition?.type.namedType))
                }
            }
        }
        return inputs
    }
}

/// What a document takes by arguments and input fields that carry a directive.
struct MarkedInputs {
    /// Whether there is one at all, or an argument that may hold one.
    private(set) var isAny = false
    /// The variables that stand in one, or that may hold one.
    var variables: Set<String> = []

    /// Adds an argument's value.
    fileprivate mutating func add(
        _ value: Value,
        in input: SchemaInputValue,
        marked directive: String,
        _ schema: Schema
    ) {
        guard schema.takes(input, marked: directive) else { return }
        isAny = true
        var pending = [(value, input)]
        while let (value, input) = pending.popLast() {
            switch value.kind {
            case .variable(let name): if input.isMarked(directive) { variables.insert(name) }
            case .list(let items): pending += items.map { ($0, input) }
            case .object(let fields):
                guard let type = schema.inputObject(of: input.type) else { continue }
                pending += fields.compactMap { field in
                    type.field(named: field.name.text).map { (field.value, $0) }
                }
            default: break
            }
        }
    }
}
