import GraphQLLanguage

/// One rule for SDL documents: hears the events of a walk over the definitions, and reports what is wrong.
///
/// A document may also hold operations and fragments; what they share with definitions is checked alike.
protocol DefinitionRule: AnyObject {
    init(_ context: DefinitionContext)

    func enterOperation(_ operation: OperationDefinition)
    func enterFragment(_ fragment: FragmentDefinition)
    func enterSchema(_ schema: SchemaDefinition)
    func enterType(_ type: TypeSystemDefinition)
    func enterDirectiveDefinition(_ directive: DirectiveDefinition)
    /// A name where a type is meant.
    func enterTypeName(_ name: Name)
    /// All directives written on one element, before each of them.
    func enterDirectives(_ directives: [Directive], on element: AnnotatedElement)
    func enterDirective(_ directive: Directive, on location: DirectiveLocation)
    func leaveDirective(_ directive: Directive)
    func enterField(_ field: Field)
    /// An object literal at any depth of a literal.
    func enterObject()
    func enterObjectField(_ field: ObjectField)
    func leaveObject()
}

/// What a list of directives is written on; a definition and its extensions are one element.
enum AnnotatedElement {
    case schema
    case type(String)
    case directive(String)
    case other
}

extension DefinitionRule {
    func enterOperation(_ operation: OperationDefinition) {}
    func enterFragment(_ fragment: FragmentDefinition) {}
    func enterSchema(_ schema: SchemaDefinition) {}
    func enterType(_ type: TypeSystemDefinition) {}
    func enterDirectiveDefinition(_ directive: DirectiveDefinition) {}
    func enterTypeName(_ name: Name) {}
    func enterDirectives(_ directives: [Directive], on element: AnnotatedElement) {}
    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {}
    func leaveDirective(_ directive: Directive) {}
    func enterField(_ field: Field) {}
    func enterObject() {}
    func enterObjectField(_ field: ObjectField) {}
    func leaveObject() {}
}
