import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Paging")
struct PagingTests {
    /// Orders of app.entry with what PostgreSQL calls them: ties everywhere, NULLs in `rank`.
    static let orders: [(argument: String, sql: String)] = [
        ("", "rank, label DESC, id"),
        ("orderBy: [{field: RANK, direction: DESC}]", "rank DESC, id"),
        ("orderBy: [{field: LABEL}]", "label, id"),
        ("orderBy: [{field: AMOUNT, direction: DESC}, {field: RANK}]", "amount DESC, rank, id"),
        ("orderBy: $order", "rank DESC, label, id"),
    ]

    private static let variables = #"{"order": [{"field": "RANK", "direction": "DESC"}, {"field": "LABEL"}]}"#

    private struct Page {
        let ids: [String]
        let hasNext: Bool
        let hasPrevious: Bool
        let start: String?
        let end: String?
    }

    private func page(_ reads: Reads, _ arguments: String, field: String = "entries") async throws -> Page {
        let head = arguments.contains("$order") ? "query($order: [EntryOrder!])" : "query"
        let json = try await reads.json(
            "\(head) { \(field)(\(arguments)) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
            variables: Self.variables
        )
        let connection = try #require(try JSONReader.read(Array(json.utf8))["data"]?[field])
        guard case .array(let nodes) = connection["nodes"] else { throw GraphQLError(json) }
        let info = connection["pageInfo"]
        func text(_ value: JSONValue?) -> String? { if case .string(let text) = value { text } else { nil } }
        return Page(
            ids: nodes.compactMap { text($0["id"]) },
            hasNext: info?["hasNextPage"] == .boolean(true),
            hasPrevious: info?["hasPreviousPage"] == .boolean(true),
            start: text(info?["startCursor"]),
            end: text(info?["endCursor"])
        )
    }

    private func all(_ reads: Reads, _ order: String) async throws -> [String] {
        let sql = SQL(raw: "SELECT id::text AS text FROM app.entry WHERE court_code = '晋03' ORDER BY \(order)")
        return try await reads.pool.query(sql).map { try $0.decode(0) }
    }

    @Test("Pages forward add up to the whole order", arguments: orders)
    func forward(_ order: (argument: String, sql: String)) async throws {
        try await SharedDatabase.registry.withReads { reads in
            var ids: [String] = []
            var after = ""
            while true {
                let page = try await page(reads, "first: 97 \(after) \(order.argument)")
                ids += page.ids
                #expect(page.hasPrevious == !after.isEmpty)
                guard page.hasNext, let end = page.end else { break }
                #expect(page.ids.count == 97)
                after = "after: \"\(end)\""
            }
            let expected = try await all(reads, order.sql)
            #expect(ids.count == 900)
            #expect(ids == expected)
        }
    }

    @Test("Pages backward add up to the whole order", arguments: orders)
    func backward(_ order: (argument: String, sql: String)) async throws {
        try await SharedDatabase.registry.withReads { reads in
            var ids: [String] = []
            var before = ""
            while true {
                let page = try await page(reads, "last: 113 \(before) \(order.argument)")
                ids = page.ids + ids
                #expect(page.hasNext == !before.isEmpty)
                guard page.hasPrevious, let start = page.start else { break }
                #expect(page.ids.count == 113)
                before = "before: \"\(start)\""
            }
            let expected = try await all(reads, order.sql)
            #expect(ids == expected)
        }
    }

