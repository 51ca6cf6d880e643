import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Parts of an answer, and lists of rows that are there")
struct PartTests {
    /// Answers from memory, as a list that a command answered is.
    private final class Unread: FetchDescription {
        var readsSnapshot: Bool { false }
    }

    /// `count` as a list: keys that are a part of the row's answer, and the rows that they lead to.
    private struct Planner: FieldPlanner {
        func plan(
            _ field: CollectedField,
            of kind: OperationKind,
            into builder: inout PlanBuilder
        ) throws(GraphQLError) -> Shape {
            let head = builder.add(NamedFetch("head"))
            let keys = builder.add(NamedFetch("keys"), partOf: head)
            let rows = builder.add(NamedFetch("rows"), parent: Fetch.Parent(fetch: keys, keyColumns: [1]))
            let list = Shape.found(list: keys, key: 1, fetch: rows, element: .leaf(column: 1, .int8))
            return .row(fetch: head, .present(column: 0, list))
        }
    }

    private func run(_ rows: [String: [[CellValue]]]) async throws -> (json: String, log: [String]) {
        let plan = try Sample.selection("{ count }").plan(for: .unconditional, by: Planner())
        #expect(plan.fetches.map(\.level) == [0, 0, 1])
        #expect(plan.fetches.map(\.isPart) == [false, true, false])
        let executor = Executor(schema: try Sample.schema()) { Issue.record("\($0)") }
        let session = ScriptedSession(rows: rows)
        let response = await executor.execute(plan, variables: .none, session: session)
        return (String(decoding: response.body, as: UTF8.self), session.log)
    }

    @Test("A part is asked for with its parent, and what hangs on it one level below")
    func levels() async throws {
        let answer = try await run([
            "head": [[true]], "keys": [[1, 40], [1, 41], [1, 40]], "rows": [[1, 400], [2, 410], [3, 400]],
        ])
        #expect(answer.json == #"{"data":{"count":[400,410,400]}}"#)
        #expect(answer.log == ["head + keys", "rows (last)"])
    }

    @Test("Keys that lead to no row are left out, and count for no position on a path")
    func missing() async throws {
        let answer = try await run([
            "head": [[true]], "keys": [[1, 40], [1, 41], [1, .error("Lost.")]], "rows": [[2, 410]],
        ])
        #expect(
            answer.json
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["count",1]}],"data":{"count":null}}"#
        )
    }

    @Test("A null among the keys is a null in the list, which may not have one")
    func null() async throws {
        let answer = try await run(["head": [[true]], "keys": [[1, nil], [1, 41]], "rows": [[2, 410]]])
        #expect(answer.json.contains(#""message":"Cannot return null for non-nullable field"#))
        #expect(answer.json.contains(#""path":["count",0]"#))
    }

    @Test("Without a list there is nothing below it, and an empty one is empty")
    func absent() async throws {
        let null = try await run(["head": [[nil]]])
        #expect(null.json == #"{"data":{"count":null}}"#)
        #expect(null.log == ["head + keys", " (last)"])
        let empty = try await run(["head": [[true]]])
        #expect(empty.json == #"{"data":{"count":[]}}"#)
    }

    @Test("A snapshot ends with the last level that reads it")
    func snapshot() async throws {
        struct Tail: FieldPlanner {
            func plan(
                _ field: CollectedField,
                of kind: OperationKind,
                into builder: inout PlanBuilder
            ) throws(GraphQLError) -> Shape {
                let row = builder.add(NamedFetch("row"))
                let below = builder.add(NamedFetch("below"), parent: Fetch.Parent(fetch: row, keyColumns: [0]))
                _ = builder.add(Unread(), parent: Fetch.Parent(fetch: below, keyColumns: [1]))
                return .row(fetch: row, .leaf(column: 0, .int8))
            }
        }
        let plan = try Sample.selection("{ count }").plan(for: .unconditional, by: Tail())
        let executor = Executor(schema: try Sample.schema()) { _ in }
        let session = ScriptedSession(rows: ["row": [[1]], "below": [[1, 2]]])
        _ = await executor.execute(plan, variables: .none, session: session)
        #expect(session.log == ["row", "below (last)", "? (last)"])
    }
}
