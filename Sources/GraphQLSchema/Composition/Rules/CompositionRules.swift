/// What composed fragments must keep beyond the rules for any SDL document.
enum CompositionRules {
    static var all: [any DefinitionRule.Type] {
        [
            TypeSystemDefinitionsRule.self,
            BuiltInDefinitionsRule.self,
            DirectiveCyclesRule.self,
            DirectiveArgumentValuesRule.self,
            OneOfExtensionRule.self,
        ]
    }
}
