import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Personal data comes as variables, never in a document: documents are cached, named and shared.
///
/// Nor does it come in a URL, which proxies write down.
struct PersonalDataInputs {
    /// What marks arguments and input fields that take personal data.
    static let directive = "pii"

    private let schema: Schema
    private let selection: OperationSelection

    init(schema: Schema, operation selection: OperationSelection) {
        self.schema = schema
        self.selection = selection
    }

    /// Refuses a literal, or a variable's default, in an argument or input field that is marked `@pii`.
    func checkLiterals() throws(GraphQLError) {
        try visit { value, input throws(GraphQLError) in
            guard case .variable(let name) = value.kind else { return try refuse(value, input) }
            // A default holds no variable.
            guard let variable = selection.operation.variables.first(where: { $0.name.text == name }),
                let value = variable.defaultValue
            else { return }
            try visit(value, input) { value, input throws(GraphQLError) in try refuse(value, input) }
        }
    }

    /// Refuses an operation that takes personal data, or a variable of an input type that may hold some.
    func checkURL() throws(GraphQLError) {
        try visit { value, input throws(GraphQLError) in
            let isVariable = if case .variable = value.kind { true } else { false }
            if input.isPersonal || isVariable && schema.mayHold(input.type.namedType, marked: Self.directive) {
                throw GraphQLError(
                    "个人信息不得出现在网址中，请改用 POST",
                    locations: [selection.document.document.source.location(at: value.offset)],
                    code: "PII_IN_URL",
                    extensions: [JSONValue.Member("field", .string(input.name))]
                )
            }
        }
    }

    private func refuse(_ value: Value, _ input: SchemaInputValue) throws(GraphQLError) {
        if case .null = value.kind { return }
        guard input.isPersonal else { return }
        throw GraphQLError(
            "个人信息须以变量传递，不得写入查询文本",
            locations: [selection.document.document.source.location(at: value.offset)],
            code: "PII_LITERAL",
            extensions: [JSONValue.Member("field", .string(input.name))]
        )
    }

    /// Visits every scalar, null and variable of every argument, with the argument or input field it stands in.
    private func visit(
        _ body: (Value, SchemaInputValue) throws(GraphQLError) -> Void
    ) throws(GraphQLError) {
        var fragments: [String: FragmentDefinition] = [:]
        for case .fragment(let fragment) in selection.document.document.definitions {
            fragments[fragment.name.text] = fragment
        }
        guard let root = schema.rootType(for: selection.operation.kind) else { return }
        var pending = [(selections: selection.operation.selections, typename: root.name)]
        var spread: Set<String> = []
        while let (selections, typename) = pending.popLast() {
            for selection in selections {
                switch selection {
                case .inlineFragment(let fragment):
                    pending.append((fragment.selections, fragment.typeCondition?.text ?? typename))
                case .fragmentSpread(let name):
                    if spread.insert(name.name.text).inserted, let fragment = fragments[name.name.text] {
                        pending.append((fragment.selections, fragment.typeCondition.text))
                    }
                case .field(let field):
                    guard let fields = schema.type(named: typename)?.fields,
                        let definition = fields.first(where: { $0.name == field.name.text })
                    else { continue }
                    for argument in field.arguments {
                        guard let input = definition.argument(named: argument.name.text) else { continue }
                        try visit(argument.value, input, body)
                    }
                    pending.append((field.selections, definition.type.namedType))
                }
            }
        }
    }

    private func visit(
        _ value: Value,
        _ input: SchemaInputValue,
        _ body: (Value, SchemaInputValue) throws(GraphQLError) -> Void
    ) throws(GraphQLError) {
        switch value.kind {
        case .list(let items):
            for item in items { try visit(item, input, body) }
        case .object(let fields):
            guard case .input(let type) = schema.type(named: input.type.namedType) else { return }
            for field in fields {
                guard let definition = type.field(named: field.name.text) else { continue }
                try visit(field.value, definition, body)
            }
        default: try body(value, input)
        }
    }
}

extension SchemaInputValue {
    fileprivate var isPersonal: Bool { isMarked(PersonalDataInputs.directive) }
}
