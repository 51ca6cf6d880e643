/// The rules for SDL documents by graphql-js' names, in the order in which they look at a node (GraphQL §3).
package enum SDLRule: String, CaseIterable, Sendable {
    case loneSchemaDefinition = "LoneSchemaDefinitionRule"
    case uniqueOperationTypes = "UniqueOperationTypesRule"
    case uniqueTypeNames = "UniqueTypeNamesRule"
    case uniqueEnumValueNames = "UniqueEnumValueNamesRule"
    case uniqueFieldDefinitionNames = "UniqueFieldDefinitionNamesRule"
    case uniqueArgumentDefinitionNames = "UniqueArgumentDefinitionNamesRule"
    case uniqueDirectiveNames = "UniqueDirectiveNamesRule"
    case knownTypeNames = "KnownTypeNamesRule"
    case knownDirectives = "KnownDirectivesRule"
    case uniqueDirectivesPerLocation = "UniqueDirectivesPerLocationRule"
    case possibleTypeExtensions = "PossibleTypeExtensionsRule"
    case knownArgumentNamesOnDirectives = "KnownArgumentNamesOnDirectivesRule"
    case uniqueArgumentNames = "UniqueArgumentNamesRule"
    case uniqueInputFieldNames = "UniqueInputFieldNamesRule"
    case providedRequiredArgumentsOnDirectives = "ProvidedRequiredArgumentsOnDirectivesRule"

    /// Every rule that an SDL document must keep.
    package static let specified = allCases

    var type: any DefinitionRule.Type {
        switch self {
        case .loneSchemaDefinition: LoneSchemaDefinitionRule.self
        case .uniqueOperationTypes: UniqueOperationTypesRule.self
        case .uniqueTypeNames: UniqueTypeNamesRule.self
        case .uniqueEnumValueNames: UniqueEnumValueNamesRule.self
        case .uniqueFieldDefinitionNames: UniqueFieldDefinitionNamesRule.self
        case .uniqueArgumentDefinitionNames: UniqueArgumentDefinitionNamesRule.self
        case .uniqueDirectiveNames: UniqueDirectiveNamesRule.self
        case .knownTypeNames: KnownTypeNamesRule.self
        case .knownDirectives: KnownDirectivesRule.self
        case .uniqueDirectivesPerLocation: UniqueDirectivesPerLocationRule.self
        case .possibleTypeExtensions: PossibleTypeExtensionsRule.self
        case .knownArgumentNamesOnDirectives: KnownArgumentNamesOnDirectivesRule.self
        case .uniqueArgumentNames: UniqueArgumentNamesRule.self
        case .uniqueInputFieldNames: UniqueInputFieldNamesRule.self
        case .providedRequiredArgumentsOnDirectives: ProvidedRequiredArgumentsOnDirectivesRule.self
        }
    }
}
