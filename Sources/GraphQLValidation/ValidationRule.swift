/// The rules of GraphQL §5 by graphql-js' names, in the order in which they look at a node.
package enum ValidationRule: String, CaseIterable, Sendable {
    case executableDefinitions = "ExecutableDefinitionsRule"
    case knownOperationTypes = "KnownOperationTypesRule"
    case uniqueOperationNames = "UniqueOperationNamesRule"
    case loneAnonymousOperation = "LoneAnonymousOperationRule"
    case singleFieldSubscriptions = "SingleFieldSubscriptionsRule"
    case knownTypeNames = "KnownTypeNamesRule"
    case fragmentsOnCompositeTypes = "FragmentsOnCompositeTypesRule"
    case variablesAreInputTypes = "VariablesAreInputTypesRule"
    case scalarLeafs = "ScalarLeafsRule"
    case fieldsOnCorrectType = "FieldsOnCorrectTypeRule"
    case uniqueFragmentNames = "UniqueFragmentNamesRule"
    case knownFragmentNames = "KnownFragmentNamesRule"
    case noUnusedFragments = "NoUnusedFragmentsRule"
    case possibleFragmentSpreads = "PossibleFragmentSpreadsRule"
    case noFragmentCycles = "NoFragmentCyclesRule"
    case uniqueVariableNames = "UniqueVariableNamesRule"
    case noUndefinedVariables = "NoUndefinedVariablesRule"
    case noUnusedVariables = "NoUnusedVariablesRule"
    case knownDirectives = "KnownDirectivesRule"
    case uniqueDirectivesPerLocation = "UniqueDirectivesPerLocationRule"
    case knownArgumentNames = "KnownArgumentNamesRule"
    case uniqueArgumentNames = "UniqueArgumentNamesRule"
    case valuesOfCorrectType = "ValuesOfCorrectTypeRule"
    case providedRequiredArguments = "ProvidedRequiredArgumentsRule"
    case variablesInAllowedPosition = "VariablesInAllowedPositionRule"
    case overlappingFieldsCanBeMerged = "OverlappingFieldsCanBeMergedRule"
    case uniqueInputFieldNames = "UniqueInputFieldNamesRule"
    case maxIntrospectionDepth = "MaxIntrospectionDepthRule"

    /// Every rule that a request must keep.
    package static let specified = allCases

    var type: any DocumentRule.Type {
        switch self {
        case .executableDefinitions: ExecutableDefinitionsRule.self
        case .knownOperationTypes: KnownOperationTypesRule.self
        case .uniqueOperationNames: UniqueOperationNamesRule.self
        case .loneAnonymousOperation: LoneAnonymousOperationRule.self
        case .singleFieldSubscriptions: SingleFieldSubscriptionsRule.self
        case .knownTypeNames: KnownTypeNamesRule.self
        case .fragmentsOnCompositeTypes: FragmentsOnCompositeTypesRule.self
        case .variablesAreInputTypes: VariablesAreInputTypesRule.self
        case .scalarLeafs: ScalarLeafsRule.self
        case .fieldsOnCorrectType: FieldsOnCorrectTypeRule.self
        case .uniqueFragmentNames: UniqueFragmentNamesRule.self
        case .knownFragmentNames: KnownFragmentNamesRule.self
        case .noUnusedFragments: NoUnusedFragmentsRule.self
        case .possibleFragmentSpreads: PossibleFragmentSpreadsRule.self
        case .noFragmentCycles: NoFragmentCyclesRule.self
        case .uniqueVariableNames: UniqueVariableNamesRule.self
        case .noUndefinedVariables: NoUndefinedVariablesRule.self
        case .noUnusedVariables: NoUnusedVariablesRule.self
        case .knownDirectives: KnownDirectivesRule.self
        case .uniqueDirectivesPerLocation: UniqueDirectivesPerLocationRule.self
        case .knownArgumentNames: KnownArgumentNamesRule.self
        case .uniqueArgumentNames: UniqueArgumentNamesRule.self
        case .valuesOfCorrectType: ValuesOfCorrectTypeRule.self
        case .providedRequiredArguments: ProvidedRequiredArgumentsRule.self
        case .variablesInAllowedPosition: VariablesInAllowedPositionRule.self
        case .overlappingFieldsCanBeMerged: OverlappingFieldsCanBeMergedRule.self
        case .uniqueInputFieldNames: UniqueInputFieldNamesRule.self
        case .maxIntrospectionDepth: MaxIntrospectionDepthRule.self
        }
    }
}
