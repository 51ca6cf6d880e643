import GraphQLExecution
import GraphQLLanguage
import Testing

/// Answers every root field with one shape over one row.
struct OneShape: FieldPlanner {
    let shape: @Sendable (Int, inout PlanBuilder) -> Shape

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let fetch = builder.add(NamedFetch("row"))
        return .row(fetch: fetch, shape(fetch, &builder))
    }

    /// The response of a document over one row, and over the rows of a fetch named `items`.
    static func run(
        _ document: String,
        _ row: [CellValue],
        items: [[CellValue]] = [],
        shape: @escaping @Sendable (Int, inout PlanBuilder) -> Shape
    ) async throws -> String {
        let selection = try Sample.selection(document)
        let plan = try selection.plan(for: .unconditional, by: OneShape(shape: shape))
        let executor = Executor(schema: try Sample.schema()) { Issue.record("\($0)") }
        let session = ScriptedSession(rows: ["row": [row], "items": items])
        let response = await executor.execute(plan, variables: .none, session: session)
        return String(decoding: response.body, as: UTF8.self)
    }
}
