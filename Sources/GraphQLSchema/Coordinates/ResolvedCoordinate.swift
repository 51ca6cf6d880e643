package import GraphQLLanguage

/// The element that a schema coordinate names (GraphQL §2.14).
package enum ResolvedCoordinate: Sendable {
    case namedType(TypeDefinition)
    case field(SchemaField, in: TypeDefinition)
    case inputField(SchemaInputValue, in: InputObjectType)
    case enumValue(SchemaEnumValue, in: EnumType)
    case fieldArgument(SchemaInputValue, of: SchemaField, in: TypeDefinition)
    case directive(SchemaDirective)
    case directiveArgument(SchemaInputValue, of: SchemaDirective)

    /// A kind of element, named as graphql-js names it.
    package enum Kind: String, CaseIterable, Sendable {
        case namedType = "NamedType"
        case field = "Field"
        case inputField = "InputField"
        case enumValue = "EnumValue"
        case fieldArgument = "FieldArgument"
        case directive = "Directive"
        case directiveArgument = "DirectiveArgument"
    }

    package var kind: Kind {
        switch self {
        case .namedType: .namedType
        case .field: .field
        case .inputField: .inputField
        case .enumValue: .enumValue
        case .fieldArgument: .fieldArgument
        case .directive: .directive
        case .directiveArgument: .directiveArgument
        }
    }

    package var coordinate: SchemaCoordinate {
        switch self {
        case .namedType(let type): .type(type.name)
        case .field(let field, let type): .member(type: type.name, name: field.name)
        case .inputField(let field, let type): .member(type: type.name, name: field.name)
        case .enumValue(let value, let type): .member(type: type.name, name: value.name)
        case .fieldArgument(let argument, let field, let type):
            .argument(type: type.name, field: field.name, name: argument.name)
        case .directive(let directive): .directive(directive.name)
        case .directiveArgument(let argument, let directive):
            .directiveArgument(directive: directive.name, name: argument.name)
        }
    }

    /// The type of a field or argument; nil for what has none.
    package var type: TypeReference? {
        switch self {
        case .field(let field, _): field.type
        case .inputField(let value, _), .fieldArgument(let value, _, _), .directiveArgument(let value, _): value.type
        case .namedType, .enumValue, .directive: nil
        }
    }
}
