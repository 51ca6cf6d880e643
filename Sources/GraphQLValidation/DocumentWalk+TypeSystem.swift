import GraphQLLanguage

// A document for execution has no type-system definitions (ExecutableDefinitionsRule). Where it has some, the rules about
// names and directives look at them all the same.
extension DocumentWalk {
    func walk(_ schema: SchemaDefinition) {
        enter(.schema, schema.directives)
        walk(schema.directives, on: .schema)
        for operation in schema.operations { enter(operation.type) }
    }

    func walk(_ directive: DirectiveDefinition) {
        enter(.directive(directive.name.text), directive.directives)
        for argument in directive.arguments { walk(argument, on: .argumentDefinition) }
        walk(directive.directives, on: .directiveDefinition)
    }

    func walk(_ directive: DirectiveExtension) {
        enter(.directive(directive.name.text), directive.directives)
        walk(directive.directives, on: .directiveDefinition)
    }

    func walk(_ type: TypeSystemDefinition) {
        enter(.type(type.name.text), type.directives)
        switch type.body {
        case .scalar: walk(type.directives, on: .scalar)
        case .object(let interfaces, let fields):
            for name in interfaces { enter(name) }
            walk(type.directives, on: .object)
            for field in fields { walk(field) }
        case .interface(let interfaces, let fields):
            for name in interfaces { enter(name) }
            walk(type.directives, on: .interface)
            for field in fields { walk(field) }
        case .union(let members):
            walk(type.directives, on: .union)
            for name in members { enter(name) }
        case .enumeration(let values):
            walk(type.directives, on: .enum)
            for value in values {
                enter(nil, value.directives)
                walk(value.directives, on: .enumValue)
            }
        case .input(let fields):
            walk(type.directives, on: .inputObject)
            for field in fields { walk(field, on: .inputFieldDefinition) }
        }
    }

    private func walk(_ field: FieldDefinition) {
        enter(nil, field.directives)
        for argument in field.arguments { walk(argument, on: .argumentDefinition) }
        enter(field.type.innermostName)
        walk(field.directives, on: .fieldDefinition)
    }

    private func walk(_ value: InputValueDefinition, on location: DirectiveLocation) {
        enter(nil, value.directives)
        enter(value.type.innermostName)
        if let defaultValue = value.defaultValue { walk(literal: defaultValue, type: nil) }
        walk(value.directives, on: location)
    }

    private func enter(_ name: DirectedElement.Name?, _ directives: [Directive]) {
        guard !directives.isEmpty else { return }
        let element = DirectedElement(name: name, directives: directives)
        for rule in schedule.enterElement { rule.enterElement(element, context) }
    }

    private func enter(_ name: Name) {
        for rule in schedule.enterTypeName { rule.enterTypeName(name, inTypeSystem: true, context) }
    }
}
