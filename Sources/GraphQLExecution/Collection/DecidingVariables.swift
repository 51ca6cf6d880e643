import GraphQLLanguage
import GraphQLSchema

/// Finds the variables whose value, absence or null changes an operation's plan.
struct DecidingVariables {
    private let schema: Schema
    private let fragments: [String: FragmentDefinition]
    private let definitions: [VariableDefinition]
    private var found: Set<String> = []
    private var visited: Set<String> = []
    /// Fragments met and still to be walked.
    private var pending: [FragmentDefinition] = []

    /// Positions in the operation's variable definitions, ascending.
    static func positions(
        in operation: OperationDefinition,
        fragments: [String: FragmentDefinition],
        schema: Schema
    ) -> [Int] {
        guard !operation.variables.isEmpty, let root = schema.rootType(for: operation.kind) else { return [] }
        var search = DecidingVariables(schema: schema, fragments: fragments, definitions: operation.variables)
        search.visit(operation.selections, on: root.name)
        while let fragment = search.pending.popLast() {
            search.visit(fragment.selections, on: fragment.typeCondition.text)
        }
        return operation.variables.indices.filter { search.found.contains(operation.variables[$0].name.text) }
    }

    private init(schema: Schema, fragments: [String: FragmentDefinition], definitions: [VariableDefinition]) {
        self.schema = schema
        self.fragments = fragments
        self.definitions = definitions
    }

    private mutating func visit(_ selections: [Selection], on type: String) {
        for selection in selections {
            switch selection {
            case .field(let field):
                visit(field.directives)
                guard let definition = schema.selectableField(named: field.name.text, on: type) else { continue }
                visit(field.arguments, by: definition)
                visitImplementations(of: field, on: type)
                visit(field.selections, on: definition.type.namedType)
            case .inlineFragment(let fragment):
                visit(fragment.directives)
                visit(fragment.selections, on: fragment.typeCondition?.text ?? type)
            case .fragmentSpread(let spread):
                visit(spread.directives)
                guard visited.insert(spread.name.text).inserted, let fragment = fragments[spread.name.text] else {
                    continue
                }
                pending.append(fragment)
            }
        }
    }

    private mutating func visit(_ arguments: [Argument], by definition: SchemaField) {
        for argument in arguments {
            guard let input = definition.argument(named: argument.name.text) else { continue }
            visit(argument.value, for: input)
        }
    }

    /// An object type's field may have defaults that its interface's has not.
    private mutating func visitImplementations(of field: Field, on type: String) {
        guard !field.arguments.isEmpty, case .interface = schema.type(named: type) else { return }
        for object in schema.possibleTypes(of: type) {
            if let definition = object.field(named: field.name.text) { visit(field.arguments, by: definition) }
        }
    }

    private mutating func visit(_ directives: [Directive]) {
        for directive in directives where directive.isCondition {
            if case .variable(let name) = directive.argument("if")?.kind { found.insert(name) }
        }
    }

    private mutating func visit(_ value: Value, for input: SchemaInputValue, of type: InputObjectType? = nil) {
        visit(value, of: input.type, isDeciding: input.defaultValue != nil || type?.isOneOf == true)
    }

    /// A variable in a position with a default, in a OneOf Input Object, or of a non-null type that the variable's own
    /// type does not have.
    private mutating func visit(_ value: Value, of type: TypeReference, isDeciding: Bool = false) {
        switch value.kind {
        case .variable(let name):
            if isDeciding || type.isNonNull,
                let definition = definitions.first(where: { $0.name.text == name }), !definition.type.isNonNull
            {
                found.insert(name)
            }
        case .list(let items):
            for item in items { visit(item, of: type.listItem ?? type) }
        case .object(let fields):
            guard case .input(let input) = schema.type(named: type.namedType) else { return }
            for field in fields {
                if let definition = input.field(named: field.name.text) {
                    visit(field.value, for: definition, of: input)
                }
            }
        default: break
        }
    }
}

extension Directive {
    /// `@skip` or `@include` (GraphQL §3.13.1–2).
    var isCondition: Bool { name.text == "skip" || name.text == "include" }
}
