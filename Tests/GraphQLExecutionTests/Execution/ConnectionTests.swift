import GraphQLExecution
import Testing

@Suite("Connections")
struct ConnectionTests {
    private func run(_ text: String, rows: [[CellValue]], page: RowBatch.Page?, count: Int64 = 0) async throws -> String
    {
        let session = ScriptedSession([
            "page": .rows(RowBatch(rows, columns: 1, page: page)),
            "page.totalCount": .rows(RowBatch([[.bytes(count.bigEndianBytes)]])),
        ])
        return try await Sample.run(text, over: session)
    }

    private let ids = "{ page { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }"

    private func answer(_ ids: [Int], next: Bool, previous: Bool) -> String {
        let nodes = ids.map { "{\"id\":\"\($0)\"}" }.joined(separator: ",")
        return
            #"{"data":{"page":{"nodes":[\#(nodes)],"pageInfo":{"hasNextPage":\#(next),"hasPreviousPage":\#(previous)}}}}"#
    }

    @Test("forward: the row beyond the limit is cut off at the end")
    func forward() async throws {
        let page = RowBatch.Page(limit: 2, isBackward: false, hasCursor: false)
        #expect(try await run(ids, rows: [[1], [2], [3]], page: page) == answer([1, 2], next: true, previous: false))
        #expect(try await run(ids, rows: [[1], [2]], page: page) == answer([1, 2], next: false, previous: false))
        #expect(try await run(ids, rows: [], page: page) == answer([], next: false, previous: false))
    }

    @Test("after a cursor there is a previous page")
    func after() async throws {
        let page = RowBatch.Page(limit: 2, isBackward: false, hasCursor: true)
        #expect(try await run(ids, rows: [[3], [4]], page: page) == answer([3, 4], next: false, previous: true))
    }

    @Test("backward: the row beyond the limit is cut off at the start")
    func backward() async throws {
        let page = RowBatch.Page(limit: 2, isBackward: true, hasCursor: false)
        #expect(try await run(ids, rows: [[1], [2], [3]], page: page) == answer([2, 3], next: false, previous: true))
        let before = RowBatch.Page(limit: 2, isBackward: true, hasCursor: true)
        #expect(try await run(ids, rows: [[1]], page: before) == answer([1], next: true, previous: false))
    }

    @Test("a limit of zero answers no rows but knows whether there are any")
    func zero() async throws {
        let page = RowBatch.Page(limit: 0, isBackward: false, hasCursor: false)
        #expect(try await run(ids, rows: [[1]], page: page) == answer([], next: true, previous: false))
    }

    @Test("edges carry cursors, and page info the first and last of them")
    func cursors() async throws {
        let text = """
            { page { __typename edges { __typename cursor node { id } } pageInfo { s: startCursor e: endCursor __typename } } }
            """
        let page = RowBatch.Page(limit: 2, isBackward: false, hasCursor: false, choice: 5)
        let scope = CursorScope(query: 0x0102_0304, choice: 5)
        let cursor = { (id: Int64) in
            Cursor(values: [id.bigEndianBytes]).encoded(of: scope, by: ClearSeal()) ?? "none"
        }
        #expect(
            try await run(text, rows: [[1], [2], [3]], page: page)
                == #"{"data":{"page":{"__typename":"LetterConnection","edges":[{"__typename":"LetterEdge","cursor":"\#(cursor(1))","#
                + #""node":{"id":"1"}},{"__typename":"LetterEdge","cursor":"\#(cursor(2))","node":{"id":"2"}}],"#
                + #""pageInfo":{"s":"\#(cursor(1))","e":"\#(cursor(2))","__typename":"PageInfo"}}}}"#
        )
        #expect(Cursor.decode(cursor(2), of: scope, by: ClearSeal())?.values == [Int64(2).bigEndianBytes])
        let empty = try await run("{ page { pageInfo { startCursor endCursor } } }", rows: [], page: page)
        #expect(empty == #"{"data":{"page":{"pageInfo":{"startCursor":null,"endCursor":null}}}}"#)
    }

    @Test("a cursor that cannot be sealed is an internal error in its place, never shown unsealed")
    func unsealed() async throws {
        let session = ScriptedSession(["page": .rows(RowBatch([[1], [2]], columns: 1, page: nil))])
        let planner = SelectionPlanner(seal: BrokenSeal())
        let info = try await Sample.run(
            "{ page { pageInfo { startCursor hasNextPage } } }",
            planner: planner,
            over: session
        )
        #expect(info.contains(#""pageInfo":{"startCursor":null,"hasNextPage":false}"#))
        #expect(info.contains(#""path":["page","pageInfo","startCursor"]"#) && info.contains("INTERNAL_SERVER_ERROR"))
        let edges = try await Sample.run("{ page { edges { cursor } } }", planner: planner, over: session)
        #expect(edges.contains(#""path":["page","edges",0,"cursor"]"#) && edges.contains("INTERNAL_SERVER_ERROR"))
        #expect(!edges.contains(#""cursor":"#))
    }

    @Test("the total count is a fetch of its own")
    func totalCount() async throws {
        #expect(
            try await run("{ page { totalCount } }", rows: [], page: nil, count: 60)
                == #"{"data":{"page":{"totalCount":60}}}"#
        )
    }

    @Test("below a list each parent has its own page and count")
    func keyed() async throws {
        let session = ScriptedSession([
            "letters": .rows(RowBatch([[1], [2], [3]])),
            "letters.page": .rows(
                RowBatch(
                    [[1, 10], [1, 11], [3, 12]],
                    page: RowBatch.Page(limit: 1, isBackward: false, hasCursor: false)
                )
            ),
            "letters.page.totalCount": .rows(RowBatch([[1, 5], [3, 1]])),
        ])
        let text = "{ letters { id page { totalCount nodes { id } pageInfo { hasNextPage } } } }"
        #expect(
            try await Sample.run(text, over: session)
                == #"{"data":{"letters":[{"id":"1","page":{"totalCount":5,"nodes":[{"id":"10"}],"pageInfo":{"hasNextPage":true}}},"#
                + #"{"id":"2","page":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false}}},"#
                + #"{"id":"3","page":{"totalCount":1,"nodes":[{"id":"12"}],"pageInfo":{"hasNextPage":false}}}]}}"#
        )
        #expect(session.log == ["letters", "letters.page + letters.page.totalCount (last)"])
    }
}
