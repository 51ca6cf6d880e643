package import GraphQLLanguage
package import GraphQLSchema
package import GraphQLValidation

/// Answers operations from a JSON value: a field is the property of its name, a missing one is null.
///
/// `__typename` tells the type of an abstract value, `{"__error": "text"}` fails the field or item in whose place it
/// stands, and `{"__args": true}` answers the field's coerced arguments. Plans, executor and writer are those of every
/// other source.
package struct JSONSource: Sendable {
    package let root: JSONValue
    package let schema: Schema
    let results: ResultCoercions

    package init(root: JSONValue, schema: Schema, results: ResultCoercions = ResultCoercions()) {
        self.root = root
        self.schema = schema
        self.results = results
    }

    /// Plans operations for this source; plans hold for any root value.
    package var planner: some FieldPlanner { JSONPlanner(schema: schema, results: results) }

    /// A session for one request.
    package func session() -> some RequestSession { JSONSession(root: root) }
}

/// Executes an operation over a JSON value, in the order of every request: operation, variables, plan, rows, text.
package func execute(
    _ document: ValidatedDocument,
    operationName: String? = nil,
    variables: JSONValue? = nil,
    root: JSONValue = .null,
    scalars: ScalarCoercions = ScalarCoercions(),
    results: ResultCoercions = ResultCoercions()
) async -> GraphQLResponse {
    let source = JSONSource(root: root, schema: document.schema, results: results)
    let plan: Plan
    let coerced: CoercedVariables
    do {
        let operation = try OperationSelection(document, operationName: operationName)
        coerced = try VariableCoercion(schema: document.schema, scalars: scalars)
            .coerce(variables, for: operation.operation.variables, in: document.document.source)
        plan = try operation.plan(for: operation.variant(for: coerced), by: source.planner, scalars: scalars)
    } catch let error as GraphQLError {
        return .refusal([error])
    } catch let failure as RequestFailure {
        return .refusal(failure.errors)
    } catch {
        return .refusal([.internalError])
    }
    let executor = Executor(schema: document.schema) { _ in }
    return await executor.execute(plan, variables: coerced, session: source.session())
}
