package import GraphQLLanguage
package import GraphQLValidation
import Synchronization

/// A validated document with the operations and plans made of it so far.
package final class PreparedDocument: Sendable {
    private struct PlanKey: Hashable, Sendable {
        let operationName: String?
        let variant: PlanVariant
        let callerKey: CallerKey
    }

    private struct Prepared {
        var operations: [String?: OperationSelection] = [:]
        /// A caller who asks for every `@include` variant there is cannot push out those that others ask for.
        var plans = SegmentedCache<PlanKey, Plan>(
            probation: .init(count: 16, cost: 512 << 10),
            trusted: .init(count: 48, cost: 1536 << 10)
        )
    }

    /// Operations kept of a document; those beyond are found anew at each request.
    private static let operationLimit = 32

    package let document: ValidatedDocument
    private let growth: DocumentGrowth
    private let prepared = Mutex(Prepared())

    init(_ document: ValidatedDocument, growth: DocumentGrowth) {
        self.document = document
        self.growth = growth
    }

    /// The operation of this name, or the only one.
    package func operation(named name: String?) throws(GraphQLError) -> OperationSelection {
        if let known = prepared.withLock({ $0.operations[name] }) { return known }
        let operation = try OperationSelection(document, operationName: name)
        let isNew = prepared.withLock { prepared in
            guard prepared.operations.count < Self.operationLimit else { return false }
            return prepared.operations.updateValue(operation, forKey: name) == nil
        }
        if isNew { growth.report(byteEstimate) }
        return operation
    }

    /// The operation's plan for these variables: made once, then found.
    package func plan(
        _ operation: OperationSelection,
        named name: String?,
        variables: CoercedVariables,
        callerKey: CallerKey,
        by planner: some FieldPlanner,
        scalars: ScalarCoercions
    ) throws(GraphQLError) -> Plan {
        let variant = operation.variant(for: variables)
        let key = PlanKey(operationName: name, variant: variant, callerKey: callerKey)
        if let plan = prepared.withLock({ $0.plans.value(for: key) }) { return plan }
        let plan = try operation.plan(for: variant, by: planner, scalars: scalars)
        // What leaves is let go of outside of the lock.
        _ = prepared.withLock { $0.plans.insert(plan, for: key, cost: plan.byteEstimate) }
        growth.report(byteEstimate)
        return plan
    }

    /// About how much memory it takes, plans included.
    var byteEstimate: Int {
        let (operationCount, plans) = prepared.withLock { prepared in
            (prepared.operations.count, prepared.plans.probation.cost + prepared.plans.trusted.cost)
        }
        return document.byteEstimate + operationCount * document.fragmentCount * Self.fragmentBytes + plans
    }

    /// Of an operation's table of fragments.
    private static let fragmentBytes = 256
}
