import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Executing mutations")
struct MutationExecutionTests {
    @Test("one after the other, each with its payload in its transaction")
    func serial() async throws {
        let session = ScriptedSession(rows: [
            "a": [[1, "A"]], "a.events": [[1, "IN"]], "b": [[2]],
        ])
        #expect(
            try await Sample.run(
                #"mutation { a: close(id: 1) { id letterNo events { kind } } b: reopen(id: 2) { id } t: __typename }"#,
                over: session
            )
                == #"{"data":{"a":{"id":"1","letterNo":"A","events":[{"kind":"IN"}]},"b":{"id":"2"},"t":"Mutation"}}"#
        )
        #expect(session.log == ["begin a", "a.events (last)", "commit a", "begin b", "commit b"])
    }

    @Test("a failed field does not stop the next one")
    func continues() async throws {
        let session = ScriptedSession([
            "close": .failure(GraphQLError("Stale.", code: "STALE_VERSION")), "touch": .rows(RowBatch([[3]])),
        ])
        #expect(
            try await Sample.run("mutation { close(id: 1) { id } touch { id } }", over: session)
                == #"{"errors":[{"message":"Stale.","locations":[{"line":1,"column":12}],"path":["close"],"#
                + #""extensions":{"code":"STALE_VERSION"}}],"data":{"close":null,"touch":{"id":"3"}}}"#
        )
        #expect(session.log == ["begin close", "rollback close", "begin touch", "commit touch"])
    }

    @Test("a failed non-null field makes data null and stops")
    func stops() async throws {
        let session = ScriptedSession([
            "close": .rows(RowBatch([[1]])), "reopen": .failure(Broken()), "touch": .rows(RowBatch([[3]])),
        ])
        let reports = Reports()
        #expect(
            try await Sample.run(
                "mutation { close(id: 1) { id } reopen(id: 2) { id } touch { id } }",
                over: session,
                onInternalError: reports.add
            )
                == #"{"errors":[{"message":"Internal server error","locations":[{"line":1,"column":32}],"path":["reopen"],"#
                + #""extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":null}"#
        )
        #expect(session.log == ["begin close", "commit close", "begin reopen", "rollback reopen"])
        #expect(reports.all == ["Broken()"])
    }

    @Test("all faults of one input stand together")
    func faults() async throws {
        let failure = RequestFailure(errors: [
            GraphQLError("A.", code: "X"), GraphQLError("B.", path: [.field("close"), .field("id")], code: "Y"),
        ])
        #expect(
            try await Sample.run(
                "mutation { close(id: 1) { id } }",
                over: ScriptedSession(["close": .failure(failure)])
            )
                == #"{"errors":[{"message":"A.","locations":[{"line":1,"column":12}],"path":["close"],"extensions":{"code":"X"}},"#
                + #"{"message":"B.","locations":[{"line":1,"column":12}],"path":["close","id"],"extensions":{"code":"Y"}}],"#
                + #""data":{"close":null}}"#
        )
    }

    @Test("a payload that comes to nothing undoes the command")
    func payloadNull() async throws {
        let session = ScriptedSession(rows: ["close": [[1, nil]]])
        #expect(
            try await Sample.run("mutation { close(id: 1) { id letterNo } }", over: session)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Letter.letterNo.","#
                + #""locations":[{"line":1,"column":30}],"path":["close","letterNo"]}],"data":{"close":null}}"#
        )
        #expect(session.log == ["begin close", "rollback close"])
    }

    @Test("a payload read that fails undoes the command")
    func payloadFailure() async throws {
        let session = ScriptedSession([
            "close": .rows(RowBatch([[1]])), "close.events": .failure(GraphQLError("Gone.")),
        ])
        #expect(
            try await Sample.run("mutation { close(id: 1) { id events { id } } }", over: session)
                == #"{"errors":[{"message":"Gone.","locations":[{"line":1,"column":12}],"path":["close"]}],"data":{"close":null}}"#
        )
        #expect(session.log == ["begin close", "close.events (last)", "rollback close"])
    }

    @Test("an error inside a payload that stands is answered with it")
    func partial() async throws {
        let session = ScriptedSession(rows: ["close": [[1]], "close.notes": [[1, nil], [1, "x"]]])
        #expect(
            try await Sample.run("mutation { close(id: 1) { id notes { kind } } }", over: session)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Event.kind.","#
                + #""locations":[{"line":1,"column":38}],"path":["close","notes",0,"kind"]}],"#
                + #""data":{"close":{"id":"1","notes":[null,{"kind":"x"}]}}}"#
        )
        #expect(session.log.last == "commit close")
    }

    @Test("a command without a row answers null and stands")
    func noRow() async throws {
        let session = ScriptedSession(rows: [:])
        #expect(try await Sample.run("mutation { close(id: 1) { id } }", over: session) == #"{"data":{"close":null}}"#)
        #expect(session.log == ["begin close", "commit close"])
    }

    @Test("a refused field runs nothing")
    func refused() async throws {
        let session = ScriptedSession(rows: [:])
        let answer = try await Sample.run(
            "mutation { close(id: 1) { id } }",
            planner: SelectionPlanner(refused: ["Mutation.close"]),
            over: session
        )
        #expect(
            answer == #"{"errors":[{"message":"Not allowed.","locations":[{"line":1,"column":12}],"path":["close"],"#
                + #""extensions":{"code":"FORBIDDEN"}}],"data":{"close":null}}"#
        )
        #expect(session.log == [])
    }

    @Test("a transaction that is tried again answers only the last try's errors")
    func retried() async throws {
        let (plan, variables) = try Sample.plan("mutation { close(id: 1) { id notes { kind } } }")
        let executor = Executor(schema: try Sample.schema()) { _ in }
        let response = await executor.execute(plan, variables: variables, session: RetryingSession())
        #expect(
            String(decoding: response.body, as: UTF8.self) == #"{"data":{"close":{"id":"2","notes":[{"kind":"x"}]}}}"#
        )
    }

    @Test("an answer kept from an earlier run is given again as it is")
    func replayed() async throws {
        let (plan, variables) = try Sample.plan("mutation { close(id: 1) { id } }")
        let executor = Executor(schema: try Sample.schema()) { _ in }
        let response = await executor.execute(plan, variables: variables, session: ReplayingSession())
        #expect(String(decoding: response.body, as: UTF8.self) == #"{"data":{"close":{"id":"kept"}}}"#)
    }
}

/// Runs the payload twice, the first time over rows with a fault in them.
private struct RetryingSession: RequestSession {
    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] { throw Broken() }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        _ = try await payload(RowBatch([[1]]), ScriptedSession(rows: ["close.notes": [[1, nil]]]))
        return try await payload(RowBatch([[2]]), ScriptedSession(rows: ["close.notes": [[1, "x"]]]))
    }
}

/// Never runs the payload.
private struct ReplayingSession: RequestSession {
    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] { throw Broken() }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        Array(#"{"id":"kept"}"#.utf8)
    }
}
