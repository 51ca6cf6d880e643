import GraphQLLanguage

extension DefinitionWalk {
    func visit(_ operation: OperationDefinition) {
        for rule in rules {
            rule.enterOperation(operation)
            rule.enterDirectives(operation.directives, on: .other)
        }
        for variable in operation.variables {
            for rule in rules { rule.enterDirectives(variable.directives, on: .other) }
            visit(variable.type)
            if let value = variable.defaultValue { visit(value) }
            visit(variable.directives, on: .variableDefinition)
        }
        visit(operation.directives, on: operation.kind.directiveLocation)
        visit(operation.selections)
    }

    func visit(_ fragment: FragmentDefinition) {
        for rule in rules {
            rule.enterFragment(fragment)
            rule.enterDirectives(fragment.directives, on: .other)
        }
        visit(typeName: fragment.typeCondition)
        visit(fragment.directives, on: .fragmentDefinition)
        visit(fragment.selections)
    }

    private func visit(_ selections: [Selection]) {
        for selection in selections {
            switch selection {
            case .field(let field):
                for rule in rules {
                    rule.enterField(field)
                    rule.enterDirectives(field.directives, on: .other)
                }
                for argument in field.arguments { visit(argument.value) }
                visit(field.directives, on: .field)
                visit(field.selections)
            case .fragmentSpread(let spread): enter(spread.directives, on: .fragmentSpread)
            case .inlineFragment(let fragment):
                for rule in rules { rule.enterDirectives(fragment.directives, on: .other) }
                if let name = fragment.typeCondition { visit(typeName: name) }
                visit(fragment.directives, on: .inlineFragment)
                visit(fragment.selections)
            }
        }
    }
}

extension OperationKind {
    /// Where a directive on an operation stands (GraphQL §3.13).
    fileprivate var directiveLocation: DirectiveLocation {
        switch self {
        case .query: .query
        case .mutation: .mutation
        case .subscription: .subscription
        }
    }
}
