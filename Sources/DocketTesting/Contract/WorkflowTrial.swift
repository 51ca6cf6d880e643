import CourtCore
package import FieldEncryption
import GraphQLLanguage
public import PluginKit
import Postgres

/// Every row of a workflow's table, tried over a real server: as allowed, and as refused by state, role, relation and guard.
///
///     let faults = try await WorkflowTrial([Visits.plugin()], steps).faults()
///     #expect(faults == [])
public struct WorkflowTrial: Sendable {
    private let plugins: @Sendable (KeyRing) -> [Plugin]
    private let steps: WorkflowSteps
    private let unreached: Set<String>

    /// A trial of a type's workflow; `unreached` names what the steps cannot bring about: `state ARCHIVED`,
    /// `extendLetter in IN_REVIEW`, `guard notPastDue`, `relation approver`, `relation approver of pauseLetter`.
    ///
    /// A guard or relation that is named there and refuses all the same is a fault, too.
    public init(_ plugins: [Plugin], _ steps: WorkflowSteps, unreached: Set<String> = []) {
        self.init(all: { [CourtCore.plugin(keys: $0)] + plugins }, steps, unreached: unreached)
    }

    /// The same with the core among the plugins.
    package init(
        all plugins: @escaping @Sendable (KeyRing) -> [Plugin],
        _ steps: WorkflowSteps,
        unreached: Set<String> = []
    ) {
        self.plugins = plugins
        self.steps = steps
        self.unreached = unreached
    }

    /// What is not as the table says, a sentence each.
    public func faults() async throws -> [String] {
        var run = Run(steps: steps, unreached: unreached)
        try await TestCourt.with(.courts, plugins: plugins) { court in try await run.tryAll(court) }
        return run.faults
    }

    /// The trial under way.
    private struct Run {
        let steps: WorkflowSteps
        let unreached: Set<String>
        private(set) var faults: [String] = []
        private var tried: Set<String> = []

        init(steps: WorkflowSteps, unreached: Set<String>) {
            self.steps = steps
            self.unreached = unreached
        }

        mutating func tryAll(_ court: TestCourt) async throws {
            let workflow = try await Desk.carried(
                court,
                to: try Self.workflow(court, steps).initialStates[0],
                by: steps
            )
            .workflow
            for state in workflow.states {
                await self.try(state, of: workflow, court)
            }
            let conditions = workflow.taken.flatMap { row in
                row.guards.filter { $0.basis != "branch" }.map { "guard \($0.name)" }
                    + row.relations.map { "relation \($0.name)" }
            }
            for condition in Set(conditions).sorted() {
                if !tried.contains(condition), !unreached.contains(condition) {
                    faults.append("\(condition): nothing was refused by it")
                } else if tried.contains(condition), unreached.contains(condition) {
                    faults.append("\(condition) is reached")
                }
            }
        }

        private static func workflow(_ court: TestCourt, _ steps: WorkflowSteps) throws -> any AnyWorkflow {
            try Desk(court, steps.typeName, id: "0").workflow
        }

        /// What can be done in a state, and what cannot.
        private mutating func `try`(_ state: String, of workflow: any AnyWorkflow, _ court: TestCourt) async {
            var actions: [String] = []
            for row in workflow.taken where !actions.contains(row.action) { actions.append(row.action) }
            do {
                let desk = try await Desk.carried(court, to: state, by: steps)
                for action in actions
                where !workflow.rows.contains(where: { $0.action == action && $0.from.contains(state) }) {
                    try await expect(
                        ["ILLEGAL_TRANSITION", "NOT_FOUND"],
                        of: action,
                        on: desk,
                        bearing: try await anyone(workflow, action, on: desk),
                        "by state"
                    )
                }
            } catch {
                note("state \(state)", "\(state) is not reached: \(error)")
                return
            }
            tried.insert("state \(state)")
            for row in workflow.rows where row.isFollowed && row.from.contains(state) {
                do { try await follow(row, in: state, court) } catch {
                    note("\(row.action) in \(state)", "\(row.action) in \(state): \(error)")
                }
            }
            for action in actions {
                let rows = workflow.taken.filter { $0.action == action && $0.from.contains(state) }
                guard !rows.isEmpty else { continue }
                do { try await `try`(action, in: state, rows, court) } catch {
                    note("\(action) in \(state)", "\(action) in \(state): \(error)")
                }
            }
        }

