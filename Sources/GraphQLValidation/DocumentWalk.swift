import GraphQLLanguage
import GraphQLSchema

/// One depth-first pass over a document that keeps the types and tells each rule what it asked to hear.
struct DocumentWalk {
    private let context: ValidationContext
    private let hearers: Hearers

    init(_ context: ValidationContext, rules: [any DocumentRule]) {
        self.context = context
        hearers = Hearers(rules)
    }

    func run() {
        for rule in hearers.enterDocument { rule.enterDocument() }
        for (position, definition) in context.document.definitions.enumerated() where !context.isAborted {
            switch definition {
            case .operation(let operation): walk(operation, at: position)
            case .fragment(let fragment): walk(fragment, at: position)
            case .schema, .type, .directive, .directiveExtension: continue  // Not executable, and no rule here is about SDL.
            }
        }
        for rule in hearers.leaveDocument where !context.isAborted { rule.leaveDocument() }
    }

    private func walk(_ operation: OperationDefinition, at position: Int) {
        context.types = TypeContext()
        context.types.parentType = context.schema.rootType(for: operation.kind).map { .object($0) }
        for rule in hearers.enterOperation { rule.enterOperation(operation) }
        for variable in operation.variables {
            for rule in hearers.enterVariable { rule.enterVariable(variable) }
            if let value = variable.defaultValue {
                let type = context.schema.type(named: variable.type.namedType)
                walk(literal: value, type: type?.isInput == true ? variable.type : nil, hasDefault: false, in: position)
            }
            walk(variable.directives, on: .variableDefinition, in: position)
        }
        walk(operation.directives, on: operation.kind.directiveLocation, in: position)
        walk(operation.selections, in: position)
    }

    private func walk(_ fragment: FragmentDefinition, at position: Int) {
        context.types = TypeContext()
        context.types.parentType = context.schema.compositeType(named: fragment.typeCondition.text)
        for rule in hearers.enterFragment { rule.enterFragment(fragment) }
        walk(fragment.directives, on: .fragmentDefinition, in: position)
        walk(fragment.selections, in: position)
    }

    private func walk(_ selections: [Selection], in position: Int) {
        for selection in selections {
            if context.isAborted { return }
            switch selection {
            case .field(let field): walk(field, in: position)
            case .fragmentSpread(let spread):
                for rule in hearers.enterSpread { rule.enterSpread(spread) }
                walk(spread.directives, on: .fragmentSpread, in: position)
            case .inlineFragment(let fragment): walk(fragment, in: position)
            }
        }
    }

    private func walk(_ field: Field, in position: Int) {
        let outer = context.types
        let definition = outer.parentType.flatMap { context.schema.field(named: field.name.text, on: $0) }
        context.types.field = definition
        for rule in hearers.enterField { rule.enterField(field) }
        for argument in field.arguments { walk(argument, of: definition?.arguments, in: position) }
        walk(field.directives, on: .field, in: position)
        if !field.selections.isEmpty {
            context.types.parentType = context.schema.compositeType(of: definition)
            walk(field.selections, in: position)
            context.types.parentType = outer.parentType
            context.types.field = definition
        }
        for rule in hearers.leaveField { rule.leaveField(field) }
        context.types = outer
    }

    private func walk(_ fragment: InlineFragment, in position: Int) {
        let outer = context.types
        context.types.field = nil
        context.types.fragmentType =
            fragment.typeCondition.map { context.schema.type(named: $0.text) } ?? outer.parentType
        for rule in hearers.enterInlineFragment { rule.enterInlineFragment(fragment) }
        walk(fragment.directives, on: .inlineFragment, in: position)
        if let type = context.types.fragmentType {
            context.types.parentType = type.isComposite ? type : nil
        } else {
            context.types.parentType = nil
        }
        walk(fragment.selections, in: position)
        context.types = outer
    }

