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
    case deferStreamDirectiveOnRootField = "DeferStreamDirectiveOnRootFieldRule"
    case deferStreamDirectiveOnValidOperations = "DeferStreamDirectiveOnValidOperationsRule"
    case deferStreamDirectiveLabel = "DeferStreamDirectiveLabelRule"
    case streamDirectiveOnListField = "StreamDirectiveOnListFieldRule"
    case knownArgumentNames = "KnownArgumentNamesRule"
    case uniqueArgumentNames = "UniqueArgumentNamesRule"
    case valuesOfCorrectType = "ValuesOfCorrectTypeRule"
    case providedRequiredArguments = "ProvidedRequiredArgumentsRule"
    case variablesInAllowedPosition = "VariablesInAllowedPositionRule"
    case overlappingFieldsCanBeMerged = "OverlappingFieldsCanBeMergedRule"
    case uniqueInputFieldNames = "UniqueInputFieldNamesRule"
    case maxIntrospectionDepth = "MaxIntrospectionDepthRule"
    /// Not among the specified rules.
    case noDeprecated = "NoDeprecatedCustomRule"
    /// Not among the specified rules.
    case noSchemaIntrospection = "NoSchemaIntrospectionCustomRule"

    /// Every rule that a request must keep.
    package static let specified = allCases.filter { $0 != .noDeprecated && $0 != .noSchemaIntrospection }

    /// The rule of a name; four rules are also known by the names without `Rule` that ports of graphql-js give them.
    package init?(rawValue: String) {
        guard let rule = Self.allCases.first(where: { $0.rawValue == rawValue || $0.otherName == rawValue }) else {
            return nil
        }
        self = rule
    }

    private var otherName: String? {
        switch self {
        case .deferStreamDirectiveOnRootField: "DeferStreamDirectiveOnRootField"
        case .deferStreamDirectiveOnValidOperations: "DeferStreamDirectiveOnValidOperations"
        case .deferStreamDirectiveLabel: "DeferStreamDirectiveLabel"
        case .streamDirectiveOnListField: "StreamDirectiveOnListField"
        default: nil
        }
    }
}

extension ValidationRule {
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
        case .deferStreamDirectiveOnRootField: DeferStreamDirectiveOnRootFieldRule.self
        case .deferStreamDirectiveOnValidOperations: DeferStreamDirectiveOnValidOperationsRule.self
        case .deferStreamDirectiveLabel: DeferStreamDirectiveLabelRule.self
        case .streamDirectiveOnListField: StreamDirectiveOnListFieldRule.self
        case .knownArgumentNames: KnownArgumentNamesRule.self
        case .uniqueArgumentNames: UniqueArgumentNamesRule.self
        case .valuesOfCorrectType: ValuesOfCorrectTypeRule.self
        case .providedRequiredArguments: ProvidedRequiredArgumentsRule.self
        case .variablesInAllowedPosition: VariablesInAllowedPositionRule.self
        case .overlappingFieldsCanBeMerged: OverlappingFieldsCanBeMergedRule.self
        case .uniqueInputFieldNames: UniqueInputFieldNamesRule.self
        case .maxIntrospectionDepth: MaxIntrospectionDepthRule.self
        case .noDeprecated: NoDeprecatedCustomRule.self
        case .noSchemaIntrospection: NoSchemaIntrospectionCustomRule.self
        }
    }
}
