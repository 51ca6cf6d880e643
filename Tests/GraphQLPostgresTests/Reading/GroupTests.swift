import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("Groups and aggregates of a connection")
struct GroupTests {
    private let scope = """
        WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
            AND (NOT t.sealed OR $2)
            AND (NOT $3 OR t.assignee_id = $4)
            AND NOT coalesce(t.accused_staff_ids && $5, false)
        """

    @Test("Groups are one statement of the chosen columns, beside the page in one round trip")
    func oneStatement() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask(
                "{ letters(first: 1) { totalCount groups(by: [STATE]) { state count firstReceivedOn } nodes { id } } }"
            )
            #expect(
                answer.json == """
                    {"data":{"letters":{"totalCount":3,"groups":[\
                    {"state":"HANDLING","count":1,"firstReceivedOn":"2018-03-01"},\
                    {"state":"REGISTERED","count":2,"firstReceivedOn":"2018-03-01"}],"nodes":[{"id":"6"}]}}}
                    """
            )
            #expect(answer.levels.map(\.count) == [3])
            #expect(
                answer.levels[0][2] == """
                    SELECT t.state, count(*), min(t.received_on)
                    FROM app.letter t
                    \(scope)
                    GROUP BY t.state
                    ORDER BY t.state
                    LIMIT 201
                    """
            )
        }
    }

    @Test("What is not selected is not asked for: neither groups, nor aggregates, nor the page")
    func onlySelected() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let page = try await reads.ask("{ letters { nodes { id } } }")
            #expect(page.levels.map(\.count) == [1])
            let groups = try await reads.ask("{ letters { groups(by: [COURT_CODE]) { count } } }")
            #expect(groups.levels.map(\.count) == [1])
            #expect(groups.json == #"{"data":{"letters":{"groups":[{"count":3}]}}}"#)
            let aggregates = try await reads.ask("{ letters { firstReceivedOn assignees } }")
            #expect(
                aggregates.levels == [
                    [
                        """
                        SELECT min(t.received_on), count(DISTINCT t.assignee_id)
                        FROM app.letter t
                        \(scope)
                        HAVING count(*) > 0
                        """
                    ]
                ]
            )
            #expect(aggregates.json == #"{"data":{"letters":{"firstReceivedOn":"2018-03-01","assignees":2}}}"#)
        }
    }

    @Test("Filters apply; no rows make no group, no value and a count of 0")
    func filtered() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let none = try await reads.json(
                """
                { letters(filter: {state: [CLOSED]}) {
                  groups(by: []) { count } byState: groups(by: [STATE]) { count } firstReceivedOn assignees totalCount } }
                """
            )
            #expect(
                none == """
                    {"data":{"letters":{"groups":[],"byState":[],"firstReceivedOn":null,"assignees":0,"totalCount":0}}}
                    """
            )
            let one = try await reads.json(
                "{ letters(filter: {state: [HANDLING]}) { groups(by: []) { __typename state count } assignees } }"
            )
            #expect(
                one == """
                    {"data":{"letters":{"groups":[{"__typename":"LetterGroup","state":null,"count":1}],"assignees":1}}}
                    """
            )
        }
    }

    @Test("Below parents each has its own groups and aggregates, by one statement for all")
    func perParent() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask(
                """
                { courts { code letters(first: 0) { groups(by: [STATE, OVERDUE]) { state overdue count } assignees } } }
                """
            )
            #expect(
                answer.json == """
                    {"data":{"courts":[\
                    {"code":"京","letters":{"groups":[],"assignees":0}},\
                    {"code":"晋","letters":{"groups":[],"assignees":0}},\
                    {"code":"晋03","letters":{"groups":[{"state":"HANDLING","overdue":false,"count":1},\
                    {"state":"REGISTERED","overdue":false,"count":1},{"state":"REGISTERED","overdue":true,"count":1}],\
                    "assignees":2}},\
                    {"code":"晋0321","letters":{"groups":[],"assignees":0}},\
                    {"code":"晋0322","letters":{"groups":[],"assignees":0}}]}}
                    """
            )
            #expect(answer.levels.map(\.count) == [1, 2])
            #expect(
                answer.levels[1].contains(
                    """
                    SELECT k.ord, t.state, app.overdue(t), count(*)
                    FROM unnest((SELECT $1::text[])) WITH ORDINALITY k(k1, ord)
                    JOIN app.letter t ON t.court_code = k.k1
                    WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
                        AND (NOT t.sealed OR $3)
                        AND (NOT $4 OR t.assignee_id = $5)
                        AND NOT coalesce(t.accused_staff_ids && $6, false)
                    GROUP BY k.ord, t.state, app.overdue(t)
                    ORDER BY k.ord, t.state, app.overdue(t)
                    LIMIT (SELECT $7::bigint)
                    """
                )
            )
        }
    }

    @Test("Every aggregate has PostgreSQL's value")
    func values() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json(
                """
                { letters { groups(by: []) {
                  count dated assignees firstReceivedOn lastNo priorities meanScore meanPriority weights } } }
                """
            )
            #expect(
                json == """
                    {"data":{"letters":{"groups":[{"count":3,"dated":3,"assignees":2,"firstReceivedOn":"2018-03-01",\
                    "lastNo":"A6","priorities":1,"meanScore":0.875,"meanPriority":1,"weights":12.45}]}}}
                    """
            )
        }
    }

    @Test("What to group by may be a variable; a column that is not chosen is null, one chosen twice counts once")
    func variable() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($by: [LetterGroupField!]!) { letters { groups(by: $by) { state courtCode count } } }"
            let state = try await reads.json(query, variables: #"{"by": ["STATE", "STATE"]}"#)
            #expect(
                state == """
                    {"data":{"letters":{"groups":[{"state":"HANDLING","courtCode":null,"count":1},\
                    {"state":"REGISTERED","courtCode":null,"count":2}]}}}
                    """
            )
            let court = try await reads.json(query, variables: #"{"by": ["COURT_CODE"]}"#)
            #expect(court == #"{"data":{"letters":{"groups":[{"state":null,"courtCode":"晋03","count":3}]}}}"#)
        }
    }

    @Test("More groups than there may be are an error, not a cut")
    func tooMany() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json("{ letters { totalCount fewGroups(by: [STATE]) { count } } }")
            #expect(
                json == """
                    {"errors":[{"message":"列表过长：LetterConnection.fewGroups 超过 1 行",\
                    "locations":[{"line":1,"column":24}],"path":["letters","fewGroups"],\
                    "extensions":{"code":"LIST_TOO_LONG","field":"LetterConnection.fewGroups","limit":1}}],\
                    "data":{"letters":{"totalCount":3,"fewGroups":null}}}
                    """
            )
            let one = try await reads.json("{ letters { fewGroups(by: [COURT_CODE]) { count } } }")
            #expect(one == #"{"data":{"letters":{"fewGroups":[{"count":3}]}}}"#)
        }
    }

    @Test("A small group has no values, unless it is of the caller's own court")
    func smallCells() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "{ letters { statistics(by: [STATE]) { state count firstReceivedOn } } }"
            let foreign = try await reads.ask(query)
            #expect(
                foreign.json == """
                    {"data":{"letters":{"statistics":[{"state":"HANDLING","count":null,"firstReceivedOn":null},\
                    {"state":"REGISTERED","count":2,"firstReceivedOn":"2018-03-01"}]}}}
                    """
            )
            #expect(
                foreign.levels[0][0].hasPrefix(
                    """
                    SELECT t.state, CASE WHEN count(*) >= 2 OR bool_and(t.court_code = $1) THEN count(*) END, \
                    CASE WHEN count(*) >= 2 OR bool_and(t.court_code = $1) THEN min(t.received_on) END
                    """
                )
            )
            for (court, count) in [("晋03", "1"), ("晋0321", "null")] {
                let caller = Asker(
                    courts: ["晋03", "晋0321"],
                    courtCode: court,
                    staffID: 1,
                    mayReadSealed: false,
                    seesOnlyAssigned: false,
                    today: 6754
                )
                let json = try await reads.json(query, as: caller)
                #expect(json.contains(#"{"state":"HANDLING","count":\#(count),"#), "\(json)")
            }
        }
    }

    @Test("What the caller may not select is neither grouped by nor aggregated")
    func permissions() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let forbidden = #""extensions":{"code":"FORBIDDEN"}"#
            let read: Set = ["letters.read"]
            let by = try await reads.json("{ letters { groups(by: [SUBJECT]) { count } } }", permissions: read)
            #expect(by.contains(#""path":["letters","groups"],\#(forbidden)"#), "\(by)")
            let shown = try await reads.json(
                "{ letters { groups(by: []) { subject lastSubject count } } }",
                permissions: read
            )
            #expect(shown.contains(#""path":["letters","groups",0,"subject"],\#(forbidden)"#), "\(shown)")
            #expect(shown.contains(#""path":["letters","groups",0,"lastSubject"],\#(forbidden)"#), "\(shown)")
            #expect(shown.hasSuffix(#"{"letters":{"groups":[{"subject":null,"lastSubject":null,"count":3}]}}}"#))
            let own = try await reads.json("{ letters { lastSubject assignees } }", permissions: read)
            #expect(own.contains(#""path":["letters","lastSubject"],\#(forbidden)"#), "\(own)")
            #expect(own.hasSuffix(#""data":{"letters":{"lastSubject":null,"assignees":2}}}"#), "\(own)")
            let all = try await reads.json("{ letters(filter: {state: [HANDLING]}) { lastSubject } }")
            #expect(all == #"{"data":{"letters":{"lastSubject":"执行"}}}"#)
        }
    }

    @Test("A filter that cannot be bound fails groups and aggregates where they stand")
    func badFilter() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json(
                """
                query($day: Date) { someLetters(dueBefore: $day) { groups(by: [STATE]) { count } } letter(id: 1) { id } }
                """,
                variables: #"{"day": "2018-02-30"}"#
            )
            #expect(json.contains(#""path":["someLetters","groups"]"#), "\(json)")
            #expect(json.hasSuffix(#""data":{"someLetters":null,"letter":{"id":"1"}}}"#))
        }
    }
}
