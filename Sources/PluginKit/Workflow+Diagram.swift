extension Workflow {
    /// The table as a state diagram (Mermaid `stateDiagram-v2`): an arrow for each pair of states, its actions on it.
    ///
    /// Actions that leave a row in its state are left out.
    public var diagram: String {
        var arrows: [(from: String, to: String, actions: [String])] = []
        for row in rows {
            for from in row.isMaking ? ["[*]"] : row.from.sorted() {
                guard let to = row.to, from != to else { continue }
                if let known = arrows.firstIndex(where: { $0.from == from && $0.to == to }) {
                    if !arrows[known].actions.contains(row.action) { arrows[known].actions.append(row.action) }
                } else {
                    arrows.append((from, to, [row.action]))
                }
            }
        }
        let lines = arrows.map { "    \($0.from) --> \($0.to): \($0.actions.joined(separator: ", "))" }
        return (["stateDiagram-v2"] + lines).joined(separator: "\n")
    }

    /// The documentation page: the diagram, then a line for each row of the table.
    public var page: String {
        let lines = rows.map { row in
            let actors = row.isFollowed ? "(follows)" : row.roles.map(\.rawValue).sorted().joined(separator: ", ")
            let who =
                [actors] + row.relations.map(\.message)
                + (row.levels.isEmpty ? [] : [row.levels.joined(separator: ", ")])
            let from = row.isMaking ? "–" : row.from.joined(separator: ", ")
            let guards = row.guards.map { "\($0.name) (\($0.message))" }.joined(separator: "; ")
            let event = row.isAnnounced ? "\(row.event), announced" : row.event
            return
                "| `\(row.action)` | \(from) | \(row.to ?? "(stays)") | \(who.joined(separator: "; ")) | \(guards) | \(event) |"
        }
        return """
            ```mermaid
            \(diagram)
            ```

            | action | from | to | who | what must hold, else what is said | event |
            |---|---|---|---|---|---|
            \(lines.joined(separator: "\n"))

            """
    }
}
