import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("Page sizes and lengths of lists")
struct PageLimitTests {
    private func count(_ json: String, _ path: String...) throws -> Int {
        var value = try JSONReader.read(Array(json.utf8))["data"]
        for name in path { value = value?[name] }
        guard case .array(let items) = value else { throw GraphQLError(json) }
        return items.count
    }

    @Test("A field declares its page, and the most that may be asked for")
    func declared() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let page = try await reads.json("{ manyEntries { nodes { id } } }")
            #expect(try count(page, "manyEntries", "nodes") == 300)
            let most = try await reads.json("{ manyEntries(first: 1000) { nodes { id } } }")
            #expect(try count(most, "manyEntries", "nodes") == 900)
            let beyond = try await reads.json("{ manyEntries(first: 1001) { nodes { id } } }")
            #expect(beyond.contains("分页数量超限：Query.manyEntries(first:) 为 1001，允许 0 至 1000"))
        }
    }

    @Test("A list may require its size, and has a largest one for each parent")
    func requiredSize() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($n: Int!) { letter(id: 1) { lastEvents(first: $n) { id } } }"
            let two = try await reads.json(query, variables: #"{"n": 2}"#)
            #expect(two == #"{"data":{"letter":{"lastEvents":[{"id":"6"},{"id":"2"}]}}}"#)
            let three = try await reads.json(query, variables: #"{"n": 3}"#)
            #expect(
                three == """
                    {"errors":[{"message":"分页数量超限：Letter.lastEvents(first:) 为 3，允许 0 至 2",\
                    "locations":[{"line":1,"column":35}],"path":["letter","lastEvents"],"extensions":{"code":"PAGE_SIZE",\
                    "field":"Letter.lastEvents(first:)","found":3,"limit":2}}],"data":{"letter":null}}
                    """
            )
        }
    }

    @Test("A list that has exactly what it may have is whole; one row more is an error, not a cut")
    func wholeList() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let whole = try await reads.ask("{ topEntries { id } }")
            #expect(try count(whole.json, "topEntries") == 900)
            #expect(whole.levels.joined().allSatisfy { $0.hasSuffix("LIMIT 901") })
            let tooLong = try await reads.json("{ topEntries(first: 1) { id } allEntries { id } }")
            #expect(
                tooLong == """
                    {"errors":[{"message":"列表过长：Query.allEntries 超过 899 行","locations":[{"line":1,"column":31}],\
                    "path":["allEntries"],"extensions":{"code":"LIST_TOO_LONG","field":"Query.allEntries","limit":899}}],\
                    "data":{"topEntries":[{"id":"1"}],"allEntries":null}}
                    """
            )
        }
    }

    @Test("One parent's list that is too long fails alone while all are read")
    func oneParent() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json(
                "{ letters(orderBy: [{field: LETTER_NO}]) { nodes { id fewEvents { id } } } }"
            )
            #expect(
                json == """
                    {"errors":[{"message":"列表过长：Letter.fewEvents 超过 2 行","locations":[{"line":1,"column":55}],\
                    "path":["letters","nodes",0,"fewEvents"],"extensions":{"code":"LIST_TOO_LONG",\
                    "field":"Letter.fewEvents","limit":2}}],"data":{"letters":{"nodes":[{"id":"1","fewEvents":null},\
                    {"id":"2","fewEvents":[{"id":"4"}]},{"id":"6","fewEvents":[]}]}}}
                    """
            )
        }
    }

    @Test("Where the rows of all parents are cut, no parent behind the cut has an empty list")
    func cut() async throws {
        try await SharedDatabase.registry.withReads { reads in
            // Two parents may have two rows together, and the third row that is read belongs to the first of them, too.
            let answer = try await reads.ask(
                "{ letters(orderBy: [{field: LETTER_NO}], first: 2) { nodes { id oneEvent { id } } } }"
            )
            #expect(answer.levels[1].allSatisfy { $0.hasSuffix("LIMIT (SELECT $3::bigint)") })
            #expect(
                answer.json.hasSuffix(
                    #""data":{"letters":{"nodes":[{"id":"1","oneEvent":null},{"id":"2","oneEvent":null}]}}}"#
                )
            )
            #expect(answer.json.contains(#""path":["letters","nodes",0,"oneEvent"]"#))
            #expect(answer.json.contains(#""path":["letters","nodes",1,"oneEvent"]"#))
            // A parent behind the cut may have rows: it is not said to have none.
            let three = try await reads.json(
                "{ letters(orderBy: [{field: LETTER_NO}], first: 3) { nodes { id oneEvent { id } } } }"
            )
            #expect(
                three.hasSuffix(
                    """
                    "data":{"letters":{"nodes":[{"id":"1","oneEvent":null},{"id":"2","oneEvent":null},\
                    {"id":"6","oneEvent":null}]}}}
                    """
                )
            )
        }
    }
}
