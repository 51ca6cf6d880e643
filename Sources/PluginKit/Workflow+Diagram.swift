extension Workflow {
    /// The table as a state diagram (Mermaid `stateDiagram-v2`): an arrow for each pair of states, its actions on it.
    ///
    /// Actions that leave a subject in its state are left out.
    public var diagram: String {
        var arrows: [(from: State, to: State, actions: [String])] = []
        for transition in transitions {
            for from in transition.from.sorted(by: { $0.rawValue < $1.rawValue }) where from != transition.to {
                if let known = arrows.firstIndex(where: { $0.from == from && $0.to == transition.to }) {
                    if !arrows[known].actions.contains(transition.action) {
                        arrows[known].actions.append(transition.action)
                    }
                } else {
                    arrows.append((from, transition.to, [transition.action]))
                }
            }
        }
        let lines = arrows.map {
            "    \($0.from.rawValue) --> \($0.to.rawValue): \($0.actions.joined(separator: ", "))"
        }
        return (["stateDiagram-v2"] + lines).joined(separator: "\n")
    }
}
