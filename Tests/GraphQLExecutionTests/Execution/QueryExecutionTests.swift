import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Executing queries")
struct QueryExecutionTests {
    @Test("reads one row with every kind of leaf")
    func leaves() async throws {
        let session = ScriptedSession(rows: [
            "letter": [
                [
                    1, "晋03信1", nil, 12, true, .bytes(2.5.bitPattern.bigEndianBytes),
                    .bytes(Int32(6634).bigEndianBytes), "OPEN",
                ]
            ]
        ])
        let text = "{ letter { id letterNo summary words urgent score receivedOn handling __typename } }"
        #expect(
            try await Sample.run(text, over: session)
                == #"{"data":{"letter":{"id":"1","letterNo":"晋03信1","summary":null,"words":12,"urgent":true,"#
                + #""score":2.5,"receivedOn":"2018-03-01","handling":"OPEN","__typename":"Letter"}}}"#
        )
        #expect(session.log == ["letter (last)"])
    }

    @Test("answers null for a row that is not there")
    func noRow() async throws {
        let session = ScriptedSession(rows: [:])
        #expect(
            try await Sample.run("{ a: letter { id } b: count }", over: session) == #"{"data":{"a":null,"b":null}}"#
        )
        #expect(session.log == ["a + b (last)"])
    }

    @Test("answers an empty list for no rows")
    func noRows() async throws {
        let session = ScriptedSession(rows: [:])
        #expect(try await Sample.run("{ letters { id events { id } } }", over: session) == #"{"data":{"letters":[]}}"#)
        // Nothing to fetch events for: the session only hears that it was the last level.
        #expect(session.log == ["letters", " (last)"])
    }

    @Test("needs no session for what it knows itself")
    func constants() async throws {
        let session = ScriptedSession(rows: [:])
        #expect(
            try await Sample.run("{ __typename a: __typename }", over: session)
                == #"{"data":{"__typename":"Query","a":"Query"}}"#
        )
        #expect(session.log == [])
    }

    @Test("sends one call per level, for all root fields together")
    func levels() async throws {
        let session = ScriptedSession(rows: [
            "letters": [[1, "A"], [2, "B"], [3, "C"]],
            "letters.events": [[1, 10, "IN"], [1, 11, "OUT"], [3, 12, "IN"]],
            "letters.events.letter": [[1, "A"], [2, "A"], [3, "C"]],
            "letter": [[9]],
            "letter.lastEvent": [[1, "LAST"]],
        ])
        let text = """
            { letters { id letterNo events { id kind letter { letterNo } } } letter { id lastEvent { kind } } count }
            """
        #expect(
            try await Sample.run(text, over: session)
                == #"{"data":{"letters":[{"id":"1","letterNo":"A","events":[{"id":"10","kind":"IN","letter":{"letterNo":"A"}},"#
                + #"{"id":"11","kind":"OUT","letter":{"letterNo":"A"}}]},{"id":"2","letterNo":"B","events":[]},"#
                + #"{"id":"3","letterNo":"C","events":[{"id":"12","kind":"IN","letter":{"letterNo":"C"}}]}],"#
                + #""letter":{"id":"9","lastEvent":{"kind":"LAST"}},"count":null}}"#
        )
        #expect(
            session.log == [
                "letters + letter + count", "letters.events + letter.lastEvent", "letters.events.letter (last)",
            ]
        )
    }

    @Test("reads a joined object behind its presence column")
    func joined() async throws {
        let planner = SelectionPlanner(joined: ["Letter.lastEvent"])
        let session = ScriptedSession(rows: ["letters": [[1, 5, "IN"], [2, nil, nil]]])
        #expect(
            try await Sample.run("{ letters { id lastEvent { kind } } }", planner: planner, over: session)
                == #"{"data":{"letters":[{"id":"1","lastEvent":{"kind":"IN"}},{"id":"2","lastEvent":null}]}}"#
        )
    }

    @Test("takes an abstract object's fields by its type")
    func variants() async throws {
        let text = "{ node(id: 1) { __typename id ... on Person { name } ... on Office { title } } }"
        let run = { (row: [CellValue]) in try await Sample.run(text, over: ScriptedSession(rows: ["node": [row]])) }
        #expect(try await run(["Person", 1, "张"]) == #"{"data":{"node":{"__typename":"Person","id":"1","name":"张"}}}"#)
        #expect(
            try await run(["Office", 2, "x"]) == #"{"data":{"node":{"__typename":"Office","id":"2","title":"x"}}}"#
        )
        #expect(try await run([nil, nil, nil]) == #"{"data":{"node":null}}"#)
    }

    @Test("reports a type that is not possible, without showing it")
    func impossibleType() async throws {
        let reports = Reports()
        let session = ScriptedSession(rows: ["node": [["Court", 1]]])
        #expect(
            try await Sample.run("{ node(id: 1) { id } }", over: session, onInternalError: reports.add)
                == #"{"errors":[{"message":"Internal server error","locations":[{"line":1,"column":3}],"path":["node"],"#
                + #""extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"node":null}}"#
        )
        #expect(reports.all == ["Query.node: a row has a type that is not among the possible ones"])
    }

    @Test("writes arrays, empty ones and nulls in them")
    func arrays() async throws {
        let session = ScriptedSession(rows: [
            "letter": [[.array(["a", "b\n"]), .array(["x", nil])]], "x": [[.array([])]],
        ])
        #expect(
            try await Sample.run("{ letter { tags marks } }", over: session)
                == #"{"data":{"letter":{"tags":["a","b\n"],"marks":["x",null]}}}"#
        )
        let empty = ScriptedSession(rows: ["letter": [[.array([])]]])
        #expect(try await Sample.run("{ letter { tags } }", over: empty) == #"{"data":{"letter":{"tags":[]}}}"#)
    }

    @Test(
        "reports arrays that cannot be read",
        arguments: [
            .bytes([]), .bytes([0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 25]), .bytes(Array(repeating: 0, count: 3) + [1]),
            .bytes(([1, 0, 25, 2, 1, 1] as [Int32]).flatMap(\.bigEndianBytes) + [65]),
            .bytes(([1, 0, 25, 1, 1, 9] as [Int32]).flatMap(\.bigEndianBytes) + [65]),
        ] as [CellValue]
    )
    func brokenArrays(_ cell: CellValue) async throws {
        let reports = Reports()
        let answer = try await Sample.run(
            "{ letter { marks } }",
            over: ScriptedSession(rows: ["letter": [[cell]]]),
            onInternalError: reports.add
        )
        #expect(answer.hasPrefix(#"{"errors":[{"message":"Internal server error""#))
        #expect(reports.all.count == 1)
    }

    @Test("a refused field is null with its error")
    func refused() async throws {
        let session = ScriptedSession(rows: ["letter": [[1]]])
        #expect(
            try await Sample.run(
                "{ letter { id summary } }",
                planner: SelectionPlanner(refused: ["Letter.summary"]),
                over: session
            )
                == #"{"errors":[{"message":"Not allowed.","locations":[{"line":1,"column":15}],"path":["letter","summary"],"#
                + #""extensions":{"code":"FORBIDDEN"}}],"data":{"letter":{"id":"1","summary":null}}}"#
        )
    }

    @Test("an operation that cannot be planned is refused before it is run")
    func unplannable() throws {
        #expect(throws: GraphQLError("No plan.", code: "UNPLANNABLE")) { try Sample.plan("{ count unplannable }") }
    }

    @Test("the same plan serves many requests at once")
    func concurrently() async throws {
        let (plan, variables) = try Sample.plan("{ letters { id } }")
        let executor = Executor(schema: try Sample.schema()) { _ in }
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for id in 0..<50 {
                group.addTask {
                    let session = ScriptedSession(rows: ["letters": [[.bytes(Int64(id).bigEndianBytes)]]])
                    return await executor.execute(plan, variables: variables, session: session).body
                }
            }
            var bodies: Set<String> = []
            for try await body in group { bodies.insert(String(decoding: body, as: UTF8.self)) }
            #expect(bodies.count == 50)
            #expect(bodies.contains(#"{"data":{"letters":[{"id":"49"}]}}"#))
        }
    }
}

