import GraphQLLanguage
import GraphQLSchema

/// One rule of GraphQL §5: hears the events of a walk over the document that it asks for, and reports what is wrong.
///
/// Rules have no instances, so that a validation makes nothing for them; what a rule remembers from one event to the next
/// is in `RuleMemory`.
protocol DocumentRule: SendableMetatype {
    /// The events this rule hears; the others' methods are never called.
    static var events: WalkEvents { get }

    static func enterDocument(_ context: ValidationContext)
    static func leaveDocument(_ context: ValidationContext)
    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext)
    static func leaveOperation(_ operation: OperationDefinition, _ context: ValidationContext)
    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext)
    static func enterVariable(_ variable: VariableDefinition, _ context: ValidationContext)
    /// A selection set; those of inline fragments belong to the one around them and are not told.
    static func enterSelections(_ selections: [Selection], of owner: AnyObject, _ context: ValidationContext)
    static func enterField(_ field: Field, _ context: ValidationContext)
    static func leaveField(_ field: Field, _ context: ValidationContext)
    static func enterSpread(_ spread: FragmentSpread, _ context: ValidationContext)
    static func enterInlineFragment(_ fragment: InlineFragment, _ context: ValidationContext)
    /// An argument with its definition, nil where nothing defines it.
    static func enterArgument(_ site: ArgumentSite, _ context: ValidationContext)
    static func enterDirective(_ directive: Directive, on location: DirectiveLocation, _ context: ValidationContext)
    static func leaveDirective(_ directive: Directive, _ context: ValidationContext)
    /// A whole literal: an argument's value or a variable's default; `type` is nil where nothing defines it.
    static func enterLiteral(_ value: Value, type: TypeReference?, _ context: ValidationContext)
    /// An object literal at any depth of a literal.
    static func enterObject(_ fields: [ObjectField], _ context: ValidationContext)
    /// A field of an object literal with the type that defines it.
    static func enterObjectField(_ field: ObjectField, of type: InputObjectType, _ context: ValidationContext)
    /// A literal of an enum type.
    static func enterEnumValue(_ value: Value, of type: EnumType, _ context: ValidationContext)
    /// The name of a type where it is used.
    static func enterTypeName(_ name: Name, inTypeSystem: Bool, _ context: ValidationContext)
    /// An element of a type-system definition that directives are applied to, before each of them.
    static func enterElement(_ element: DirectedElement, _ context: ValidationContext)
}

/// An argument where it is given.
struct ArgumentSite {
    let argument: Argument
    let definition: SchemaInputValue?
    let isOfDirective: Bool
}

/// A part of a type system with the directives applied to it.
struct DirectedElement {
    enum Name: Hashable {
        case schema
        case type(String)
        case directive(String)
    }

    /// The element that extensions may add to; nil for one that is written once: a field, argument or value.
    let name: Name?
    let directives: [Directive]
}

/// A set of events of `DocumentWalk`.
struct WalkEvents: OptionSet {
    let rawValue: Int

    static let enterDocument = WalkEvents(rawValue: 1 << 0)
    static let leaveDocument = WalkEvents(rawValue: 1 << 1)
    static let enterOperation = WalkEvents(rawValue: 1 << 2)
    static let leaveOperation = WalkEvents(rawValue: 1 << 3)
    static let enterFragment = WalkEvents(rawValue: 1 << 4)
    static let enterVariable = WalkEvents(rawValue: 1 << 5)
    static let enterSelections = WalkEvents(rawValue: 1 << 6)
    static let enterField = WalkEvents(rawValue: 1 << 7)
    static let leaveField = WalkEvents(rawValue: 1 << 8)
    static let enterSpread = WalkEvents(rawValue: 1 << 9)
    static let enterInlineFragment = WalkEvents(rawValue: 1 << 10)
    static let enterArgument = WalkEvents(rawValue: 1 << 11)
    static let enterDirective = WalkEvents(rawValue: 1 << 12)
    static let leaveDirective = WalkEvents(rawValue: 1 << 13)
    static let enterLiteral = WalkEvents(rawValue: 1 << 14)
    static let enterObject = WalkEvents(rawValue: 1 << 15)
    static let enterObjectField = WalkEvents(rawValue: 1 << 16)
    static let enterEnumValue = WalkEvents(rawValue: 1 << 17)
    static let enterTypeName = WalkEvents(rawValue: 1 << 18)
    static let enterElement = WalkEvents(rawValue: 1 << 19)
}

extension DocumentRule {
    static func enterDocument(_ context: ValidationContext) {}
    static func leaveDocument(_ context: ValidationContext) {}
    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {}
    static func leaveOperation(_ operation: OperationDefinition, _ context: ValidationContext) {}
    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext) {}
    static func enterVariable(_ variable: VariableDefinition, _ context: ValidationContext) {}
    static func enterSelections(_ selections: [Selection], of owner: AnyObject, _ context: ValidationContext) {}
    static func enterField(_ field: Field, _ context: ValidationContext) {}
    static func leaveField(_ field: Field, _ context: ValidationContext) {}
    static func enterSpread(_ spread: FragmentSpread, _ context: ValidationContext) {}
    static func enterInlineFragment(_ fragment: InlineFragment, _ context: ValidationContext) {}
    static func enterArgument(_ site: ArgumentSite, _ context: ValidationContext) {}
    static func enterDirective(_ directive: Directive, on location: DirectiveLocation, _ context: ValidationContext) {}
    static func leaveDirective(_ directive: Directive, _ context: ValidationContext) {}
    static func enterLiteral(_ value: Value, type: TypeReference?, _ context: ValidationContext) {}
    static func enterObject(_ fields: [ObjectField], _ context: ValidationContext) {}
    static func enterObjectField(_ field: ObjectField, of type: InputObjectType, _ context: ValidationContext) {}
    static func enterEnumValue(_ value: Value, of type: EnumType, _ context: ValidationContext) {}
    static func enterTypeName(_ name: Name, inTypeSystem: Bool, _ context: ValidationContext) {}
    static func enterElement(_ element: DirectedElement, _ context: ValidationContext) {}
}