    @Test("A page between two cursors")
    func between() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let whole = try await all(reads, "rank, label DESC, id")
            let low = try #require(try await page(reads, "first: 100").end)
            let high = try #require(try await page(reads, "first: 110").end)
            let forward = try await page(reads, "first: 5, after: \"\(low)\", before: \"\(high)\"")
            #expect(forward.ids == Array(whole[100..<105]))
            #expect(forward.hasNext)
            let backward = try await page(reads, "last: 5, after: \"\(low)\", before: \"\(high)\"")
            #expect(backward.ids == Array(whole[104..<109]))
            let rest = try await page(reads, "after: \"\(low)\", before: \"\(high)\"")
            #expect(rest.ids == Array(whole[100..<109]))
            let preceding = try await page(reads, "before: \"\(high)\"")
            #expect(preceding.ids == Array(whole[59..<109]))
        }
    }

    @Test("Fifty rows are a page where nobody says otherwise, none where none are asked for")
    func defaults() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let page = try await page(reads, "orderBy: []")
            #expect(page.ids.count == 50)
            let none = try await self.page(reads, "first: 0")
            #expect(none.ids.isEmpty)
            #expect(none.hasNext)
            #expect(none.start == nil)
        }
    }

    @Test("Where no NULL can be, a page is one range of an index")
    func rowComparison() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let cursor = try #require(try await page(reads, "first: 3", field: "latestEntries").end)
            let answer = try await reads.ask("{ latestEntries(first: 2, after: \"\(cursor)\") { nodes { id } } }")
            #expect(answer.json == #"{"data":{"latestEntries":{"nodes":[{"id":"996"},{"id":"995"}]}}}"#)
            #expect(
                answer.levels == [
                    [
                        """
                        SELECT t.id
                        FROM app.entry t
                        WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
                            AND t.id < $2
                        ORDER BY t.id DESC
                        LIMIT (SELECT $3::bigint)
                        """
                    ]
                ]
            )
        }
    }

    @Test("Each parent has its own page, forward and backward")
    func perParent() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = """
                { letters(orderBy: [{field: LETTER_NO}]) { nodes { id
                  a: events(first: 2) { nodes { id } pageInfo { hasNextPage hasPreviousPage } }
                  b: events(last: 2) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } } } }
                """
            let json = try await reads.json(query)
            #expect(
                json == """
                    {"data":{"letters":{"nodes":[\
                    {"id":"1","a":{"nodes":[{"id":"1"},{"id":"2"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}},\
                    "b":{"nodes":[{"id":"2"},{"id":"6"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}},\
                    {"id":"2","a":{"nodes":[{"id":"4"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}},\
                    "b":{"nodes":[{"id":"4"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}},\
                    {"id":"6","a":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}},\
                    "b":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}]}}}
                    """
            )
        }
    }

    @Test(
        "A page of an impossible size is refused",
        arguments: ["first: 201", "first: -1", "last: 201", "last: -1", "first: 2147483647"]
    )
    func pageSize(_ arguments: String) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json("{ entries(\(arguments)) { totalCount nodes { id } } }")
            let parts = arguments.split(separator: ": ")
            #expect(
                json == """
                    {"errors":[{"message":"分页数量超限：Query.entries(\(parts[0]):) 为 \(parts[1])，允许 0 至 200",\
                    "locations":[{"line":1,"column":3}],"path":["entries"],"extensions":{"code":"PAGE_SIZE",\
                    "field":"Query.entries(\(parts[0]):)","found":\(parts[1]),"limit":200}}],"data":null}
                    """
            )
        }
    }

    @Test("A variable page size is checked at each request, also of a plain list")
    func variablePageSize() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($n: Int) { letter(id: 1) { firstEvents(first: $n) { id } } }"
            let refused = try await reads.json(query, variables: #"{"n": 201}"#)
            #expect(refused.contains(#""code":"PAGE_SIZE""#))
            let all = try await reads.json(query, variables: #"{"n": null}"#)
            #expect(all == #"{"data":{"letter":{"firstEvents":[{"id":"6"},{"id":"2"},{"id":"1"}]}}}"#)
        }
    }

    @Test("First and last together are refused")
    func firstAndLast() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json("{ entries(first: 1, last: 1) { nodes { id } } }")
            #expect(json.contains(#""message":"Pass \"first\" or \"last\", not both.""#))
            #expect(json.contains(#""code":"BAD_USER_INPUT""#))
        }
    }

    @Test("A cursor of another query, another order, or made by hand is refused")
    func foreignCursors() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let own = try #require(try await page(reads, "first: 1").end)
            let other = try #require(try await page(reads, "first: 1", field: "latestEntries").end)
            let order = try #require(try await page(reads, "first: 1, orderBy: $order").end)
            let scope = try #require(ClearSeal.scope(of: own))
            func forged(_ values: [[UInt8]?]) throws -> String {
                try #require(Cursor(values: values).encoded(of: scope, by: reads.cursors))
            }
            let last = try forged([[0, 0, 0, 1], [97], Array(repeating: 0, count: 8)])
            #expect(try await page(reads, "after: \"\(last)\", first: 1").hasPrevious)
            let refused = try [
                "after: \"\(other)\"", "after: \"\(order)\"", "after: \"\(own)\", orderBy: [{field: LABEL}]",
                "after: \"\"",
                "after: \"not a cursor\"", "before: \"\(other)\"", "after: \"\(own)\", orderBy: $order",
                "after: \"\(forged([]))\"", "after: \"\(forged([nil, nil, nil]))\"",
                "after: \"\(forged([[0], [97], Array(repeating: 0, count: 8)]))\"",
                "after: \"\(forged([[0, 0, 0, 1], [0xff], Array(repeating: 0, count: 8)]))\"",
                "after: \"\(forged([[0, 0, 0, 1], [97], Array(repeating: 0, count: 8), nil]))\"",
            ]
            for arguments in refused {
                let head = arguments.contains("$order") ? "query($order: [EntryOrder!])" : "query"
                let json = try await reads.json(
                    "\(head) { entries(\(arguments)) { nodes { id } } }",
                    variables: Self.variables
                )
                #expect(json.contains(#""code":"BAD_CURSOR""#), "\(arguments): \(json)")
            }
        }
    }

    @Test("A cursor belongs to the rows that the filter chooses, however it is written")
    func otherFilter() async throws {
        try await SharedDatabase.registry.withReads { reads in
            func read(_ filter: String, _ after: String?, variables: String = "{}") async throws -> String {
                let head =
                    filter.contains("$from")
                    ? "query($from: Date)" : filter.contains("$f") ? "query($f: LetterFilter)" : "query"
                let cursor = after.map { ", after: \"\($0)\"" } ?? ""
                return try await reads.json(
                    "\(head) { letters(first: 1\(filter)\(cursor)) { pageInfo { endCursor } } }",
                    variables: variables
                )
            }
            func cursor(_ filter: String) async throws -> String {
                let page = try await read(filter, nil)
                return String(try #require(page.firstMatch(of: /"endCursor":"([^"]+)"/)).1)
            }
            let filter = #", filter: {dueFrom: "2018-01-01", state: REGISTERED}"#
            let filtered = try await cursor(filter)
            let plain = try await cursor("")
            let same = [
                (filter, "{}"),
                (#", filter: {state: REGISTERED, dueFrom: "2018-01-01"}"#, "{}"),
                (", filter: {dueFrom: $from, state: REGISTERED}", #"{"from": "2018-01-01"}"#),
                (", filter: $f", #"{"f": {"state": "REGISTERED", "dueFrom": "2018-01-01"}}"#),
            ]
            for (filter, variables) in same {
                let json = try await read(filter, filtered, variables: variables)
                #expect(!json.contains("BAD_CURSOR"), "\(filter): \(json)")
            }
            let others = [
                ("", "{}"), (", filter: {}", "{}"), (", filter: {state: REGISTERED}", "{}"),
                (#", filter: {dueFrom: "2018-01-02", state: REGISTERED}"#, "{}"),
                (#", filter: {dueFrom: "2018-01-01", state: CLOSED}"#, "{}"),
                (", filter: {dueFrom: $from, state: REGISTERED}", #"{"from": "2018-01-02"}"#),
                (", filter: $f", #"{"f": null}"#),
            ]
            for (filter, variables) in others {
                let json = try await read(filter, filtered, variables: variables)
                #expect(json.contains(#""code":"BAD_CURSOR""#), "\(filter): \(json)")
            }
            #expect(try await read(filter, plain).contains(#""code":"BAD_CURSOR""#))
            for filter in ["", ", filter: {}", ", filter: null"] {
                let json = try await read(filter, plain)
                #expect(!json.contains("BAD_CURSOR"), "\(filter): \(json)")
            }
        }
    }

    @Test("A cursor of one chosen order does not fit another choice")
    func changedChoice() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let cursor = try #require(try await page(reads, "first: 1, orderBy: $order").end)
            let json = try await reads.json(
                "query($order: [EntryOrder!]) { entries(after: \"\(cursor)\", orderBy: $order) { nodes { id } } }",
                variables: #"{"order": [{"field": "LABEL"}]}"#
            )
            #expect(json.contains(#""code":"BAD_CURSOR""#))
        }
    }
}
