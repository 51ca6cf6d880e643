import GraphQLLanguage
import GraphQLSchema

/// Finds the variables used in one definition, in the order in which they are written.
///
/// Types are looked up only on the way to a variable: most fields have none.
struct VariableSearch {
    /// What the schema says about a field or inline fragment on the path.
    private struct Place {
        var field: SchemaField?
        var type: TypeDefinition?
    }

    private enum Step {
        case field(Field)
        case inlineFragment(InlineFragment)
    }

    private let schema: Schema
    private let root: TypeDefinition?
    private var path: [Step] = []
    /// The places of the path's first steps, as far as they were needed.
    private var places: [Place] = []
    private(set) var found: [VariableUsage] = []

    init(_ schema: Schema, in definition: Definition) {
        self.schema = schema
        switch definition {
        case .operation(let operation):
            root = schema.rootType(for: operation.kind).map { .object($0) }
            visit(operation.directives)
            visit(operation.selections)
        case .fragment(let fragment):
            root = schema.type(named: fragment.typeCondition.text)
            visit(fragment.directives)
            visit(fragment.selections)
        case .schema, .type, .directive, .directiveExtension: root = nil
        }
    }

    private mutating func visit(_ selections: [Selection]) {
        for selection in selections {
            switch selection {
            case .field(let field):
                if field.arguments.isEmpty, field.directives.isEmpty, field.selections.isEmpty { continue }
                path.append(.field(field))
                for argument in field.arguments where argument.value.mayHoldVariables {
                    visit(argument, of: place().field?.arguments)
                }
                visit(field.directives)
                visit(field.selections)
                leave()
            case .fragmentSpread(let spread): visit(spread.directives)
            case .inlineFragment(let fragment):
                path.append(.inlineFragment(fragment))
                visit(fragment.directives)
                visit(fragment.selections)
                leave()
            }
        }
    }

    private mutating func leave() {
        path.removeLast()
        if places.count > path.count { places.removeLast() }
    }

    private mutating func visit(_ directives: [Directive]) {
        for directive in directives {
            for argument in directive.arguments where argument.value.mayHoldVariables {
                // An unknown directive's arguments are taken for those of the field it stands at.
                let definition = schema.directive(named: directive.name.text)
                visit(argument, of: definition?.arguments ?? place().field?.arguments)
            }
        }
    }

    private mutating func visit(_ argument: Argument, of definitions: [SchemaInputValue]?) {
        let definition = definitions?.first { $0.name == argument.name.text }
        visit(argument.value, type: definition?.type, hasDefault: definition?.defaultValue != nil, oneOf: nil)
    }

    private mutating func visit(_ value: Value, type: TypeReference?, hasDefault: Bool, oneOf: String?) {
        switch value.kind {
        case .variable(let name):
            found.append(
                VariableUsage(
                    name: name,
                    offset: value.offset,
                    type: type,
                    hasLocationDefault: hasDefault,
                    oneOfType: oneOf
                )
            )
        case .list(let items):
            for item in items where item.mayHoldVariables {
                visit(item, type: type?.listItem, hasDefault: false, oneOf: nil)
            }
        case .object(let fields):
            let object = schema.inputObject(of: type)
            // In a non-null place graphql-js leaves an object of several fields to ValuesOfCorrectType, which refuses it.
            let isLeft = type?.isNonNull == true && fields.count != 1
            let oneOf = object.flatMap { $0.isOneOf && !isLeft ? $0.name : nil }
            for field in fields where field.value.mayHoldVariables {
                let definition = object?.field(named: field.name.text)
                visit(field.value, type: definition?.type, hasDefault: definition?.defaultValue != nil, oneOf: oneOf)
            }
        case .int, .float, .string, .boolean, .null, .enumeration: break
        }
    }

    /// What the schema says about the last step of the path.
    private mutating func place() -> Place {
        while places.count < path.count {
            let outer = places.last ?? Place(field: nil, type: root)
            switch path[places.count] {
            case .field(let field):
                let parent = outer.type.flatMap { $0.isComposite ? $0 : nil }
                let definition = parent.flatMap { schema.field(named: field.name.text, on: $0) }
                places.append(Place(field: definition, type: definition.flatMap { schema.type(of: $0) }))
            case .inlineFragment(let fragment):
                let type = fragment.typeCondition.map { schema.type(named: $0.text) } ?? outer.type
                places.append(Place(field: outer.field, type: type))
            }
        }
        return places.last ?? Place(field: nil, type: root)
    }
}

extension Value {
    /// Whether the literal is a variable or may have one within.
    fileprivate var mayHoldVariables: Bool {
        switch kind {
        case .variable, .list, .object: true
        case .int, .float, .string, .boolean, .null, .enumeration: false
        }
    }
}

extension Schema {
    /// The named type of a field's value.
    func type(of field: SchemaField) -> TypeDefinition? { type(named: field.type.namedType) }
}
