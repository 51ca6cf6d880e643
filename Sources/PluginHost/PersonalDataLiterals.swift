import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Personal data comes as variables, never in a document: documents are cached, named and shared.
struct PersonalDataLiterals {
    let schema: Schema

    /// Refuses a literal in an argument or input field that is marked `@pii`.
    func check(_ operation: OperationSelection) throws(GraphQLError) {
        guard let root = schema.rootType(for: operation.operation.kind) else { return }
        for selection in operation.operation.selections {
            // Fragments on the root type are rare and hold no other rule: their fields are checked with theirs.
            guard case .field(let field) = selection, let definition = root.field(named: field.name.text) else {
                continue
            }
            for argument in field.arguments {
                guard let input = definition.argument(named: argument.name.text) else { continue }
                try check(argument.value, input, in: operation.document.document.source)
            }
        }
    }

    private func check(_ value: Value, _ input: SchemaInputValue, in source: Source) throws(GraphQLError) {
        switch value.kind {
        case .variable, .null: return
        case .list(let items):
            for item in items { try check(item, input, in: source) }
        case .object(let fields):
            guard case .input(let type) = schema.type(named: input.type.namedType) else { return }
            for field in fields {
                guard let definition = type.field(named: field.name.text) else { continue }
                try check(field.value, definition, in: source)
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
