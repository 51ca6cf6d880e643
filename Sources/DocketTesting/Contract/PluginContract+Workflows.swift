import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit

// Rules over the workflows' tables.
extension PluginContract {
    /// States that no way leads to or from, and actions that are no mutation of their row.
    func workflowFaults() throws -> [String] {
        let composition = try composition()
        return composition.plugins.flatMap(\.workflows).flatMap { workflow in
            stateFaults(workflow) + Self.actionFaults(workflow, composition.schema)
        }
    }

    private func stateFaults(_ workflow: any AnyWorkflow) -> [String] {
        let name = workflow.typeName
        // Rows that are made otherwise, such as by another plugin's command, begin anywhere.
        let reached = workflow.initialStates.isEmpty ? Set(workflow.states) : workflow.reached
        let left = Set(workflow.rows.filter { row in row.to.map { row.from != [$0] } ?? false }.flatMap(\.from))
        let final = exceptions.finalStates[name] ?? []
        let future = exceptions.futureStates[name] ?? []
        let states = workflow.states.filter { !future.contains($0) }
        return states.filter { !reached.contains($0) }.map { "\(name): no way leads to \($0)" }
            + states.filter { !left.contains($0) && !final.contains($0) }.map { "\(name): no way leads from \($0)" }
            + final.filter(left.contains).sorted().map { "\(name): \($0) is not final" }
            + future.filter(reached.contains).sorted().map { "\(name): a way leads to \($0)" }
    }

    private static func actionFaults(_ workflow: any AnyWorkflow, _ schema: Schema) -> [String] {
        var faults: [String] = []
        let mutations = mutations(of: schema)
        for row in workflow.rows where !row.isFollowed && !row.roles.isEmpty {
            guard let mutation = mutations.first(where: { $0.name == row.action }) else {
                faults.append("\(workflow.typeName): \(row.action) is no mutation")
                continue
            }
            guard !row.isMaking, input(of: mutation, in: schema)?.fields.first?.name != workflow.keyField else {
                continue
            }
            faults.append("\(row.action) does not name its row first, by \(workflow.keyField)")
        }
        var seen: Set<String> = []
        return faults.filter { seen.insert($0).inserted }
    }
}
