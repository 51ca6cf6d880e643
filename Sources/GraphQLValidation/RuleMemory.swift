import GraphQLLanguage

/// What rules remember from one event of a walk to the next; each part belongs to the rule that it is named for.
struct RuleMemory {
    var operationNames: [String: Int] = [:]
    var fragmentNames: [String: Int] = [:]
    var visitedFragments: Set<String> = []
    var elementDirectives: [DirectedElement.Name: [String: Int]] = [:]
    var rootFragments: Set<String> = []
    var subscriptionFragments: Set<String> = []
    var labels: [String: Int] = [:]
    var introspection = MaxIntrospectionDepthRule.Memory()
    var merging: ConflictSearch?
    var definedTypeNames: Set<String>?
}
