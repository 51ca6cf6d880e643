import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Reading interfaces and unions")
struct AbstractReadTests {
    /// A query, its data, and how many statements each round trip had.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let query: String
        let variables: String
        let statements: [Int]
        let expected: String

        init(_ name: String, _ query: String, variables: String = "{}", statements: [Int], _ expected: String) {
            self.name = name
            self.query = query
            self.variables = variables
            self.statements = statements
            self.expected = expected
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            "fields that the interface's own rows have",
            "{ matters(title: \"卷\") { totalCount nodes { __typename id title openedOn nodeId court { name } } } }",
            statements: [2],
            """
            {"matters":{"totalCount":2,"nodes":[{"__typename":"Dossier","id":"7","title":"执行卷","openedOn":"2018-03-01",\
            "nodeId":"RG9zc2llcjo3","court":{"name":"平定法院"}},{"__typename":"Dossier","id":"1","title":"土地卷",\
            "openedOn":"2018-03-02","nodeId":"RG9zc2llcjox","court":{"name":"阳泉中院"}}]}}
            """
        ),
        Case(
            "only the types' names",
            "{ search(first: 3) { nodes { __typename } edges { node { __typename } } } }",
            statements: [1],
            """
            {"search":{"nodes":[{"__typename":"Dossier"},{"__typename":"Letter"},{"__typename":"Staff"}],"edges":\
            [{"node":{"__typename":"Dossier"}},{"node":{"__typename":"Letter"}},{"node":{"__typename":"Staff"}}]}}
            """
        ),
        Case(
            "fields of several types, in one statement",
            """
            { search(first: 4) { nodes { __typename ... on Letter { letterNo subject } ... on Dossier { volumes } \
            ... on Staff { name court { name } } } } }
            """,
            statements: [1],
            """
            {"search":{"nodes":[{"__typename":"Dossier","volumes":2},{"__typename":"Letter","letterNo":"A1",\
            "subject":"土地 \\"纠纷\\""},{"__typename":"Staff","name":"甲","court":{"name":"阳泉中院"}},\
            {"__typename":"Letter","letterNo":"A2","subject":"执行"}]}}
            """
        ),
        Case(
            "what hangs on an object's key, whether its table is read or not",
            """
            { a: search(words: "土地") { nodes { ... on Letter { events(first: 1) { totalCount nodes { kind } } } } }
              b: search(words: "土地") { nodes { ... on Letter { letterNo firstEvents(first: 1) { kind } } } } }
            """,
            statements: [2, 3],
            """
            {"a":{"nodes":[{},{"events":{"totalCount":3,"nodes":[{"kind":"REGISTERED"}]}}]},\
            "b":{"nodes":[{},{"letterNo":"A1","firstEvents":[{"kind":"HANDLED"}]}]}}
            """
        ),
        Case(
            "an interface's own children: one statement for all types",
            "{ matters { nodes { id notes { text } } } }",
            statements: [1, 1],
            """
            {"matters":{"nodes":[{"id":"1","notes":[{"text":"一"},{"text":"六"}]},{"id":"2","notes":[]},\
            {"id":"7","notes":[{"text":"七"}]},{"id":"1","notes":[{"text":"二"}]},{"id":"6","notes":[]}]}}
            """
        ),
        Case(
            "children of one type refer to it by name",
            "{ letter(id: 1) { notes { text } } }",
            statements: [1, 1],
            #"{"letter":{"notes":[{"text":"一"},{"text":"六"}]}}"#
        ),
        Case(
            "one key with other arguments on two fragments",
            """
            { search(words: "执行") { nodes { ... on Letter { things: firstEvents(first: 1) { id } } \
            ... on Dossier { things: notes { id } } } } }
            """,
            statements: [1, 2],
            #"{"search":{"nodes":[{"things":[{"id":"4"}]},{"things":[{"id":"7"}]}]}}"#
        ),
        Case(
            "a field under two keys, with other arguments",
            "{ search(words: \"土地\") { nodes { ... on Letter { a: firstEvents(first: 1) { id } b: firstEvents { id } } } } }",
            statements: [1, 2],
            """
            {"search":{"nodes":[{},{"a":[{"id":"6"}],"b":[{"id":"6"},{"id":"2"},{"id":"1"}]}]}}
            """
        ),
        Case(
            "fragments on the interface and on types, merged",
            """
            { matters(title: "土地") { nodes { ...A ...B ... on Matter { court { code } } } } }
            fragment A on Matter { court { name } ... on Dossier { volumes } } fragment B on Node { nodeId }
            """,
            statements: [1],
            """
            {"matters":{"nodes":[{"court":{"name":"阳泉中院","code":"晋03"},"nodeId":"TGV0dGVyOjE="},\
            {"court":{"name":"阳泉中院","code":"晋03"},"volumes":2,"nodeId":"RG9zc2llcjox"}]}}
            """
        ),
        Case(
            "a field whose column the interface's rows do not have",
            "{ matters(first: 1) { nodes { weight } } }",
            statements: [1],
            #"{"matters":{"nodes":[{"weight":12.50}]}}"#
        ),
        Case(
            "a relation to one of several types",
            "{ notes { text subject { __typename title ... on Dossier { volumes court { name } } } } }",
            statements: [1],
            """
            {"notes":[{"text":"一","subject":{"__typename":"Letter","title":"土地 \\"纠纷\\""}},{"text":"二","subject":\
            {"__typename":"Dossier","title":"土地卷","volumes":2,"court":{"name":"阳泉中院"}}},{"text":"外","subject":null},\
            {"text":"无","subject":null},{"text":"密","subject":null},{"text":"六","subject":{"__typename":"Letter",\
            "title":"土地 \\"纠纷\\""}},{"text":"七","subject":{"__typename":"Dossier","title":"执行卷","volumes":3,\
            "court":{"name":"平定法院"}}}]}
            """
        ),
        Case(
            "to-many below a relation to one of several types",
            "{ letter(id: 1) { notes { subject { ... on Letter { letterNo firstEvents(first: 1) { id } } } } } }",
            statements: [1, 1, 1],
            """
            {"letter":{"notes":[{"subject":{"letterNo":"A1","firstEvents":[{"id":"6"}]}},\
            {"subject":{"letterNo":"A1","firstEvents":[{"id":"6"}]}}]}}
            """
        ),
        Case(
            "children of several types, a page for each parent",
            "{ courts(level: INTERMEDIATE) { matters(first: 3) { title ... on Letter { letterNo } } } }",
            statements: [1, 1],
            """
            {"courts":[{"matters":[{"title":"土地 \\"纠纷\\"","letterNo":"A1"},{"title":"执行","letterNo":"A2"},\
            {"title":"土地卷"}]}]}
            """
        ),
        Case(
            "one row of several types, by type and key",
            """
            { a: matter(typename: "Dossier", id: 1) { title ... on Dossier { volumes } }
              b: matter(typename: "Letter", id: 1) { id } c: matter(typename: "Letter", id: 7) { id } }
            """,
            statements: [3],
            #"{"a":{"title":"土地卷","volumes":2},"b":{"id":"1"},"c":null}"#
        ),
        Case(
            "rows of chosen types",
            "{ search(kind: [\"Staff\"]) { totalCount nodes { ... on Staff { name } } } }",
            statements: [2],
            #"{"search":{"totalCount":2,"nodes":[{"name":"甲"},{"name":"乙"}]}}"#
        ),
        Case(
            "filters through relations of an interface, to one, and to types by name",
            """
            { a: mattersBy(filter: {notes: {some: {text: "六"}}}) { id } b: mattersBy(filter: {court: {name: "平定"}}) { id }
              c: mattersBy(filter: {not: {notes: {none: {}}}, title: "卷"}) { id }
              d: notesBy(filter: {subject: {title: "卷"}}) { text } e: lettersBy(filter: {notes: {some: {}}}) { id } }
            """,
            statements: [5],
            """
            {"a":[{"id":"1"}],"b":[{"id":"7"}],"c":[{"id":"7"},{"id":"1"}],"d":[{"text":"二"},{"text":"七"}],"e":[{"id":"1"}]}
            """
        ),
        Case(
            "@skip and @include on a fragment",
            """
            query ($no: Boolean!) { search(words: "土地") { nodes { __typename ... on Dossier @include(if: $no) { volumes } } } }
            """,
            variables: #"{"no": false}"#,
            statements: [1],
            #"{"search":{"nodes":[{"__typename":"Dossier"},{"__typename":"Letter"}]}}"#
        ),
        Case(
            "nothing is asked for a type of which there is no row",
            """
            { search(kind: ["Staff"], first: 1) { nodes { ... on Letter { letterNo actions firstEvents { id } \
            court { matters { title } } } ... on Dossier { notes { id } } } } }
            """,
            statements: [1, 0],
            #"{"search":{"nodes":[{}]}}"#
        ),
        Case(
            "resolvers of one type",
            "{ search(words: \"土地\") { nodes { ... on Letter { actions } } } }",
            statements: [1, 0],
            #"{"search":{"nodes":[{},{"actions":["act"]}]}}"#
        ),
    ]

    @Test("A selection on an abstract type is answered", arguments: cases)
    func answers(_ test: Case) async throws {
        try await SharedDatabase.casework.withReads { reads in
            let answer = try await reads.ask(test.query, variables: test.variables)
            #expect(answer.json == #"{"data":\#(test.expected)}"#)
            #expect(answer.internalErrors == [])
            #expect(answer.levels.map(\.count) == test.statements)
        }
    }

    @Test("An object's own table is joined for rows of its type only")
    func statement() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let plan = try reads.plan("{ search { nodes { ... on Dossier { volumes } ... on Staff { __typename } } } }")
                .plan
            #expect(
                plan.explanation == """
                    fetch 0, level 0: sql
                    SELECT t.kind, j1.id, j1.volumes
                    FROM app.search_result t
                    LEFT JOIN app.dossier j1 ON j1.id = CASE WHEN t.kind = 'Dossier' THEN t.row_id END AND \
                    j1.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j1.sealed OR $2)
                    WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
                        AND (NOT t.sealed OR $2)
                        AND (NOT $3 OR t.assignee_id = $4)
                        AND NOT coalesce(t.accused_staff_ids && $5, false)
                    ORDER BY t.row_id, t.kind
                    LIMIT (SELECT $6::bigint)
                    """
            )
        }
    }

    @Test("Paging through a union, forward and backward, meets every row once", arguments: [1, 2, 3, 5])
    func paging(_ size: Int) async throws {
        try await SharedDatabase.casework.withReads { reads in
            let all = try await reads.json("{ matters { nodes { nodeId } } }")
            let ids = all.matches(of: /"nodeId":"([^"]+)"/).map { String($0.1) }
            #expect(ids.count == 5)
            for isForward in [true, false] {
                var met: [String] = []
                var cursor: String?
                for _ in 0..<10 {
                    let arguments = isForward ? "first: \(size), after: $c" : "last: \(size), before: $c"
                    let page = try await reads.json(
                        """
                        query ($c: String) { matters(\(arguments)) { nodes { nodeId } \
                        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                        """,
                        variables: cursor.map { #"{"c": "\#($0)"}"# } ?? "{}"
                    )
                    let part = page.matches(of: /"nodeId":"([^"]+)"/).map { String($0.1) }
                    met = isForward ? met + part : part + met
                    let more = isForward ? #""hasNextPage":true"# : #""hasPreviousPage":true"#
                    guard page.contains(more) else { break }
                    let name = isForward ? "endCursor" : "startCursor"
                    cursor = try page.firstMatch(of: Regex(#""\#(name)":"([^"]+)""#))?[1].substring.map(String.init)
                }
                #expect(met == ids)
            }
        }
    }

    @Test("A cursor of another field over the same view is refused")
    func foreignCursor() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let page = try await reads.json("{ search(first: 1) { pageInfo { endCursor } } }")
            let cursor = try #require(page.firstMatch(of: /"endCursor":"([^"]+)"/)).1
            let json = try await reads.json("{ matters(after: \"\(cursor)\") { nodes { id } } }")
            #expect(json.contains(#""code":"BAD_CURSOR""#))
        }
    }
}
