import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Searching text")
struct SearchTests {
    private func ids(_ filter: String, permissions: Set<String> = Reads.permissions) async throws -> [Int] {
        try await SharedDatabase.search.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f, first: 200) { totalCount nodes { id } } }",
                variables: #"{"f": \#(filter)}"#,
                permissions: permissions
            )
            let ids = json.matches(of: #/"id":"(\d+)"/#).compactMap { Int($0.1) }
            #expect(json.hasPrefix(#"{"data":{"letters":{"totalCount":\#(ids.count),"#))
            return ids
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\t", with: "\\t"))\""
    }

    /// What is searched for, and in which of the texts it is.
    static let cases: [(words: String, ids: [Int])] = [
        ("法", [1, 4, 8]),
        ("院", [1, 4]),
        ("工资", [1, 7, 10]),
        ("平定", [1, 4]),
        ("定县", [1, 11]),
        ("平定县", [1]),
        ("人民法", [1]),
        ("法院人民", [4]),
        ("拖欠工资", [1]),
        ("民工工资", [10]),
        ("工资工资", []),
        // Every word, wherever it is; the space may be Chinese.
        ("工资 拖欠", [1, 10]),
        ("工资　反映\t农", [10]),
        ("  工资  ", [1, 7, 10]),
        ("县城\n人民", [4]),
        ("县城法院", []),
        // Full-width and half-width are the same.
        ("（2018）晋03民申60号", [2]),
        ("(2018)晋03民申60号", [2]),
        ("２０１８", [2, 3]),
        ("民申6", [2, 3]),
        ("民申60", [2]),
        ("8)晋03民申6", [2, 3]),
        ("acme", [6]),
        ("ABC公司", [6]),
        ("ａｂｃ", [6]),
        // No character has a meaning of its own.
        ("%", [5]),
        ("50%_确认", [5]),
        ("5%认", []),
        ("50_", []),
        ("_", [5]),
        ("\\", [5]),
        ("C:\\案卷", [5]),
        ("it's", [5]),
        ("' & '", []),
        ("法:*", []),
        ("!法", []),
        ("不在其中", []),
    ]

    @Test("What is found has every word as it stands", arguments: cases)
    func matches(_ words: String, _ ids: [Int]) async throws {
        #expect(try await self.ids(#"{"text": \#(Self.quoted(words))}"#) == ids)
    }

    /// What a search finds must be what a reader of all texts finds.
    @Test("Any piece of any text finds exactly the texts that have it", arguments: 1...4)
    func pieces(_ length: Int) async throws {
        let texts = SearchLibrary.texts.map(Array.init)
        var asked: Set<String> = []
        for text in texts where text.count >= length {
            for start in 0...(text.count - length) {
                let piece = String(text[start..<start + length])
                // Full-width and compatibility forms have cases of their own.
                guard piece.allSatisfy({ $0 >= "\u{4e00}" && $0 <= "\u{9fff}" }), asked.insert(piece).inserted else {
                    continue
                }
                let expected = SearchLibrary.texts.indices.filter { SearchLibrary.texts[$0].contains(piece) }.map {
                    $0 + 1
                }
                #expect(try await ids(#"{"text": "\#(piece)"}"#) == expected, "\(piece)")
            }
        }
        #expect(asked.count > 20)
    }

    @Test(
        "Similar is what has more than half of the pairs",
        arguments: [
            ("拖欠工资报酬", [1]),
            ("拖欠农民工资", [10]),
            ("平定县法院", [1]),
            ("法", [1, 4, 8]),
            ("借款合同的纠纷", [6]),
            ("完全不同的话", []),
        ]
    )
    func similar(_ words: String, _ ids: [Int]) async throws {
        #expect(try await self.ids(#"{"similarTo": "\#(words)"}"#) == ids)
    }

    @Test("A search stands in a tree of filters and behind a relation")
    func combined() async throws {
        #expect(try await ids(#"{"or": [{"text": "平定县"}, {"text": "民申60"}]}"#) == [1, 2])
        #expect(try await ids(#"{"text": "工资", "not": {"text": "拖欠"}}"#) == [7])
        #expect(try await ids(#"{"text": "工资", "letterNo": "A1"}"#) == [1, 10])
        #expect(try await ids(#"{"and": [{"text": "工资"}, {"similarTo": "反映拖欠工资"}]}"#) == [1, 10])
        try await SharedDatabase.search.withReads { reads in
            let events = try await reads.ask(#"{ events(filter: {letter: {text: "工资"}}) { id } }"#)
            #expect(events.json == #"{"data":{"events":[{"id":"1"},{"id":"3"}]}}"#)
            #expect(events.levels.map(\.count) == [1])
            let found = try await reads.json(#"{ find(text: "平定县") { id events { kind } } }"#)
            #expect(found == #"{"data":{"find":[{"id":"1","events":[{"kind":"REGISTERED"}]}]}}"#)
        }
    }

    @Test("What no text can hold finds nothing", arguments: [#""\u0000""#, #""工资\u0000""#])
    func nothing(_ value: String) async throws {
        #expect(try await ids(#"{"text": \#(value)}"#) == [])
    }

    @Test("null is nothing to search for")
    func null() async throws {
        try await SharedDatabase.search.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f) { totalCount } }",
                variables: #"{"f": {"text": null}}"#
            )
            #expect(json.contains(#""code":"FILTER_NULL","field":"text""#), "\(json)")
        }
    }

    @Test(
        "A text to search for is there, and no document",
        arguments: [
            (#""""#, "Expected a text to search for."), (#"" \t\n""#, "Expected a text to search for."),
            ("\"　\"", "Expected a text to search for."),
            ("\"\(String(repeating: "法", count: 201))\"", "Expected at most 200 characters to search for."),
        ]
    )
    func refused(_ value: String, _ message: String) async throws {
        try await SharedDatabase.search.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f) { totalCount } }",
                variables: #"{"f": {"text": \#(value)}}"#
            )
            #expect(json.contains(#""message":"\#(message)""#), "\(json)")
            #expect(json.contains(#""code":"BAD_USER_INPUT""#))
        }
    }

    @Test("200 characters are searched for")
    func longest() async throws {
        #expect(try await ids("{\"text\": \"\(String(repeating: "法", count: 200))\"}") == [])
    }

    @Test("Whoever may not read a text may not search it")
    func forbidden() async throws {
        try await SharedDatabase.search.withReads { reads in
            for filter in [#"{"text": "法"}"#, #"{"not": {"similarTo": "法"}}"#, #"{"text": null}"#] {
                let json = try await reads.json(
                    "query($f: LetterFilter) { letters(filter: $f) { totalCount } }",
                    variables: #"{"f": \#(filter)}"#,
                    permissions: []
                )
                #expect(json.contains(#""code":"FORBIDDEN""#), "\(json)")
            }
        }
        #expect(try await ids(#"{"letterNo": "A1"}"#, permissions: []) == [1, 10, 11])
    }

    @Test("The words are a parameter; the text of the statement is the same for all")
    func statement() async throws {
        try await SharedDatabase.search.withReads { reads in
            let query = "query($f: LetterFilter) { letters(filter: $f, first: 5) { nodes { id } } }"
            let answer = try await reads.ask(query, variables: #"{"f": {"text": "平定县 工资"}}"#)
            #expect(
                answer.levels == [
                    [
                        """
                        SELECT t.id
                        FROM app.letter t
                        WHERE t.id IN (SELECT m.key FROM app.mentioning($1) m(key))
                            AND t.court_code = ANY ((SELECT $2::text[])::text[])
                        ORDER BY t.id
                        LIMIT (SELECT $3::bigint)
                        """
                    ]
                ]
            )
        }
    }

    /// What PostgreSQL does inside a function that runs as its owner, told by its body.
    private func plan(of function: String, _ words: String, _ pool: PostgresPool) async throws -> String {
        let body = try await pool.query(
            """
            SELECT replace(regexp_replace(pg_get_function_sqlbody(to_regproc(\(function))), '^BEGIN ATOMIC|;[[:space:]]*END$', '', 'g'),
                split_part(\(function), '.', 2) || '.words', quote_literal(\(words)))
            """
        )
        guard let row = Array(body).first else { return "" }
        let statement = try row.decode(0, as: String.self)
        let texts = ["RESET ROLE", "EXPLAIN (COSTS OFF) \(statement)", "SET ROLE docket_reader"]
        let results = try await pool.pipeline(texts.map { BoundStatement(statement: PreparedStatement(text: $0)) })
        return try Rows(results[1]).map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
    }

    @Test(
        "An index finds words of one character and of more, and similar texts",
        arguments: [
            ("app.mentioning", "法"), ("app.mentioning", "工资"), ("app.mentioning", "拖欠工资 平定"),
            ("app.resembling", "拖欠工资报酬"),
        ]
    )
    func usesIndex(_ function: String, _ words: String) async throws {
        try await SharedDatabase.search.withReads { reads in
            let plan = try await plan(of: function, words, reads.pool)
            #expect(plan.contains("Bitmap Index Scan on letter_search"), "\(plan)")
        }
    }

    @Test("An index finds a prefix under row security")
    func prefixUsesIndex() async throws {
        try await SharedDatabase.search.withReads { reads in
            let plan = try await reads.pool.query(
                "EXPLAIN (COSTS OFF) SELECT id FROM app.letter t WHERE t.letter_no ^@ 'N123'"
            )
            let text = try plan.map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
            #expect(
                text.contains("Index Cond: ((letter_no ~>=~ 'N123'::text) AND (letter_no ~<~ 'N124'::text))"),
                "\(text)"
            )
        }
    }
}
