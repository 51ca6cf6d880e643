import GraphQLLanguage
import GraphQLSchema

/// A directive that is not repeatable is written once at a place (GraphQL §5.7.3).
enum UniqueDirectivesPerLocationRule: DocumentRule {
    static let events: WalkEvents = [
        .enterOperation, .enterVariable, .enterFragment, .enterField, .enterSpread, .enterInlineFragment, .enterElement,
    ]

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        check(operation.directives, context)
    }

    static func enterVariable(_ variable: VariableDefinition, _ context: ValidationContext) {
        check(variable.directives, context)
    }

    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext) {
        check(fragment.directives, context)
    }

    static func enterField(_ field: Field, _ context: ValidationContext) { check(field.directives, context) }

    static func enterSpread(_ spread: FragmentSpread, _ context: ValidationContext) {
        check(spread.directives, context)
    }

    static func enterInlineFragment(_ fragment: InlineFragment, _ context: ValidationContext) {
        check(fragment.directives, context)
    }

    /// A type's definition and its extensions are one place, and so are a schema's and a directive's.
    static func enterElement(_ element: DirectedElement, _ context: ValidationContext) {
        guard let name = element.name else { return check(element.directives, context) }
        var seen = context.memory.elementDirectives[name] ?? [:]
        check(element.directives, &seen, context)
        context.memory.elementDirectives[name] = seen
    }

    private static func check(_ directives: [Directive], _ context: ValidationContext) {
        guard directives.count > 1 else { return }
        var seen: [String: Int] = [:]
        check(directives, &seen, context)
    }

    private static func check(_ directives: [Directive], _ seen: inout [String: Int], _ context: ValidationContext) {
        for directive in directives {
            let name = directive.name.text
            guard context.directive(named: name)?.isRepeatable == false else { continue }
            if let first = seen[name] {
                context.report(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: [first, directive.offset]
                )
            } else {
                seen[name] = directive.offset
            }
        }
    }
}
