import GraphQLLanguage

/// What planning knows of an operation's variables: positions by name, and the states that the plan depends on.
struct VariableScope {
    static let none = VariableScope(definitions: [], variant: .unconditional, deciding: [])

    private let positions: [String: Int]
    private let states: [PlanVariant.State?]

    init(definitions: [VariableDefinition], variant: PlanVariant, deciding: [Int]) {
        positions = Dictionary(
            definitions.enumerated().map { ($1.name.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var states = [PlanVariant.State?](repeating: nil, count: definitions.count)
        for (position, state) in zip(deciding, variant.states) { states[position] = state }
        self.states = states
    }

    func position(of name: String) -> Int? { positions[name] }

    /// The state of a variable that the plan depends on, nil for any other.
    func state(at position: Int) -> PlanVariant.State? { states[position] }
}
