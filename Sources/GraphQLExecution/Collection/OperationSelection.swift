package import GraphQLLanguage
package import GraphQLValidation

/// The operation of a document that a request runs (GetOperation, GraphQL §6.1).
package struct OperationSelection: Sendable {
    package let document: ValidatedDocument
    package let operation: OperationDefinition
    /// Positions of the variables on whose values the plan depends: those in `@skip` and `@include`, and those that
    /// may be absent or null where a default or a non-null type stands.
    package let decidingVariables: [Int]
    let fragments: [String: FragmentDefinition]

    /// Finds the operation; a document with several needs a name.
    package init(_ document: ValidatedDocument, operationName: String?) throws(GraphQLError) {
        var operations: [OperationDefinition] = []
        var fragments: [String: FragmentDefinition] = [:]
        for definition in document.document.definitions {
            switch definition {
            case .operation(let operation): operations.append(operation)
            case .fragment(let fragment): fragments[fragment.name.text] = fragment
            default: break
            }
        }
        self.document = document
        self.fragments = fragments
        operation = try Self.operation(named: operationName, among: operations)
        decidingVariables = DecidingVariables.positions(
            in: operation,
            fragments: fragments,
            schema: document.schema
        )
    }

    private static func operation(
        named name: String?,
        among operations: [OperationDefinition]
    ) throws(GraphQLError) -> OperationDefinition {
        if let name {
            guard let operation = operations.first(where: { $0.name?.text == name }) else {
                throw GraphQLError("Unknown operation named \"\(name)\".", code: "OPERATION_RESOLUTION_FAILURE")
            }
            return operation
        }
        guard let operation = operations.first else {
            throw GraphQLError("Must provide an operation.", code: "OPERATION_RESOLUTION_FAILURE")
        }
        guard operations.count == 1 else {
            throw GraphQLError(
                "Must provide operation name if query contains multiple operations.",
                code: "OPERATION_RESOLUTION_FAILURE"
            )
        }
        return operation
    }

    /// The variant of the operation's plan that these variables need.
    package func variant(for variables: CoercedVariables) -> PlanVariant {
        PlanVariant(states: decidingVariables.map { PlanVariant.State(variables.values[$0]) })
    }
}
