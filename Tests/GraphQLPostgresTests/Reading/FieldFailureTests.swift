import GraphQLExecution
import Testing

@testable import GraphQLPostgres

@Suite("A field that cannot be read")
struct FieldFailureTests {
    @Test("A bad page size, cursor or date fails its own root field; the others are read")
    func rootFields() async throws {
        try await SharedDatabase.registry.withReads { reads in
            for arguments in ["first: 201", "after: \"AAAA\"", "dueBefore: \"2018-02-30\""] {
                let answer = try await reads.ask(
                    "{ someLetters(\(arguments)) { totalCount nodes { id } } letter(id: 2) { id } }"
                )
                #expect(answer.internalErrors == [])
                #expect(answer.json.hasSuffix(#""data":{"someLetters":null,"letter":{"id":"2"}}}"#), "\(answer.json)")
                #expect(answer.json.components(of: "\"path\":[\"someLetters\"]") == 1, "\(answer.json)")
            }
        }
    }

    @Test("Below a list the error stands at each parent's field, and what hangs on it is not read")
    func nested() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask(
                """
                { letters(orderBy: [{field: LETTER_NO}], first: 2) { nodes {
                  id bad: pagedEvents(first: 300) { nodes { staff { name } letter { petitioners { id } } } }
                  good: pagedEvents(first: 1) { nodes { id } } } } }
                """
            )
            // What hangs on the pages that were read would be a third level.
            #expect(answer.levels.map(\.count) == [1, 1, 0])
            let message = "分页数量超限：Letter.pagedEvents(first:) 为 300，允许 0 至 200"
            #expect(
                answer.json == """
                    {"errors":[\
                    {"message":"\(message)","locations":[{"line":2,"column":6}],"path":["letters","nodes",0,"bad"],\
                    "extensions":{"code":"PAGE_SIZE","field":"Letter.pagedEvents(first:)","found":300,"limit":200}},\
                    {"message":"\(message)","locations":[{"line":2,"column":6}],"path":["letters","nodes",1,"bad"],\
                    "extensions":{"code":"PAGE_SIZE","field":"Letter.pagedEvents(first:)","found":300,"limit":200}}],\
                    "data":{"letters":{"nodes":[{"id":"1","bad":null,"good":{"nodes":[{"id":"1"}]}},\
                    {"id":"2","bad":null,"good":{"nodes":[{"id":"4"}]}}]}}}
                    """
            )
        }
    }

    @Test("Where nothing of a level can be read, no statement is sent, and the answer says why")
    func nothingLeft() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask("{ someLetters(first: -1) { nodes { id } } }")
            #expect(answer.levels == [[]])
            #expect(answer.json.hasSuffix(#""data":{"someLetters":null}}"#))
            let nested = try await reads.json(
                "{ letter(id: 1) { id pagedEvents(first: 201) { totalCount nodes { staff { name } } } } }"
            )
            #expect(nested.hasSuffix(#""data":{"letter":{"id":"1","pagedEvents":null}}}"#))
        }
    }

    @Test("In a mutation's payload a bad cursor fails its field; the write stands")
    func payload() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let json = try await reads.json(
                """
                mutation { closeLetter(id: 1) { version letter { state pagedEvents(first: 1, after: "AAAA") { nodes { id } } } } }
                """
            )
            #expect(json.contains(#""path":["closeLetter","letter","pagedEvents"],"extensions":{"code":"BAD_CURSOR"}"#))
            #expect(
                json.hasSuffix(
                    #""data":{"closeLetter":{"version":7,"letter":{"state":"CLOSED","pagedEvents":null}}}}"#
                )
            )
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
