import GraphQLLanguage

/// One rule of GraphQL §5: hears the events of a walk over the document that it asks for, and reports what is wrong.
protocol DocumentRule: AnyObject {
    /// The events this rule hears; the others' methods are never called.
    static var events: WalkEvents { get }

    init(_ context: ValidationContext)

    func enterDocument()
    func leaveDocument()
    func enterOperation(_ operation: OperationDefinition)
    func enterFragment(_ fragment: FragmentDefinition)
    func enterVariable(_ variable: VariableDefinition)
    func enterField(_ field: Field)
    func leaveField(_ field: Field)
    func enterSpread(_ spread: FragmentSpread)
    func enterInlineFragment(_ fragment: InlineFragment)
    /// All directives written at one place, before each of them.
    func enterDirectives(_ directives: [Directive])
    func enterDirective(_ directive: Directive, on location: DirectiveLocation)
    func leaveDirective(_ directive: Directive)
    /// A whole literal: an argument's value or a variable's default; `type` is nil where nothing defines it.
    func enterLiteral(_ value: Value, type: TypeReference?)
    /// An object literal at any depth of a literal.
    func enterObject(_ fields: [ObjectField])
}

/// A set of events of `DocumentWalk`.
struct WalkEvents: OptionSet {
    let rawValue: Int

    static let enterDocument = WalkEvents(rawValue: 1 << 0)
    static let leaveDocument = WalkEvents(rawValue: 1 << 1)
    static let enterOperation = WalkEvents(rawValue: 1 << 2)
    static let enterFragment = WalkEvents(rawValue: 1 << 3)
    static let enterVariable = WalkEvents(rawValue: 1 << 4)
    static let enterField = WalkEvents(rawValue: 1 << 5)
    static let leaveField = WalkEvents(rawValue: 1 << 6)
    static let enterSpread = WalkEvents(rawValue: 1 << 7)
    static let enterInlineFragment = WalkEvents(rawValue: 1 << 8)
    static let enterDirectives = WalkEvents(rawValue: 1 << 9)
    static let enterDirective = WalkEvents(rawValue: 1 << 10)
    static let leaveDirective = WalkEvents(rawValue: 1 << 11)
    static let enterLiteral = WalkEvents(rawValue: 1 << 12)
    static let enterObject = WalkEvents(rawValue: 1 << 13)
}

extension DocumentRule {
    func enterDocument() {}
    func leaveDocument() {}
    func enterOperation(_ operation: OperationDefinition) {}
    func enterFragment(_ fragment: FragmentDefinition) {}
    func enterVariable(_ variable: VariableDefinition) {}
    func enterField(_ field: Field) {}
    func leaveField(_ field: Field) {}
    func enterSpread(_ spread: FragmentSpread) {}
    func enterInlineFragment(_ fragment: InlineFragment) {}
    func enterDirectives(_ directives: [Directive]) {}
    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {}
    func leaveDirective(_ directive: Directive) {}
    func enterLiteral(_ value: Value, type: TypeReference?) {}
    func enterObject(_ fields: [ObjectField]) {}
}
