import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLValidation
import Synchronization

/// A validated document with the operations and plans made of it so far.
final class PreparedDocument: Sendable {
    private struct PlanKey: Hashable, Sendable {
        let operationName: String?
        let variant: PlanVariant
        let permissionsKey: String
    }

    let document: ValidatedDocument
    private let operations = Mutex<[String?: OperationSelection]>([:])
    private let plans = TwoGenerationCache<PlanKey, Plan>(generationSize: 32)

    init(_ document: ValidatedDocument) { self.document = document }

    func operation(named name: String?) throws(GraphQLError) -> OperationSelection {
        if let known = operations.withLock({ $0[name] }) { return known }
        let operation = try OperationSelection(document, operationName: name)
        operations.withLock { $0[name] = operation }
        return operation
    }

    /// The operation's plan for these variables and permissions: made once, then found.
    func plan(
        _ operation: OperationSelection,
        named name: String?,
        variables: CoercedVariables,
        caller: Caller,
        mapping: ResolvedMapping,
        scalars: ScalarCoercions
    ) throws(GraphQLError) -> Plan {
        let variant = operation.variant(for: variables)
        let key = PlanKey(operationName: name, variant: variant, permissionsKey: caller.permissionsKey)
        if let plan = plans[key] { return plan }
        let planner = SQLPlanner(mapping: mapping, permissions: caller.permissions)
        let plan = try operation.plan(for: variant, by: planner, scalars: scalars)
        plans.insert(plan, for: key)
        return plan
    }
}
