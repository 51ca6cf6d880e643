import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Reading")
struct ReadTests {
    @Test("A date and an instant as String are the text that Date and DateTime have (RFC 3339)")
    func calendarText() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let own = try await reads.extended(
                by: """
                    extend type Letter {
                      dueText: String @column(name: "due_on")
                      createdText: String! @column(name: "created_at")
                    }
                    """
            )
            #expect(
                try await own.json(
                    "{ letter(id: 1) { dueText dueOn createdText createdAt } mine: letter(id: 6) { dueText } }"
                )
                    == """
                    {"data":{"letter":{"dueText":"2018-04-01","dueOn":"2018-04-01","createdText":"2018-03-01T02:15:00Z",\
                    "createdAt":"2018-03-01T02:15:00Z"},"mine":{"dueText":"2018-08-01"}}}
                    """
            )
        }
    }

    @Test("A list whose page size is required and open follows the variable")
    func requiredFirst() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let own = try await reads.extended(
                by:
                    "extend type Query { some(state: LetterState! @where, first: Int!): [Letter!]! @rows(order: [\"id\"]) }"
            )
            let query = "query($first: Int!) { some(state: REGISTERED, first: $first) { id } }"
            #expect(try await own.json(query, variables: #"{"first": 1}"#) == #"{"data":{"some":[{"id":"1"}]}}"#)
            #expect(
                try await own.json(query, variables: #"{"first": 2}"#) == #"{"data":{"some":[{"id":"1"},{"id":"6"}]}}"#
            )
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let query: String
        let variables: String
        let expected: String

        init(_ name: String, _ query: String, variables: String = "{}", _ expected: String) {
            self.name = name
            self.query = query
            self.variables = variables
            self.expected = expected
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            "every column type",
            """
            { letter(id: 1) { id token receivedOn dueOn subject state sealed tags accused priority score weight extra createdAt } }
            """,
            """
            {"letter":{"id":"1","token":"11111111-1111-1111-1111-111111111111","receivedOn":"2018-03-01","dueOn":"2018-04-01",\
            "subject":"土地 \\"纠纷\\"","state":"REGISTERED","sealed":false,"tags":["a","b"],"accused":[],"priority":1,"score":0.5,\
            "weight":12.50,"extra":{"k": [1]},"createdAt":"2018-03-01T02:15:00Z"}}
            """
        ),
        Case(
            "every column type, NULL",
            "{ letter(id: 6) { dueOn priority score weight extra assignee { id } daysLeft overdue } }",
            """
            {"letter":{"dueOn":"2018-08-01","priority":null,"score":null,"weight":null,"extra":null,"assignee":null,\
            "daysLeft":33,"overdue":false}}
            """
        ),
        Case(
            "a row by another unique column",
            "{ letterByNo(letterNo: \"A2\") { id } }",
            #"{"letterByNo":{"id":"2"}}"#
        ),
        Case(
            "a row by a UUID in capitals",
            "query($t: ID!) { letterByToken(token: $t) { id } }",
            variables: #"{"t": "11111111-1111-1111-1111-111111111111"}"#,
            #"{"letterByToken":{"id":"1"}}"#
        ),
        Case("a row that is not there", "{ letter(id: 99) { id } }", #"{"letter":null}"#),
        Case("an ID that is no integer", "{ letter(id: \"x\") { id } }", #"{"letter":null}"#),
        Case("an ID that is no UUID", "{ letterByToken(token: \"x\") { id } }", #"{"letterByToken":null}"#),
        Case("an ID beyond a bigint", "{ letter(id: \"9223372036854775808\") { id } }", #"{"letter":null}"#),
        Case("a text with a NUL", "{ letterByNo(letterNo: \"A\\u0000\") { id } }", #"{"letterByNo":null}"#),
        Case(
            "the first by key of several rows",
            "{ letterByState(state: REGISTERED) { id } }",
            #"{"letterByState":{"id":"1"}}"#
        ),
        Case(
            "one field under two keys, with other arguments",
            "{ a: letter(id: 1) { id } b: letter(id: 2) { no: letterNo again: letterNo } }",
            #"{"a":{"id":"1"},"b":{"no":"A1","again":"A1"}}"#.replacing("A1", with: "A2")
        ),
        Case(
            "a relation under two keys",
            "{ letter(id: 1) { a: court { name } b: court { code parent { name } } __typename } }",
            """
            {"letter":{"a":{"name":"阳泉中院"},"b":{"code":"晋03","parent":{"name":"山西高院"}},"__typename":"Letter"}}
            """
        ),
        Case(
            "relations of relations",
            "{ letter(id: 1) { assignee { name court { name parent { code parent { code } } } } } }",
            """
            {"letter":{"assignee":{"name":"甲","court":{"name":"阳泉中院","parent":{"code":"晋","parent":null}}}}}
            """
        ),
        Case(
            "a relation by another key there",
            "{ a: letter(id: 1) { endorsement { text } } b: letter(id: 6) { endorsement { text } } }",
            #"{"a":{"endorsement":{"text":"阅"}},"b":{"endorsement":null}}"#
        ),
        Case(
            "many under one key with other arguments",
            "{ letter(id: 1) { a: events(kind: \"ASSIGNED\") { nodes { id } } b: events(first: 1) { totalCount nodes { id } } } }",
            """
            {"letter":{"a":{"nodes":[{"id":"2"}]},"b":{"totalCount":3,"nodes":[{"id":"1"}]}}}
            """
        ),
        Case(
            "a limited list for each parent",
            "{ letters(filter: {state: [REGISTERED, HANDLING]}) { nodes { id firstEvents(first: 1) { id } } } }",
            """
            {"letters":{"nodes":[{"id":"6","firstEvents":[]},{"id":"1","firstEvents":[{"id":"6"}]},{"id":"2","firstEvents":[{"id":"4"}]}]}}
            """
        ),
        Case(
            "a list without a limit",
            "{ letter(id: 1) { firstEvents { id } } }",
            #"{"letter":{"firstEvents":[{"id":"6"},{"id":"2"},{"id":"1"}]}}"#
        ),
        Case(
            "children with a key of two columns",
            "{ letter(id: 1) { volume { pageFrom title } } }",
            #"{"letter":{"volume":[{"pageFrom":1,"title":"目录"},{"pageFrom":3,"title":"原件"}]}}"#
        ),
        Case(
            "a list",
            "{ courts { code } }",
            #"{"courts":[{"code":"京"},{"code":"晋"},{"code":"晋03"},{"code":"晋0321"},{"code":"晋0322"}]}"#
        ),
        Case("a filtered list", "{ courts(level: HIGH) { name } }", #"{"courts":[{"name":"北京高院"},{"name":"山西高院"}]}"#),
        Case(
            "three levels down",
            "{ court(code: \"晋\") { courts { courts { name courts { name } } } } }",
            #"{"court":{"courts":[{"courts":[{"name":"平定法院","courts":[]},{"name":"盂县法院","courts":[]}]}]}}"#
        ),
        Case(
            "only __typename",
            "{ letter(id: 1) { __typename } letters(first: 1) { __typename nodes { __typename } edges { __typename } } }",
            """
            {"letter":{"__typename":"Letter"},"letters":{"__typename":"LetterConnection","nodes":[{"__typename":"Letter"}],\
            "edges":[{"__typename":"LetterEdge"}]}}
            """
        ),
        Case(
            "only __typename of children",
            "{ letter(id: 1) { petitioners { __typename } events(last: 1) { pageInfo { __typename } nodes { __typename } } } }",
            """
            {"letter":{"petitioners":[{"__typename":"Petitioner"},{"__typename":"Petitioner"}],\
            "events":{"pageInfo":{"__typename":"PageInfo"},"nodes":[{"__typename":"Event"}]}}}
            """
        ),
        Case(
            "rows of a function",
            "{ report(from: \"2018-03-01\", to: \"2018-03-02\", groupBy: \"STATE\") { groupKey items } }",
            #"{"report":[{"groupKey":"REGISTERED","items":2},{"groupKey":"HANDLING","items":1}]}"#
        ),
        Case(
            "a view of who is asking",
            "{ viewer { name courts today } }",
            #"{"viewer":{"name":"甲","courts":"{\"晋03\",\"晋0321\"}","today":"2018-06-29"}}"#
        ),
        Case(
            "rows of one's own",
            "{ mine { nodes { id } totalCount } }",
            #"{"mine":{"nodes":[{"id":"1"}],"totalCount":1}}"#
        ),
        Case(
            "batch resolvers",
            "{ serverTime letter(id: 1) { actions } none: letter(id: 99) { actions } }",
            #"{"serverTime":"2000-01-01T00:00:00Z","letter":{"actions":["act"]},"none":null}"#
        ),
        Case(
            "a fragment that meets the same relation twice",
            "{ letter(id: 1) { ...A ...B } } fragment A on Letter { court { name } } fragment B on Letter { court { code } }",
            #"{"letter":{"court":{"name":"阳泉中院","code":"晋03"}}}"#
        ),
        Case(
            "a chosen order from a variable",
            "query($o: [LetterOrder!]) { letters(orderBy: $o) { nodes { id } } }",
            variables: #"{"o": [{"field": "DUE_ON", "direction": "DESC"}, {"field": "DUE_ON"}]}"#,
            #"{"letters":{"nodes":[{"id":"6"},{"id":"2"},{"id":"1"}]}}"#
        ),
        Case(
            "a chosen order in the document",
            "{ letters(orderBy: [{field: LETTER_NO}]) { nodes { id } } }",
            #"{"letters":{"nodes":[{"id":"1"},{"id":"2"},{"id":"6"}]}}"#
        ),
        Case(
            "an order that is null or empty is the declared one",
            "query($o: [LetterOrder!]) { a: letters(orderBy: $o) { nodes { id } } b: letters(orderBy: []) { nodes { id } } }",
            variables: #"{"o": null}"#,
            #"{"a":{"nodes":[{"id":"6"},{"id":"1"},{"id":"2"}]},"b":{"nodes":[{"id":"6"},{"id":"1"},{"id":"2"}]}}"#
        ),
    ]

    @Test("A selection is answered", arguments: cases)
    func answers(_ test: Case) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json(test.query, variables: test.variables)
            #expect(json == #"{"data":\#(test.expected)}"#)
        }
    }

    @Test("A date that is none is refused")
    func badDate() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json("{ letters(filter: {dueBefore: \"2018-02-30\"}) { totalCount } }")
            #expect(
                json == """
                    {"errors":[{"message":"Expected a date, YYYY-MM-DD.","locations":[{"line":1,"column":3}],"path":["letters"],\
                    "extensions":{"code":"BAD_USER_INPUT"}}],"data":null}
                    """
            )
        }
    }

    @Test("A statement that fails is an internal error, its words kept from the client")
    func internalError() async throws {
        try await SharedDatabase.withOwnReads { reads in
            try await reads.pool.execute("ALTER TABLE app.letter RENAME COLUMN subject TO title")
            let answer = try await reads.ask("{ letter(id: 1) { subject } }")
            #expect(answer.json.contains("Internal server error"))
            #expect(!answer.json.contains("subject"))
            #expect(answer.internalErrors.first?.contains("42703") == true)
        }
    }

    @Test("An unreachable database is said to be unavailable")
    func unavailable() async throws {
        try await SharedDatabase.withOwnReads { reads in
            await reads.pool.close()
            let json = try await reads.json("{ letter(id: 1) { id } }")
            #expect(json.contains(#""code":"DATABASE_UNAVAILABLE""#))
        }
    }
}
