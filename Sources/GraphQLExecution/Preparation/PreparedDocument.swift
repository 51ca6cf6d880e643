package import GraphQLLanguage
package import GraphQLValidation
import Synchronization

/// A validated document with the operations and plans made of it so far.
package final class PreparedDocument: Sendable {
    private struct PlanKey: Hashable, Sendable {
        let operationName: String?
        let variant: PlanVariant
        let callerKey: String
    }

    package let document: ValidatedDocument
    private let operations = Mutex<[String?: OperationSelection]>([:])
    private let plans = TwoGenerationCache<PlanKey, Plan>(generationSize: 32)

    package init(_ document: ValidatedDocument) { self.document = document }

    /// The operation of this name, or the only one.
    package func operation(named name: String?) throws(GraphQLError) -> OperationSelection {
        if let known = operations.withLock({ $0[name] }) { return known }
        let operation = try OperationSelection(document, operationName: name)
        operations.withLock { $0[name] = operation }
        return operation
    }

    /// The operation's plan for these variables: made once, then found.
    ///
    /// `callerKey` is equal for callers for whom the planner plans the same.
    package func plan(
        _ operation: OperationSelection,
        named name: String?,
        variables: CoercedVariables,
        callerKey: String,
        by planner: some FieldPlanner,
        scalars: ScalarCoercions
    ) throws(GraphQLError) -> Plan {
        let variant = operation.variant(for: variables)
        let key = PlanKey(operationName: name, variant: variant, callerKey: callerKey)
        if let plan = plans[key] { return plan }
        let plan = try operation.plan(for: variant, by: planner, scalars: scalars)
        plans.insert(plan, for: key)
        return plan
    }
}
