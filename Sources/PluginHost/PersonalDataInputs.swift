import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Personal data comes as variables, never in a document: documents are cached, named and shared.
struct PersonalDataLiterals {
    private let schema: Schema
    private let operation: OperationDefinition
    private let source: Source
    private var fragments: [String: FragmentDefinition] = [:]

    init(schema: Schema, operation selection: OperationSelection) {
        self.schema = schema
        operation = selection.operation
        source = selection.document.document.source
        for case .fragment(let fragment) in selection.document.document.definitions {
            fragments[fragment.name.text] = fragment
        }
    }

    /// Refuses a literal, or a variable's default, in an argument or input field that is marked `@pii`.
    func check() throws(GraphQLError) {
        guard let root = schema.rootType(for: operation.kind) else { return }
        var pending = [operation.selections]
        var spread: Set<String> = []
        while let selections = pending.popLast() {
            for selection in selections {
                switch selection {
                case .inlineFragment(let fragment): pending.append(fragment.selections)
                case .fragmentSpread(let fragment):
                    let name = fragment.name.text
                    if spread.insert(name).inserted, let fragment = fragments[name] {
                        pending.append(fragment.selections)
                    }
                case .field(let field):
                    guard let definition = root.field(named: field.name.text) else { continue }
                    for argument in field.arguments {
                        guard let input = definition.argument(named: argument.name.text) else { continue }
                        try check(argument.value, input)
                    }
                }
            }
        }
    }

    private func check(_ value: Value, _ input: SchemaInputValue) throws(GraphQLError) {
        switch value.kind {
        case .null: return
        case .variable(let name):
            // A default holds no variable.
            guard let variable = operation.variables.first(where: { $0.name.text == name }),
                let value = variable.defaultValue
            else { return }
            try check(value, input)
        case .list(let items):
            for item in items { try check(item, input) }
        case .object(let fields):
            guard case .input(let type) = schema.type(named: input.type.namedType) else { return }
            for field in fields {
                guard let definition = type.field(named: field.name.text) else { continue }
                try check(field.value, definition)
            }
        default:
            guard input.directives.contains(where: { $0.name.text == "pii" }) else { return }
            throw GraphQLError(
                "个人信息须以变量传递，不得写入查询文本",
                locations: [source.location(at: value.offset)],
                code: "PII_LITERAL",
                extensions: [JSONValue.Member("field", .string(input.name))]
            )
        }
    }
}

extension OperationSelection {
    /// Whether it selects `__schema` or `__type` at its root, directly or through a fragment.
    var selectsIntrospection: Bool {
        Self.selectsIntrospection(operation.selections, document.document.definitions, depth: 0)
    }

    private static func selectsIntrospection(_ selections: [Selection], _ definitions: [Definition], depth: Int) -> Bool
    {
        // Validation has refused circles; a chain longer than the document has definitions does not exist.
        guard depth <= definitions.count else { return false }
        return selections.contains { selection in
            switch selection {
            case .field(let field): return field.name.text == "__schema" || field.name.text == "__type"
            case .inlineFragment(let fragment):
                return selectsIntrospection(fragment.selections, definitions, depth: depth + 1)
            case .fragmentSpread(let spread):
                return definitions.contains { definition in
                    guard case .fragment(let fragment) = definition, fragment.name.text == spread.name.text else {
                        return false
                    }
                    return selectsIntrospection(fragment.selections, definitions, depth: depth + 1)
                }
            }
        }
    }
}