        private mutating func note(_ name: String, _ fault: String) {
            if !unreached.contains(name) { faults.append(fault) }
        }

        /// Whom the step names, else the first role that may take an action anywhere.
        private func anyone(_ workflow: any AnyWorkflow, _ action: String, on desk: Desk) async throws -> String? {
            if let token = steps.step(action, in: try await desk.state).token { return try await token(desk) }
            let roles = workflow.taken.filter { $0.action == action }.reduce(into: Set<Role>()) {
                $0.formUnion($1.roles)
            }
            return desk.court.tokens[Role.allCases.first(where: roles.contains) ?? .clerk]
        }

        private mutating func `try`(
            _ action: String,
            in state: String,
            _ rows: [WorkflowRow],
            _ court: TestCourt
        ) async throws {
            let desk = try await Desk.carried(court, to: state, by: steps)
            let step = steps.step(action, in: state)
            let roles = rows.reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
            let role = try await desk.actor(of: action, by: steps)
            if let other = Role.allCases.first(where: { !roles.contains($0) && $0 != .admin && $0 != .systemClient }) {
                try await expect(
                    ["FORBIDDEN", "NOT_FOUND", "POST_REQUIRED"],
                    of: action,
                    on: desk,
                    bearing: court.tokens[other],
                    "by role"
                )
            }
            for relation in Set(rows.flatMap(\.relations)).sorted(by: { $0.name < $1.name }) {
                try await refuse(relation, action, on: desk, role)
            }
            try await refuseUnready(action, step, on: desk)
            try await refuseBroken(action, in: state, court)
            for prerequisite in step.prerequisites { try await desk.take(prerequisite, by: steps) }
            let before = try await Self.lastEvent(court)
            try await desk.take(action, by: steps)
            let reached = try await desk.state
            let taken = rows.filter { ($0.to ?? state) == reached }
            if taken.isEmpty {
                faults.append("\(action) in \(state) leads to \(reached), which the table does not say")
            }
            try await expectEvents(taken, of: desk, action, after: before)
            if unreached.contains("\(action) in \(state)") { faults.append("\(action) in \(state) is reached") }
        }

        /// What nobody does, brought about as the steps say.
        private mutating func follow(_ row: WorkflowRow, in state: String, _ court: TestCourt) async throws {
            guard let bringAbout = steps.follows[row.action] else { return }
            let desk = try await Desk.carried(court, to: state, by: steps)
            let before = try await Self.lastEvent(court)
            try await bringAbout(desk)
            let reached = try await desk.state
            if reached != row.to ?? state { faults.append("\(row.action) in \(state) leads to \(reached)") }
            try await expectEvents([row], of: desk, row.action, after: before)
        }

        /// Somebody whom the relation keeps out: another person with the right role, or whom the step names.
        private mutating func refuse(
            _ relation: WorkflowRow.Condition,
            _ action: String,
            on desk: Desk,
            _ role: Role
        ) async throws {
            guard !unreached.contains("relation \(relation.name) of \(action)") else { return }
            let step = steps.step(action, in: try await desk.state)
            let token = try await self.token(step.denied[relation.name], desk, role)
            let answer = try await desk.run(action, try await step.input(desk), bearing: token)
            guard !answer.codes.isEmpty else { throw TestFault("relation \(relation.name) refuses nobody") }
            tried.insert("relation \(relation.name)")
        }

        private func token(_ denied: DemoPerson?, _ desk: Desk, _ role: Role) async throws -> String? {
            switch denied {
            case .role(let other): return desk.court.tokens[other]
            case .staff(let number): return try await desk.court.token(staff: number, roles: [role])
            case nil: break
            }
            let holder = try await desk.court.staffID(of: role)
            let others = try await desk.court.database.query(
                """
                SELECT no FROM core.staff WHERE court_code = '晋03' AND active AND id <> \(Int64(holder)) ORDER BY no DESC LIMIT 1
                """
            )
            guard let number = try others.first?.decode("no", as: String.self) else { return nil }
            return try await desk.court.token(staff: number, roles: [role])
        }