@Suite("Failing fetches")
struct FetchFailureTests {
    @Test("an error that the client may see stands at the root fields of its level")
    func visible() async throws {
        let session = ScriptedSession([
            "letter": .failure(GraphQLError("Too slow.", code: "TIMEOUT")), "count": .rows(RowBatch([[1]])),
        ])
        #expect(
            try await Sample.run("{ letter { id } __typename }", over: session)
                == #"{"errors":[{"message":"Too slow.","locations":[{"line":1,"column":3}],"path":["letter"],"#
                + #""extensions":{"code":"TIMEOUT"}}],"data":{"letter":null,"__typename":"Query"}}"#
        )
    }

    @Test("several errors of one request stand together")
    func several() async throws {
        let failure = RequestFailure(errors: [GraphQLError("One."), GraphQLError("Two.")])
        #expect(
            try await Sample.run("{ count }", over: ScriptedSession(["count": .failure(failure)]))
                == #"{"errors":[{"message":"One.","locations":[{"line":1,"column":3}],"path":["count"]},"#
                + #"{"message":"Two.","locations":[{"line":1,"column":3}],"path":["count"]}],"data":{"count":null}}"#
        )
    }

    @Test("any other error is reported and not shown")
    func hidden() async throws {
        let reports = Reports()
        #expect(
            try await Sample.run(
                "{ count }",
                over: ScriptedSession(["count": .failure(Broken())]),
                onInternalError: reports.add
            )
                == #"{"errors":[{"message":"Internal server error","locations":[{"line":1,"column":3}],"path":["count"],"#
                + #""extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"count":null}}"#
        )
        #expect(reports.all == ["Broken()"])
    }

    @Test("a failure below leaves the root fields of other levels alone")
    func deeper() async throws {
        let session = ScriptedSession([
            "letter": .rows(RowBatch([[1]])), "letter.lastEvent": .failure(GraphQLError("Gone.")),
            "count": .rows(RowBatch([[3]])),
        ])
        #expect(
            try await Sample.run("{ count letter { id lastEvent { kind } } }", over: session)
                == #"{"errors":[{"message":"Gone.","locations":[{"line":1,"column":9}],"path":["letter"]}],"#
                + #""data":{"count":3,"letter":null}}"#
        )
    }

    @Test("a failed non-null root field makes data null")
    func nonNullRoot() async throws {
        #expect(
            try await Sample.run(
                "{ letters { id } count }",
                over: ScriptedSession(["letters": .failure(GraphQLError("No."))])
            )
                == #"{"errors":[{"message":"No.","locations":[{"line":1,"column":3}],"path":["letters"]}],"data":null}"#
        )
    }

    @Test(
        "a batch out of key order is our fault, not the client's",
        arguments: [
            [[2, "a"], [1, "b"]], [[0, "a"]], [[3, "a"]], [[nil, "a"]], [["xx", "a"]],
        ] as [[[CellValue]]]
    )
    func disorder(_ rows: [[CellValue]]) async throws {
        let reports = Reports()
        let session = ScriptedSession(rows: ["loose": [[1], [2]], "loose.notes": rows])
        let answer = try await Sample.run(
            "{ loose { id notes { kind } } }",
            over: session,
            onInternalError: reports.add
        )
        #expect(answer.hasSuffix(#""data":{"loose":null}}"#))
        #expect(reports.all.count == 1)
        #expect(reports.all.first?.contains("out of key order") == true)
    }
}
