import PluginKit
import Postgres
import Testing

@Suite("What goes wrong in batch resolvers")
struct ResolverFailureTests {
    @Test("One key's refusal is an error at its own path; the others have their values")
    func oneKey() async throws {
        try await Desk.open { desk in
            let refusal = DomainError(.notFound, "不存在", details: [.init("line", .integer(2))])
            let json = try await desk.json(
                "{ letters(first: 3) { rank twin { id } } }",
                BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) -> [Result<Int, DomainError>] in
                    keys.map { $0 == 2 ? .failure(refusal) : .success(Int($0)) }
                },
                BatchResolver(type: "Letter", field: "twin") {
                    (keys: [Int64], _) -> [Int64: Result<Int64, DomainError>] in
                    [1: .success(4), 3: .failure(refusal)]
                }
            )
            #expect(
                json == """
                    {"errors":[{"message":"不存在","locations":[{"line":1,"column":23}],"path":["letters",1,"rank"],\
                    "extensions":{"code":"NOT_FOUND","line":2}},\
                    {"message":"不存在","locations":[{"line":1,"column":28}],"path":["letters",2,"twin"],\
                    "extensions":{"code":"NOT_FOUND","line":2}}],\
                    "data":{"letters":[{"rank":1,"twin":{"id":"4"}},{"rank":null,"twin":null},{"rank":3,"twin":null}]}}
                    """
            )
        }
    }

    @Test("A refusal within a list or an object stands at its place, and propagates where null may not be")
    func within() async throws {
        try await Desk.open { desk in
            let refusal = ResolverValue.failure(DomainError(.notFound, "不存在"))
            let json = try await desk.json(
                "{ letter(id: 1) { related { id } summary { total label letters { id } } flags } }",
                BatchResolver(type: "Letter", field: "summary") { (keys: [Int64], _) in
                    keys.map { _ in
                        ResolverValue.object([
                            "total": 1, "label": refusal, "letters": [.key(1), refusal] as [ResolverValue],
                        ])
                    }
                },
                BatchResolver(type: "Letter", field: "related") { (keys: [Int64], _) in keys.map { _ in [] as [Int64] }
                }
            )
            #expect(json.contains(#""path":["letter","summary","label"]"#), "\(json)")
            #expect(json.contains(#""path":["letter","summary","letters",1]"#), "\(json)")
        }
    }

    @Test("What a resolver throws fails its field for every row, and nothing else")
    func thrown() async throws {
        try await Desk.open { desk in
            struct Broken: Error {}
            let answer = try await desk.ask(
                "{ letters(first: 2) { id rank ratio } }",
                BatchResolver(type: "Letter", field: "rank") { (_: [Int64], _) -> [Int] in throw Broken() },
                BatchResolver(type: "Letter", field: "ratio") { (_: [Int64], _) -> [Double] in
                    throw DomainError(.forbidden, "无权限")
                }
            )
            #expect(answer.log == ["Letter.rank: Broken()"])
            #expect(answer.json.contains(#""data":{"letters":[{"id":"1","rank":null,"ratio":null},{"id":"2","#))
            #expect(answer.json.contains(#"{"message":"Internal server error","#))
            #expect(answer.json.contains(#""path":["letters",1,"ratio"],"extensions":{"code":"FORBIDDEN"}"#))
        }
    }

    @Test("A wrong number of answers is an internal error of the field")
    func count() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letters(first: 2) { id rank } }",
                BatchResolver(type: "Letter", field: "rank") { (_: [Int64], _) in [1, 2, 3] }
            )
            #expect(answer.log == ["Letter.rank: the resolver answered 3 values for 2 keys"])
            #expect(answer.json.contains(#""data":{"letters":[{"id":"1","rank":null},{"id":"2","rank":null}]}"#))
        }
    }

    /// A field, what its resolver answers, and what the log says of it.
    struct Misfit: Sendable, CustomTestStringConvertible {
        let selection: String
        let value: ResolverValue
        let log: String

        var testDescription: String { log }
    }

    static let misfits = [
        Misfit(selection: "rank", value: .text("1"), log: "Letter.rank: the resolver answered a text for Int"),
        Misfit(
            selection: "rank",
            value: .integer(1 << 40),
            log: "Letter.rank: Int cannot represent a non 32-bit integer"
        ),
        Misfit(
            selection: "state",
            value: .text("LOST"),
            log: "Letter.state: the resolver answered a text that is no value of LetterState"
        ),
        Misfit(selection: "on", value: .list([]), log: "Letter.on: the resolver answered a list for Date"),
        Misfit(
            selection: "word",
            value: .object([.init("a", .null)]),
            log: "Letter.word: the resolver answered an object for String"
        ),
        Misfit(
            selection: "parts { name }",
            value: .object([.init("name", .text("a"))]),
            log: "Letter.parts: the resolver answered an object, not a list"
        ),
        Misfit(
            selection: "summary { total }",
            value: .key(1),
            log: "Letter.summary: the resolver answered a key, not an object"
        ),
        Misfit(
            selection: "summary { total }",
            value: .object([.init("totl", .integer(1))]),
            log: "Letter.summary: there is no field \"totl\""
        ),
        Misfit(
            selection: "summary { total label }",
            value: .object([.init("total", .integer(1)), .init("label", .boolean(true))]),
            log: "Summary.label: the resolver answered a boolean for String"
        ),
        Misfit(selection: "twin { id }", value: .text("x"), log: "Letter.twin: a text is no key of type bigint"),
        Misfit(
            selection: "page { text }",
            value: .key(1),
            log: "Letter.page: the resolver answered a key for a row with 2 key columns"
        ),
    ]

    @Test("An answer that the field cannot have is an internal error there", arguments: misfits)
    func misfit(_ misfit: Misfit) async throws {
        try await Desk.open { desk in
            let field = String(misfit.selection.prefix { $0 != " " })
            let answer = try await desk.ask(
                "{ letters(first: 2) { id \(misfit.selection) } }",
                BatchResolver(type: "Letter", field: field) { (keys: [Int64], _) in keys.map { _ in misfit.value } }
            )
            #expect(answer.log.first == misfit.log)
            #expect(answer.json.contains("Internal server error"))
            #expect(answer.json.contains(#"{"letters":[{"id":"1","#))
        }
    }

    @Test("A list longer than its field allows is an error in its place")
    func tooLong() async throws {
        try await Desk.open { desk in
            let json = try await desk.json(
                "{ letters(first: 2) { few { id } } }",
                BatchResolver(type: "Letter", field: "few") { (keys: [Int64], _) in
                    keys.map { Array(repeating: $0, count: $0 == 1 ? 2 : 3) }
                }
            )
            #expect(
                json == """
                    {"errors":[{"message":"列表过长：Letter.few 超过 2 行","locations":[{"line":1,"column":23}],\
                    "path":["letters",1,"few"],"extensions":{"code":"LIST_TOO_LONG","field":"Letter.few","limit":2}}],\
                    "data":{"letters":[{"few":[{"id":"1"},{"id":"1"}]},{"few":null}]}}
                    """
            )
        }
    }

    @Test("A key that the resolver's type cannot hold is said in the log")
    func wrongKeyType() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letter(id: 1) { court { name } } }",
                BatchResolver(type: "Letter", field: "court") { (keys: [Int64], _) in keys }
            )
            #expect(answer.log == ["Letter.court: a key column is a text, not the resolver's Int64"])
        }
    }

    @Test("A resolver that reads without saying so is told how to say it")
    func undeclaredRead() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letter(id: 1) { rank } }",
                BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], context) in
                    try await context.query("SELECT 1").map { _ in 1 }
                }
            )
            #expect(
                answer.log == [
                    "Letter.rank: the resolver reads the database without saying so: BatchResolver(…, reads: true)"
                ]
            )
        }
    }

    @Test("A resolver's failed statement fails the level: nothing can be read in its snapshot any more")
    func failedStatement() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ letter(id: 1) { rank } }",
                BatchResolver(type: "Letter", field: "rank", reads: true) { (keys: [Int64], context) in
                    try await context.query("SELECT 1 / 0 AS n").map { try $0.decode("n", as: Int.self) }
                }
            )
            #expect(answer.json.contains(#""data":{"letter":null}"#), "\(answer.json)")
            #expect(answer.log.count == 1)
            let after = try await desk.json("{ letter(id: 1) { id } }")
            #expect(after == #"{"data":{"letter":{"id":"1"}}}"#)
        }
    }
}
