import GraphQLLanguage

/// The rules for SDL documents: what can be said before there is a schema (GraphQL §3, graphql-js' SDL rules).
///
/// One file per concern; each reports the place to change first.
struct DefinitionChecks {
    let definitions: Definitions
    var diagnostics = Diagnostics()
    /// The first definition of every type name.
    let baseTypes: [String: Sourced<TypeSystemDefinition>]
    /// Every directive that may be applied; of a name defined twice the first.
    let directives: [String: SchemaDirective]

    init(definitions: Definitions) {
        self.definitions = definitions
        baseTypes = definitions.baseTypes
        let defined = Assembly(definitions: definitions).directives(of: [.engine, .fragment])
        directives = Dictionary(
            (defined + Standard.directives).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func checkAll() {
        checkSchemaDefinitions()
        checkUniqueNames()
        checkKnownTypes()
        checkExtensions()
        checkAppliedDirectives()
        checkLiteralFields()
    }
}
