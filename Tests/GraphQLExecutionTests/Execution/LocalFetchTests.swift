import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Fetches that need no source, and rows of several types")
struct LocalFetchTests {
    private final class GivenRows: LocalFetch {
        let result: Result<RowBatch, GraphQLError>

        init(_ rows: [[CellValue]]) { result = .success(RowBatch(rows, columns: 1)) }

        init(failing error: GraphQLError) { result = .failure(error) }

        func rows(_ variables: CoercedVariables) throws(GraphQLError) -> RowBatch { try result.get() }
    }

    /// Answers `count` from rows of `A` and `B` below given ones, any other field from a source.
    private struct Planner: FieldPlanner {
        let given: GivenRows

        func plan(
            _ field: CollectedField,
            of kind: OperationKind,
            into builder: inout PlanBuilder
        ) throws(GraphQLError) -> Shape {
            guard field.definition.name == "count" else {
                return .row(fetch: builder.add(NamedFetch("other")), .leaf(column: 0, .int8))
            }
            let local = builder.add(given)
            var shapes: [String: Shape] = [:]
            for name in ["A", "B"] {
                let parent = Fetch.Parent(
                    fetch: local,
                    keyColumns: [0],
                    variant: Fetch.Variant(column: 0, typename: name)
                )
                shapes[name] = .row(fetch: builder.add(NamedFetch(name), parent: parent), .leaf(column: 1, .int8))
            }
            return .rows(fetch: local, element: .variant(typename: 0, shapes), elementIsNonNull: false)
        }
    }

    private func run(_ given: GivenRows, _ document: String) async throws -> (json: String, log: [String]) {
        let plan = try Sample.selection(document).plan(for: .unconditional, by: Planner(given: given))
        #expect(plan.fetches.map(\.level).min() == -1)
        let executor = Executor(schema: try Sample.schema()) { Issue.record("\($0)") }
        let session = ScriptedSession(rows: ["A": [[1, 5], [3, 6]], "B": [[2, 7]], "other": [[8]]])
        let response = await executor.execute(plan, variables: .none, session: session)
        return (String(decoding: response.body, as: UTF8.self), session.log)
    }

    @Test("Their rows are there before the first level; only types that occur are asked for")
    func levels() async throws {
        let both = try await run(GivenRows([["A"], ["B"], ["A"], [nil]]), "{ count other: count }")
        #expect(both.json == #"{"data":{"count":[5,7,6,null],"other":[5,7,6,null]}}"#)
        #expect(both.log == ["A + B + A + B (last)"])
        let one = try await run(GivenRows([[nil], ["B"]]), "{ count }")
        #expect(one.log == ["B (last)"])
        let none = try await run(GivenRows([[nil], [nil]]), "{ __typename count }")
        #expect(none.log == [" (last)"])
    }

    @Test("One that fails fails its own field, and nothing is asked for below it")
    func failure() async throws {
        let failing = try await run(GivenRows(failing: GraphQLError("Lost.")), "{ count }")
        #expect(
            failing.json
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["count"]}],"data":{"count":null}}"#
        )
        #expect(failing.log == [" (last)"])
    }
}
