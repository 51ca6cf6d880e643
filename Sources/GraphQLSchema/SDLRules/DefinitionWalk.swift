import GraphQLLanguage

/// Walks definitions in document order and tells every rule what it meets, as graphql-js visits an SDL document.
struct DefinitionWalk {
    let context: DefinitionContext
    let rules: [any DefinitionRule]

    init(_ context: DefinitionContext, rules: [any DefinitionRule.Type]) {
        self.context = context
        self.rules = rules.map { $0.init(context) }
    }

    func run() {
        for definition in context.definitions.all {
            context.enter(definition)
            switch definition.node {
            case .schema(let schema): visit(schema)
            case .type(let type): visit(type)
            case .directive(let directive): visit(directive)
            case .directiveExtension(let directive):
                enter(directive.directives, of: .directive(directive.name.text), on: .directiveDefinition)
            case .operation(let operation): visit(operation)
            case .fragment(let fragment): visit(fragment)
            }
        }
    }

    // MARK: - Definitions

    private func visit(_ schema: SchemaDefinition) {
        for rule in rules {
            rule.enterSchema(schema)
            rule.enterDirectives(schema.directives, on: .schema)
        }
        visit(schema.directives, on: .schema)
        for operation in schema.operations { visit(typeName: operation.type) }
    }

    private func visit(_ type: TypeSystemDefinition) {
        for rule in rules {
            rule.enterType(type)
            rule.enterDirectives(type.directives, on: .type(type.name.text))
        }
        for name in type.interfaces { visit(typeName: name) }
        visit(type.directives, on: type.directiveLocation)
        for field in type.fields { visit(field) }
        for name in type.members { visit(typeName: name) }
        for value in type.values { enter(value.directives, on: .enumValue) }
        for field in type.inputFields { visit(field, on: .inputFieldDefinition) }
    }

    private func visit(_ directive: DirectiveDefinition) {
        for rule in rules {
            rule.enterDirectiveDefinition(directive)
            rule.enterDirectives(directive.directives, on: .directive(directive.name.text))
        }
        for argument in directive.arguments { visit(argument, on: .argumentDefinition) }
        visit(directive.directives, on: .directiveDefinition)
    }

    private func visit(_ field: FieldDefinition) {
        for rule in rules { rule.enterDirectives(field.directives, on: .other) }
        for argument in field.arguments { visit(argument, on: .argumentDefinition) }
        visit(field.type)
        visit(field.directives, on: .fieldDefinition)
    }

    private func visit(_ value: InputValueDefinition, on location: DirectiveLocation) {
        for rule in rules { rule.enterDirectives(value.directives, on: .other) }
        visit(value.type)
        if let value = value.defaultValue { visit(value) }
        visit(value.directives, on: location)
    }

    // MARK: - Parts that executable definitions have, too

    func visit(_ type: TypeReference) {
        switch type {
        case .named(let name): visit(typeName: name)
        case .list(let inner, _), .nonNull(let inner): visit(inner)
        }
    }

    func visit(typeName name: Name) {
        for rule in rules { rule.enterTypeName(name) }
    }

    /// Visits an element of which nothing but its directives matters.
    func enter(_ directives: [Directive], of element: AnnotatedElement = .other, on location: DirectiveLocation) {
        for rule in rules { rule.enterDirectives(directives, on: element) }
        visit(directives, on: location)
    }

    func visit(_ directives: [Directive], on location: DirectiveLocation) {
        for directive in directives {
            for rule in rules { rule.enterDirective(directive, on: location) }
            for argument in directive.arguments { visit(argument.value) }
            for rule in rules { rule.leaveDirective(directive) }
        }
    }

    func visit(_ value: Value) {
        switch value.kind {
        case .list(let items):
            for item in items { visit(item) }
        case .object(let fields):
            for rule in rules { rule.enterObject() }
            for field in fields {
                for rule in rules { rule.enterObjectField(field) }
                visit(field.value)
            }
            for rule in rules { rule.leaveObject() }
        default: break
        }
    }
}