    private func walk(_ directives: [Directive], on location: DirectiveLocation, in position: Int) {
        guard !directives.isEmpty else { return }
        for rule in hearers.enterDirectives { rule.enterDirectives(directives) }
        for directive in directives {
            let definition = context.schema.directive(named: directive.name.text)
            context.types.directive = definition
            for rule in hearers.enterDirective { rule.enterDirective(directive, on: location) }
            for argument in directive.arguments { walk(argument, of: definition?.arguments, in: position) }
            for rule in hearers.leaveDirective { rule.leaveDirective(directive) }
        }
        context.types.directive = nil
    }

    private func walk(_ argument: Argument, of definitions: [SchemaInputValue]?, in position: Int) {
        let definition = definitions?.first { $0.name == argument.name.text }
        walk(
            literal: argument.value,
            type: definition?.type,
            hasDefault: definition?.defaultValue != nil,
            in: position
        )
    }

    private func walk(literal value: Value, type: TypeReference?, hasDefault: Bool, in position: Int) {
        for rule in hearers.enterLiteral { rule.enterLiteral(value, type: type) }
        walk(value, type: type, hasDefault: hasDefault, oneOfType: nil, in: position)
    }

    private func walk(
        _ value: Value,
        type: TypeReference?,
        hasDefault: Bool,
        oneOfType: String?,
        in position: Int
    ) {
        switch value.kind {
        case .variable(let name):
            let usage = VariableUsage(
                name: name,
                offset: value.offset,
                type: type,
                hasLocationDefault: hasDefault,
                oneOfType: oneOfType
            )
            context.variableUsages[position].append(usage)
        case .list(let items):
            let itemType = type?.listItem ?? type?.nullable
            for item in items { walk(item, type: itemType, hasDefault: false, oneOfType: nil, in: position) }
        case .object(let fields):
            for rule in hearers.enterObject { rule.enterObject(fields) }
            let object = context.schema.inputObject(of: type)
            let oneOf = object.flatMap { $0.isOneOf ? $0.name : nil }
            for field in fields {
                let definition = object?.field(named: field.name.text)
                walk(
                    field.value,
                    type: definition?.type,
                    hasDefault: definition?.defaultValue != nil,
                    oneOfType: oneOf,
                    in: position
                )
            }
        case .int, .float, .string, .boolean, .null, .enumeration: break
        }
    }
}

/// The rules by the event they hear.
private struct Hearers {
    let enterDocument: [any DocumentRule]
    let leaveDocument: [any DocumentRule]
    let enterOperation: [any DocumentRule]
    let enterFragment: [any DocumentRule]
    let enterVariable: [any DocumentRule]
    let enterField: [any DocumentRule]
    let leaveField: [any DocumentRule]
    let enterSpread: [any DocumentRule]
    let enterInlineFragment: [any DocumentRule]
    let enterDirectives: [any DocumentRule]
    let enterDirective: [any DocumentRule]
    let leaveDirective: [any DocumentRule]
    let enterLiteral: [any DocumentRule]
    let enterObject: [any DocumentRule]

    init(_ rules: [any DocumentRule]) {
        func hearing(_ event: WalkEvents) -> [any DocumentRule] {
            rules.filter { type(of: $0).events.contains(event) }
        }
        enterDocument = hearing(.enterDocument)
        leaveDocument = hearing(.leaveDocument)
        enterOperation = hearing(.enterOperation)
        enterFragment = hearing(.enterFragment)
        enterVariable = hearing(.enterVariable)
        enterField = hearing(.enterField)
        leaveField = hearing(.leaveField)
        enterSpread = hearing(.enterSpread)
        enterInlineFragment = hearing(.enterInlineFragment)
        enterDirectives = hearing(.enterDirectives)
        enterDirective = hearing(.enterDirective)
        leaveDirective = hearing(.leaveDirective)
        enterLiteral = hearing(.enterLiteral)
        enterObject = hearing(.enterObject)
    }
}

extension OperationKind {
    fileprivate var directiveLocation: DirectiveLocation {
        switch self {
        case .query: .query
        case .mutation: .mutation
        case .subscription: .subscription
        }
    }
}