        /// Each guard that the step knows how to break, on a row of its own.
        private mutating func refuseBroken(_ action: String, in state: String, _ court: TestCourt) async throws {
            let step = steps.step(action, in: state)
            for (name, input) in step.breaking.sorted(by: { $0.key < $1.key }) where !tried.contains("guard \(name)") {
                let desk = try await Desk.carried(court, to: state, by: steps)
                for prerequisite in step.prerequisites { try await desk.take(prerequisite, by: steps) }
                let token = try await desk.token(of: action, by: steps)
                let answer = try await desk.run(action, try await input(desk), bearing: token)
                let unmet = answer[path: "errors.0.extensions.unmet"].items.compactMap { $0["name"]?.text }
                // A guard may have a refusal of its own.
                let isRefused = answer.codes == ["GUARD_FAILED"] ? unmet.contains(name) : !answer.codes.isEmpty
                if isRefused {
                    tried.insert("guard \(name)")
                } else {
                    faults.append("\(action) in \(state) is not refused by guard \(name): \(answer.codes) \(unmet)")
                }
            }
        }

        /// Before what must come first: the guards that are not met.
        private mutating func refuseUnready(
            _ action: String,
            _ step: WorkflowSteps.Step,
            on desk: Desk
        ) async throws {
            guard !step.prerequisites.isEmpty else { return }
            let token = try await desk.token(of: action, by: steps)
            let answer = try await desk.run(action, try await step.input(desk), bearing: token)
            guard answer.codes == ["GUARD_FAILED"] else {
                faults.append("\(action) before \(step.prerequisites.joined(separator: ", ")): \(answer.codes)")
                return
            }
            for unmet in answer[path: "errors.0.extensions.unmet"].items {
                if let name = unmet["name"]?.text { tried.insert("guard \(name)") }
            }
        }

        private mutating func expect(
            _ codes: Set<String>,
            of action: String,
            on desk: Desk,
            bearing token: String?,
            _ reason: String
        ) async throws {
            let step = steps.step(action, in: try await desk.state)
            let answer = try await desk.run(action, try await step.input(desk), bearing: token)
            guard answer.codes.isEmpty || !codes.isSuperset(of: answer.codes) else { return }
            faults.append("\(action) in \(try await desk.state) is not refused \(reason): \(answer.codes)")
        }

        private static func lastEvent(_ court: TestCourt) async throws -> (audit: Int64, outbox: Int64) {
            let row = try await court.database.query(
                """
                SELECT (SELECT coalesce(max(id), 0) FROM host.audit_event) AS audit,
                    (SELECT coalesce(max(id), 0) FROM host.outbox_event) AS outbox
                """
            )[0]
            return (try row.decode("audit"), try row.decode("outbox"))
        }

        /// The audit event of the row that was taken, and the announced one where it says so.
        private mutating func expectEvents(
            _ taken: [WorkflowRow],
            of desk: Desk,
            _ action: String,
            after before: (audit: Int64, outbox: Int64)
        ) async throws {
            let id = Int64(desk.id)
            let audited = try await desk.court.database.query(
                "SELECT action FROM host.audit_event WHERE id > \(before.audit) AND object_id = \(id)"
            ).map { try $0.decode("action", as: String.self) }
            if !taken.contains(where: { audited.contains($0.event) }) {
                faults.append("\(action) leaves no audit event \(Set(taken.map(\.event)).sorted())")
            }
            guard let announced = taken.first(where: \.isAnnounced) else { return }
            let events = try await desk.court.database.query(
                "SELECT name FROM host.outbox_event WHERE id > \(before.outbox) AND object_id = \(id)"
            ).map { try $0.decode("name", as: String.self) }
            if !events.contains(announced.event) { faults.append("\(action) does not announce \(announced.event)") }
        }
    }
}
