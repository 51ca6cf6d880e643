import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Rows that are owed")
struct ShortageTests {
    private let lost = GraphQLError("Lost.", code: "LOST")

    private func run(_ text: String, _ answers: [String: RowBatch]) async throws -> String {
        try await Sample.run(text, over: ScriptedSession(answers.mapValues { .rows($0) }))
    }

    @Test("a fetch that failed leaves its error at the row, list or count that it was for; the rest stands")
    func failed() async throws {
        #expect(
            try await run("{ letter { id } loose { id } count }", ["letter": .failed(lost), "count": RowBatch([[1]])])
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["letter"],"#
                + #""extensions":{"code":"LOST"}}],"data":{"letter":null,"loose":[],"count":1}}"#
        )
        #expect(
            try await run("{ loose { id } }", ["loose": .failed(lost)])
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["loose"],"#
                + #""extensions":{"code":"LOST"}}],"data":{"loose":null}}"#
        )
        #expect(
            try await run("{ loose { page { totalCount } } }", ["loose": RowBatch([[1]]), "loose.page": .failed(lost)])
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":11}],"path":["loose",0,"page"],"#
                + #""extensions":{"code":"LOST"}}],"data":{"loose":[null]}}"#
        )
        #expect(
            try await run(
                "{ loose { page { totalCount } } }",
                ["loose": RowBatch([[1]]), "loose.page.totalCount": .failed(lost)]
            )
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":11}],"#
                + #""path":["loose",0,"page","totalCount"],"extensions":{"code":"LOST"}}],"data":{"loose":[null]}}"#
        )
    }

    @Test("a parent with more rows than its list may have has the error, as have those behind a cut")
    func short() async throws {
        func answer(firstParent: Int) async throws -> String {
            let shortage = RowBatch.Shortage(error: lost, rowLimit: 1, firstParent: firstParent)
            return try await run(
                "{ loose { id notes { id } } }",
                [
                    "loose": RowBatch([[1], [2], [3]]),
                    "loose.notes": RowBatch([[1, 10], [1, 11], [2, 12]], shortage: shortage),
                ]
            )
        }
        func error(_ index: Int) -> String {
            #"{"message":"Lost.","locations":[{"line":1,"column":14}],"path":["loose",\#(index),"notes"],"#
                + #""extensions":{"code":"LOST"}}"#
        }
        #expect(
            try await answer(firstParent: .max)
                == #"{"errors":[\#(error(0))],"data":{"loose":[{"id":"1","notes":null},"#
                + #"{"id":"2","notes":[{"id":"12"}]},{"id":"3","notes":[]}]}}"#
        )
        #expect(
            try await answer(firstParent: 1)
                == #"{"errors":[\#(error(0)),\#(error(1)),\#(error(2))],"data":{"loose":[{"id":"1","notes":null},"#
                + #"{"id":"2","notes":null},{"id":"3","notes":null}]}}"#
        )
    }

    @Test("nothing is asked for below rows that are not there")
    func below() async throws {
        let session = ScriptedSession(["letter": .rows(.failed(lost))])
        _ = try await Sample.run("{ letter { notes { id } } }", over: session)
        #expect(session.log == ["letter", " (last)"])
    }
}
