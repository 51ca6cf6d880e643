import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres

/// Plans an operation once its document was found free of personal data.
struct VettingPlanner: FieldPlanner {
    let planner: SQLPlanner
    let inputs: PersonalDataInputs

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        // Before the first fetch is planned; what is refused is not kept, and checked again.
        if builder.fetches.isEmpty { try inputs.checkLiterals() }
        return try planner.plan(field, of: kind, into: &builder)
    }
}
