import DocketServer
import GraphQLLanguage
import PluginHost
import PluginKit

extension Desk {
    /// Makes a row, and carries it to a state.
    public static func carried(_ court: TestCourt, to state: String, by steps: WorkflowSteps) async throws -> Desk {
        let desk = try Desk(court, steps.typeName, id: try await steps.make(court))
        try await desk.carry(to: state, by: steps)
        return desk
    }

    /// Carries the row to a state by the shortest way that the workflow's table knows.
    public func carry(to state: String, by steps: WorkflowSteps) async throws {
        if let waypoint = steps.waypoints[state], try await self.state != state {
            try await carry(to: waypoint, by: steps)
        }
        let workflow = try workflow
        var done: Set<String> = []
        for _ in 0..<60 {
            let current = try await self.state
            if current == state { return }
            guard let row = workflow.firstStep(from: current, to: state, following: Set(steps.follows.keys)) else {
                throw TestFault("no way of \(typeName) leads from \(current) to \(state)")
            }
            if row.isFollowed {
                try await steps.follows[row.action]?(self)
                continue
            }
            for action in steps.step(row.action, in: current).prerequisites
            where done.insert("\(current) \(action)").inserted {
                try await take(action, by: steps)
            }
            try await take(row.action, by: steps)
        }
        throw TestFault("\(typeName) did not come to \(state), it is \(try await self.state)")
    }

    /// Takes an action as whoever may.
    func take(_ action: String, by steps: WorkflowSteps) async throws {
        let step = steps.step(action, in: try await state)
        try await must(action, try await step.input(self), bearing: try await token(of: action, by: steps))
    }

    /// The token with which an action is taken: the step's own, else that of whoever takes it.
    func token(of action: String, by steps: WorkflowSteps) async throws -> String? {
        if let token = steps.step(action, in: try await state).token { return try await token(self) }
        return court.tokens[try await actor(of: action, by: steps)]
    }

    /// Who takes an action: whom the step names, else the first role of the table in this state.
    func actor(of action: String, by steps: WorkflowSteps) async throws -> Role {
        let current = try await state
        if let actor = steps.step(action, in: current).actor { return try await actor(self) }
        let roles = try workflow.rows.filter { $0.action == action && $0.from.contains(current) }.reduce(into: Set()) {
            $0.formUnion($1.roles)
        }
        guard let role = Role.allCases.first(where: roles.contains) else {
            throw TestFault("nobody may \(action) in \(current)")
        }
        return role
    }

    var workflow: any AnyWorkflow {
        get throws {
            let all = court.server.engine.composition.plugins.flatMap(\.workflows)
            guard let found = all.first(where: { $0.typeName == typeName }) else {
                throw TestFault("no plugin has a workflow of \(typeName)")
            }
            return found
        }
    }
}

extension AnyWorkflow {
    /// What people do to a row.
    var taken: [WorkflowRow] { rows.filter { !$0.isMaking && !$0.isFollowed } }

    /// The first step of a shortest way between two states, by what people do and by these that follow; nil where there is none.
    func firstStep(from start: String, to end: String, following: Set<String>) -> WorkflowRow? {
        var first: [String: WorkflowRow] = [:]
        var waiting = [start]
        while !waiting.isEmpty {
            let state = waiting.removeFirst()
            for row in rows where row.from.contains(state) && (!row.isFollowed || following.contains(row.action)) {
                guard let next = row.to, next != start, first[next] == nil else { continue }
                first[next] = first[state] ?? row
                if next == end { return first[next] }
                waiting.append(next)
            }
        }
        return nil
    }

    /// States that a row can come to.
    var reached: Set<String> {
        var reached = Set(initialStates)
        var grows = true
        while grows {
            let next = rows.filter { !$0.isMaking && !reached.isDisjoint(with: $0.from) }.compactMap(\.to)
            grows = !reached.isSuperset(of: next)
            reached.formUnion(next)
        }
        return reached
    }
}
