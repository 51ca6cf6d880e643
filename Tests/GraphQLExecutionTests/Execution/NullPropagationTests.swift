import GraphQLExecution
import Testing

@Suite("Null propagation")
struct NullPropagationTests {
    private func null(_ coordinate: String, _ column: Int, _ path: String) -> String {
        #"{"message":"Cannot return null for non-nullable field \#(coordinate).","locations":[{"line":1,"column":\#(column)}],"#
            + #""path":[\#(path)]}"#
    }

    @Test("stops at the nearest nullable object")
    func object() async throws {
        let session = ScriptedSession(rows: ["letter": [[1, nil]], "count": [[7]]])
        #expect(
            try await Sample.run("{ letter { id letterNo } count }", over: session)
                == #"{"errors":["# + null("Letter.letterNo", 15, #""letter","letterNo""#)
                + #"],"data":{"letter":null,"count":7}}"#
        )
    }

    @Test("goes through non-null items to data")
    func toData() async throws {
        let session = ScriptedSession(rows: ["letters": [[1, "a"], [2, nil]]])
        #expect(
            try await Sample.run("{ count letters { id letterNo } }", over: session)
                == #"{"errors":["# + null("Letter.letterNo", 22, #""letters",1,"letterNo""#) + #"],"data":null}"#
        )
    }

    @Test("stops at a nullable item, and goes on after it")
    func item() async throws {
        let session = ScriptedSession(rows: ["loose": [["a"], [nil], ["c"]]])
        #expect(
            try await Sample.run("{ loose { letterNo } }", over: session)
                == #"{"errors":["# + null("Letter.letterNo", 11, #""loose",1,"letterNo""#)
                + #"],"data":{"loose":[{"letterNo":"a"},null,{"letterNo":"c"}]}}"#
        )
    }

    @Test("an alias stands in the path, the field's own name in the message")
    func alias() async throws {
        let session = ScriptedSession(rows: ["a": [[nil]]])
        #expect(
            try await Sample.run("{ a: letter { b: letterNo } }", over: session)
                == #"{"errors":["# + null("Letter.letterNo", 15, #""a","b""#) + #"],"data":{"a":null}}"#
        )
    }

    @Test("a missing row in a non-null to-one field")
    func missingRow() async throws {
        let session = ScriptedSession(rows: ["loose": [[1], [2]], "loose.firstEvent": [[2, "IN"]]])
        #expect(
            try await Sample.run("{ loose { id firstEvent { kind } } }", over: session)
                == #"{"errors":["# + null("Letter.firstEvent", 14, #""loose",0,"firstEvent""#)
                + #"],"data":{"loose":[null,{"id":"2","firstEvent":{"kind":"IN"}}]}}"#
        )
    }

    @Test("a missing non-null root row makes data null")
    func missingRoot() async throws {
        #expect(
            try await Sample.run("{ strict(id: 1) { id } }", over: ScriptedSession(rows: [:]))
                == #"{"errors":["# + null("Query.strict", 3, #""strict""#) + #"],"data":null}"#
        )
    }

    @Test("a null item of an array of non-null items nulls the array")
    func arrayItem() async throws {
        let session = ScriptedSession(rows: ["letter": [[1, .array(["a", nil])]]])
        #expect(
            try await Sample.run("{ letter { id tags } }", over: session)
                == #"{"errors":["# + null("Letter.tags", 15, #""letter","tags",1"#)
                + #"],"data":{"letter":{"id":"1","tags":null}}}"#
        )
    }

    @Test("deep in nested lists, every nearest nullable position takes its own null")
    func nested() async throws {
        let session = ScriptedSession(rows: [
            "loose": [[1], [2], [3]],
            "loose.events": [[1, 10, "IN"], [2, 11, nil], [3, 12, "OUT"]],
            "loose.notes": [[1, 20, nil], [1, 21, "x"], [3, 22, "y"]],
        ])
        #expect(
            try await Sample.run("{ loose { id events { id kind } notes { id kind } } }", over: session)
                == #"{"errors":["# + null("Event.kind", 44, #""loose",0,"notes",0,"kind""#) + ","
                + null("Event.kind", 26, #""loose",1,"events",0,"kind""#)
                + #"],"data":{"loose":[{"id":"1","events":[{"id":"10","kind":"IN"}],"notes":[null,{"id":"21","kind":"x"}]},"#
                + #"null,{"id":"3","events":[{"id":"12","kind":"OUT"}],"notes":[{"id":"22","kind":"y"}]}]}}"#
        )
    }

    @Test("all nodes of a merged field are located")
    func mergedLocations() async throws {
        let session = ScriptedSession(rows: ["letter": [[nil]]])
        #expect(
            try await Sample.run("{ letter { letterNo } letter { letterNo } }", over: session)
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Letter.letterNo.","#
                + #""locations":[{"line":1,"column":12},{"line":1,"column":32}],"path":["letter","letterNo"]}],"#
                + #""data":{"letter":null}}"#
        )
    }

    @Test("a refused non-null field propagates like any null")
    func refused() async throws {
        let planner = SelectionPlanner(refused: ["Letter.letterNo"])
        let answer = try await Sample.run(
            "{ letter { id letterNo } }",
            planner: planner,
            over: ScriptedSession(rows: ["letter": [[1]]])
        )
        #expect(
            answer.hasSuffix(
                #""path":["letter","letterNo"],"extensions":{"code":"FORBIDDEN"}}],"data":{"letter":null}}"#
            )
        )
    }

    @Test("a number that JSON does not have is null with an error")
    func notFinite() async throws {
        let session = ScriptedSession(rows: ["letter": [[.bytes(Double.nan.bitPattern.bigEndianBytes)]]])
        #expect(
            try await Sample.run("{ letter { score } }", over: session)
                == #"{"errors":[{"message":"Float cannot represent a value that is not finite","#
                + #""locations":[{"line":1,"column":12}],"path":["letter","score"],"#
                + #""extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"letter":{"score":null}}}"#
        )
    }

    @Test("in a connection it reaches the field that has the connection")
    func connection() async throws {
        let session = ScriptedSession(rows: ["letter": [[1]], "letter.page": [[1, "a"], [1, nil]]])
        #expect(
            try await Sample.run("{ letter { id page { edges { node { letterNo } } } } }", over: session)
                == #"{"errors":["# + null("Letter.letterNo", 37, #""letter","page","edges",1,"node","letterNo""#)
                + #"],"data":{"letter":null}}"#
        )
    }
}
