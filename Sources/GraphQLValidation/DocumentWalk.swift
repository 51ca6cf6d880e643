import GraphQLLanguage
import GraphQLSchema

/// One depth-first pass over a document that keeps the types and tells each rule what it asked to hear.
struct DocumentWalk {
    let context: ValidationContext
    let schema: Schema
    let schedule: RuleSchedule

    init(_ context: ValidationContext, _ schedule: RuleSchedule) {
        self.context = context
        self.schedule = schedule
        schema = context.schema
    }

    func run() {
        for rule in schedule.enterDocument { rule.enterDocument(context) }
        for (position, definition) in context.document.definitions.enumerated() where !context.isAborted {
            context.position = position
            context.types = TypeContext()
            if context.fragments.isTooDeep(position) { return context.abort() }
            switch definition {
            case .operation(let operation): walk(operation)
            case .fragment(let fragment): walk(fragment)
            case .schema(let definition): walk(definition)
            case .type(let definition): walk(definition)
            case .directive(let definition): walk(definition)
            case .directiveExtension(let definition): walk(definition)
            }
        }
        for rule in schedule.leaveDocument where !context.isAborted { rule.leaveDocument(context) }
    }

    private func walk(_ operation: OperationDefinition) {
        let root = schema.rootType(for: operation.kind).map { TypeDefinition.object($0) }
        context.types.type = root
        for rule in schedule.enterOperation where !context.isAborted { rule.enterOperation(operation, context) }
        for variable in operation.variables { walk(variable) }
        walk(operation.directives, on: operation.kind.directiveLocation)
        walk(operation.selections, of: operation)
        for rule in schedule.leaveOperation where !context.isAborted { rule.leaveOperation(operation, context) }
    }

    private func walk(_ variable: VariableDefinition) {
        for rule in schedule.enterVariable { rule.enterVariable(variable, context) }
        // The name is the last token but for brackets: a list's name does not start where the type starts.
        let name = variable.type.innermostName
        for rule in schedule.enterTypeName { rule.enterTypeName(name, inTypeSystem: false, context) }
        if let value = variable.defaultValue {
            let type = schema.type(named: name.text)
            walk(literal: value, type: type?.isInput == true ? variable.type : nil)
        }
        walk(variable.directives, on: .variableDefinition)
    }

    private func walk(_ fragment: FragmentDefinition) {
        context.types.type = schema.type(named: fragment.typeCondition.text)
        for rule in schedule.enterFragment where !context.isAborted { rule.enterFragment(fragment, context) }
        for rule in schedule.enterTypeName { rule.enterTypeName(fragment.typeCondition, inTypeSystem: false, context) }
        walk(fragment.directives, on: .fragmentDefinition)
        walk(fragment.selections, of: fragment)
    }

    private func walk(_ selections: [Selection], of owner: AnyObject) {
        let outer = context.types.parentType
        context.types.parentType = context.types.type.flatMap { $0.isComposite ? $0 : nil }
        for rule in schedule.enterSelections { rule.enterSelections(selections, of: owner, context) }
        walk(selections)
        context.types.parentType = outer
    }

    private func walk(_ selections: [Selection]) {
        for selection in selections {
            if context.isAborted { return }
            switch selection {
            case .field(let field): walk(field)
            case .fragmentSpread(let spread):
                for rule in schedule.enterSpread { rule.enterSpread(spread, context) }
                walk(spread.directives, on: .fragmentSpread)
            case .inlineFragment(let fragment): walk(fragment)
            }
        }
    }

    private func walk(_ field: Field) {
        let outer = (context.types.field, context.types.type)
        let definition = context.types.parentType.flatMap { schema.field(named: field.name.text, on: $0) }
        context.types.field = definition
        context.types.type = definition.flatMap { schema.type(of: $0) }
        for rule in schedule.enterField { rule.enterField(field, context) }
        if !field.arguments.isEmpty { walk(field.arguments, of: definition?.arguments, isOfDirective: false) }
        if !field.directives.isEmpty { walk(field.directives, on: .field) }
        if field.selectionSetOffset != nil { walk(field.selections, of: field) }
        for rule in schedule.leaveField { rule.leaveField(field, context) }
        (context.types.field, context.types.type) = outer
    }

    private func walk(_ fragment: InlineFragment) {
        let outer = (context.types.parentType, context.types.type)
        if let condition = fragment.typeCondition { context.types.type = schema.type(named: condition.text) }
        for rule in schedule.enterInlineFragment { rule.enterInlineFragment(fragment, context) }
        if let condition = fragment.typeCondition {
            for rule in schedule.enterTypeName { rule.enterTypeName(condition, inTypeSystem: false, context) }
        }
        walk(fragment.directives, on: .inlineFragment)
        context.types.parentType = context.types.type.flatMap { $0.isComposite ? $0 : nil }
        walk(fragment.selections)
        (context.types.parentType, context.types.type) = outer
    }

    func walk(_ directives: [Directive], on location: DirectiveLocation) {
        for directive in directives {
            let definition = schema.directive(named: directive.name.text)
            context.types.directive = definition
            for rule in schedule.enterDirective { rule.enterDirective(directive, on: location, context) }
            // An unknown directive's arguments are taken for those of the field it stands at.
            let definitions = definition?.arguments ?? context.types.field?.arguments
            walk(directive.arguments, of: definitions, isOfDirective: true)
            for rule in schedule.leaveDirective { rule.leaveDirective(directive, context) }
            context.types.directive = nil
        }
    }

    private func walk(_ arguments: [Argument], of definitions: [SchemaInputValue]?, isOfDirective: Bool) {
        for argument in arguments {
            if context.isAborted { return }
            let definition = definitions?.first { $0.name == argument.name.text }
            let site = ArgumentSite(argument: argument, definition: definition, isOfDirective: isOfDirective)
            for rule in schedule.enterArgument { rule.enterArgument(site, context) }
            walk(literal: argument.value, type: definition?.type)
        }
    }

    func walk(literal value: Value, type: TypeReference?) {
        for rule in schedule.enterLiteral { rule.enterLiteral(value, type: type, context) }
        walk(value, type: schedule.needsTypesInLiterals ? type : nil)
    }

    private func walk(_ value: Value, type: TypeReference?) {
        switch value.kind {
        case .list(let items):
            for item in items { walk(item, type: type?.listItem) }
        case .object(let fields):
            for rule in schedule.enterObject { rule.enterObject(fields, context) }
            let object = schema.inputObject(of: type)
            for field in fields {
                if context.isAborted { return }
                if let object {
                    for rule in schedule.enterObjectField { rule.enterObjectField(field, of: object, context) }
                }
                walk(field.value, type: object?.field(named: field.name.text)?.type)
            }
        case .enumeration:
            if let type, case .enumeration(let enumeration) = schema.type(named: type.namedType) {
                for rule in schedule.enterEnumValue { rule.enterEnumValue(value, of: enumeration, context) }
            }
        case .variable, .int, .float, .string, .boolean, .null: break
        }
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

extension TypeReference {
    /// The innermost named type where it is written.
    var innermostName: Name {
        switch self {
        case .named(let name): name
        case .list(let inner, _), .nonNull(let inner): inner.innermostName
        }
    }
}
