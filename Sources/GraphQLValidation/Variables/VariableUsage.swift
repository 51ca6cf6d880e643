import GraphQLLanguage

/// A variable where it is used, with what that place expects (GraphQL §5.8.5).
struct VariableUsage {
    let name: String
    let offset: Int
    /// Nil where the schema defines nothing.
    let type: TypeReference?
    /// The argument or input field has a default value.
    let hasLocationDefault: Bool
    /// The OneOf input object of which the variable is a field's value.
    let oneOfType: String?
}

/// The variables that an operation uses: those written in it, then those of the fragments that it reaches.
struct OperationUsages {
    let own: [VariableUsage]
    let inFragments: [VariableUsage]

    func forEach(_ body: (VariableUsage) -> Void) {
        for usage in own { body(usage) }
        for usage in inFragments { body(usage) }
    }
}
