import CourtFormats
import PluginKit
import Testing

@Suite("What batch resolvers answer")
struct ResolverShapeTests {
    @Test("Leaves of every kind")
    func leaves() async throws {
        try await Desk.open { desk in
            let date = try #require(CalendarDate(iso: "2018-04-05"))
            let answer = try await desk.ask(
                "{ letter(id: 1) { rank ratio state ref on at flags word } }",
                BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) in keys.map { Int($0) + 1 } },
                BatchResolver(type: "Letter", field: "ratio") { (keys: [Int], _) in keys.map { Double($0) / 4 } },
                BatchResolver(type: "Letter", field: "state") { (keys: [EntityID], _) in keys.map { _ in "CLOSED" } },
                BatchResolver(type: "Letter", field: "ref") { (keys: [Int64], _) in keys.map { $0 } },
                BatchResolver(type: "Letter", field: "on") { (keys: [Int64], _) in keys.map { _ in date } },
                BatchResolver(type: "Letter", field: "at") { (keys: [Int64], _) in
                    keys.map { _ in Timestamp(microsecondsSinceEpoch: 0) }
                },
                BatchResolver(type: "Letter", field: "flags") { (keys: [Int64], _) in
                    keys.map { _ in [true, nil, false] }
                }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"letter":{"rank":2,"ratio":0.25,"state":"CLOSED","ref":"1","on":"2018-04-05",\
                    "at":"1970-01-01T00:00:00Z","flags":[true,null,false],"word":null}}}
                    """
            )
        }
    }

    @Test("Lists of lists, of leaves and of rows")
    func listsOfLists() async throws {
        try await Desk.open { desk in
            let json = try await desk.json(
                "{ letters(first: 2) { grid relatedGrid { id } } }",
                BatchResolver(type: "Letter", field: "grid") { (keys: [Int], _) in keys.map { [[$0], [], [$0, 7]] } },
                BatchResolver(type: "Letter", field: "relatedGrid") { (keys: [Int64], _) -> [Int64: [[Int64]]] in
                    [1: [[3, 4], [], [99, 1]]]
                }
            )
            #expect(
                json == """
                    {"data":{"letters":[{"grid":[[1],[],[1,7]],"relatedGrid":[[{"id":"3"},{"id":"4"}],[],[{"id":"1"}]]},\
                    {"grid":[[2],[],[2,7]],"relatedGrid":null}]}}
                    """
            )
        }
    }

    @Test("Keys of rows: a number, a text, several columns; a missing row is null")
    func keys() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letters { id twin { subject } court { name } page { text } } }",
                BatchResolver(type: "Letter", field: "twin") { (keys: [Int64], _) in [1: 4, 2: 99] as [Int64: Int64] },
                BatchResolver(type: "Letter", field: "court") { (keys: [String], _) in keys },
                BatchResolver(type: "Letter", field: "page") { (keys: [Int64], _) in
                    keys.map { ResolverValue.row($0, 1) }
                }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"letters":[\
                    {"id":"1","twin":{"subject":"L4"},"court":{"name":"阳泉中院"},"page":{"text":"p11"}},\
                    {"id":"2","twin":null,"court":{"name":"阳泉中院"},"page":{"text":"p21"}},\
                    {"id":"3","twin":null,"court":{"name":"平定法院"},"page":null},\
                    {"id":"4","twin":null,"court":{"name":"平定法院"},"page":null}]}}
                    """
            )
        }
    }

    @Test(
        "Lists of keys keep their order and repetitions; a row that is not there is left out, or null where it may be"
    )
    func listsOfKeys() async throws {
        try await Desk.open { desk in
            let json = try await desk.json(
                "{ letters(first: 2) { related { id next { id } } relatedOrNot { id } } }",
                BatchResolver(type: "Letter", field: "related") { (keys: [Int64], _) in
                    keys.map { $0 == 1 ? [4, 99, 2, 4] : [] as [Int64] }
                },
                BatchResolver(type: "Letter", field: "relatedOrNot") { (keys: [Int64], _) in
                    keys.map { _ in [99, 3, nil] as [Int64?] }
                }
            )
            #expect(
                json == """
                    {"data":{"letters":[{"related":[{"id":"4","next":null},{"id":"2","next":{"id":"3"}},{"id":"4","next":null}],\
                    "relatedOrNot":[null,{"id":"3"},null]},{"related":[],"relatedOrNot":[null,{"id":"3"},null]}]}}
                    """
            )
        }
    }

    @Test("A null among keys that must be there is an error, unlike a row that is not")
    func nullKey() async throws {
        try await Desk.open { desk in
            let json = try await desk.json(
                "{ letters(first: 1) { relatedGrid { id } } }",
                BatchResolver(type: "Letter", field: "relatedGrid") { (keys: [Int64], _) in
                    keys.map { _ in [[99, nil, 2]] as [[Int64?]] }
                }
            )
            #expect(
                json == """
                    {"errors":[{"message":"Cannot return null for non-nullable field Letter.relatedGrid.",\
                    "locations":[{"line":1,"column":23}],"path":["letters",0,"relatedGrid",0,0]}],\
                    "data":{"letters":[{"relatedGrid":null}]}}
                    """
            )
        }
    }

    @Test("Objects without a table: leaves, rows, lists of both and of objects in one another")
    func objects() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                """
                { letters(first: 2) {
                    summary { __typename total again: total label latest { id subject }
                      letters { id } parts { name letter { id } inner { name inner { name } } } secret }
                    parts { name }
                } }
                """,
                BatchResolver(type: "Letter", field: "summary") { (keys: [Int64], _) in
                    keys.map { key -> ResolverValue in
                        guard key == 1 else { return .null }
                        return .object([
                            "total": 3, "latest": Int64(3), "letters": [Int64(2), 1, 98],
                            "parts": [
                                ResolverValue.object([
                                    "name": "a", "letter": Int64(4),
                                    "inner": [ResolverValue.object(["name": "b", "inner": [] as [ResolverValue]])],
                                ]),
                                .object(["name": "c"]),
                            ],
                        ])
                    }
                },
                BatchResolver(type: "Letter", field: "parts") { (keys: [Int64], _) in
                    keys.map { key in (0..<key).map { ResolverValue.object(["name": "n\($0)"]) } }
                }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"errors":[{"message":"无权限","locations":[{"line":3,"column":81}],"path":["letters",0,"summary","secret"],\
                    "extensions":{"code":"FORBIDDEN"}}],"data":{"letters":[{"summary":{"__typename":"Summary","total":3,"again":3,\
                    "label":null,"latest":{"id":"3","subject":"L3"},"letters":[{"id":"2"},{"id":"1"}],"parts":[{"name":"a",\
                    "letter":{"id":"4"},"inner":[{"name":"b","inner":[]}]},{"name":"c","letter":null,"inner":null}],"secret":null},\
                    "parts":[{"name":"n0"}]},{"summary":null,"parts":[{"name":"n0"},{"name":"n1"}]}]}}
                    """
            )
        }
    }

    @Test("Fields of Query: a leaf, rows, an object")
    func queries() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ now oldest { id before { id } } report { total letters { id } } }",
                BatchResolver(query: "now") { context in context.clock.today },
                BatchResolver(query: "oldest") { _ in [Int64(2), 77, 1] },
                BatchResolver(query: "report") { _ in ResolverValue.object(["total": 2, "letters": [Int64(3)]]) }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"now":"2018-06-29","oldest":[{"id":"2","before":[{"id":"1"}]},{"id":"1","before":[]}],\
                    "report":{"total":2,"letters":[{"id":"3"}]}}}
                    """
            )
        }
    }

    @Test("Key columns of every kind are read")
    func keyColumns() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letter(id: 1) { everything typed dated } }",
                BatchResolver(type: "Letter", field: "everything") { (keys: [(String, Int64?, Bool)], _) in
                    keys.map { "\($0.0) \($0.1 ?? 0) \($0.2)" }
                },
                BatchResolver(type: "Letter", field: "typed") { (keys: [([String], String)], _) in
                    keys.map { "\($0.0.joined()) \($0.1)" }
                },
                BatchResolver(type: "Letter", field: "dated") { (keys: [(CalendarDate, Timestamp, Double)], _) in
                    keys.map { "\($0.0.iso) \($0.1.microsecondsSinceEpoch) \($0.2)" }
                }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"letter":{"everything":"OPEN 2 true","typed":"ab 0000000a-0000-0000-0000-00000000000f",\
                    "dated":"2018-03-01 1519870500000000 0.5"}}}
                    """
            )
        }
    }
}
