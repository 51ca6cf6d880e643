import CommandTesting
import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Over HTTPS with curl")
struct HTTPTests {
    static let viewer = "{ viewer { staff { name } court { code } today } }"

    @Test("The curl line that the server prints answers")
    func documentedLine() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try #require(court.tokens[.clerk])
            let line = """
                curl -sS --cacert \(court.caCertificate) \(court.url) -H 'Content-Type: application/json' \
                -H 'Authorization: Bearer \(token)' \
                -d '{"query":"{ batchReconciliation(batchNo: \\"晋高法信转〔2018〕3号\\") { declared items cases duplicates missing } }"}'
                """
            let result = try await Command.run("sh", ["-c", line])
            let answer =
                #"{"data":{"batchReconciliation":{"declared":60,"items":60,"cases":60,"duplicates":0,"missing":0}}}"#
            #expect(result.text == answer, "\(result.errors)")
        }
    }

    @Test("Without a token, or with one that nobody made, the answer is 401 and says how to log in")
    func unauthenticated() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let body = Array(#"{"query":"{ viewer { today } }"}"#.utf8)
            for token in [nil, "docket_unknown", ""] {
                let answer = try await curl.send("/graphql", ["-i"], bearing: token, body: body)
                #expect(answer.status == 401)
                #expect(answer.body.lowercased().contains("www-authenticate: bearer"))
                #expect(answer.body.contains(#""code":"UNAUTHENTICATED""#))
                #expect(!answer.body.contains(#""data""#))
            }
            // Nobody learns without a token what a document would have said.
            let malformed = try await curl.send("/graphql", body: Array(#"{"query":"{"}"#.utf8))
            #expect(malformed.json.codes == ["UNAUTHENTICATED"])
            for body in ["{", "", #"{"query":1}"#] {
                let answer = try await curl.send("/graphql", bearing: "docket_unknown", body: Array(body.utf8))
                #expect(answer.status == 401)
                #expect(answer.json.codes == ["UNAUTHENTICATED"])
            }
        }
    }

    @Test("Token after token that nobody made is slowed down before it is looked up; who is known goes on")
    func tooManyTokens() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            #expect(try await curl.post(Self.viewer).status == 200)
            let result = try await Command.run(
                "curl",
                [
                    "-sS", "--max-time", "60", "--cacert", court.caCertificate, "-o", "/dev/null",
                    "-w", "%{http_code} %header{retry-after}\n", "-H", "Authorization: Bearer docket_nobody",
                    court.url + "?n=[1-300]",
                ]
            )
            let lines = result.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(lines.count == 300)
            #expect(lines.prefix(100).allSatisfy { $0 == ["401"] })
            #expect(lines.contains(["429", "1"]))
            #expect(try await curl.post(Self.viewer).status == 200)
        }
    }

    @Test("An empty operation name counts as absent, by POST as by GET")
    func emptyOperationName() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let token = court.tokens[.clerk]
            let body = Array(#"{"query":"query A { viewer { today } }","operationName":""}"#.utf8)
            let post = try await curl.send("/graphql", bearing: token, body: body)
            let get = try await curl.send(
                "/graphql",
                ["-G", "--data-urlencode", "query=query A { viewer { today } }", "-d", "operationName="],
                bearing: token
            )
            #expect(post.json == ["data": ["viewer": ["today": "2018-06-29"]]], "\(post.body)")
            #expect(get.json == post.json)
        }
    }

    @Test("A byte that is no text is named with its place, and what is expected there")
    func unreadableByte() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let before = Array("{\n  \"query\": \"{ letterByNo(letterNo: \\\"信".utf8)
            // 张 in GBK.
            let body = before + [0xD5, 0xC5] + Array("\\\") }\"}".utf8)
            let answer = try await curl.send("/graphql", bearing: court.tokens[.clerk], body: body)
            #expect(answer.status == 400)
            #expect(
                answer.json[path: "errors.0.message"].text
                    == "The request body is not valid JSON: Invalid UTF-8 in a string: byte 0xD5, expected UTF-8 text at "
                    + "line 2, column 39 (byte 42)."
            )
        }
    }

    @Test("A malformed document is refused with its place")
    func malformedDocument() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let answer = try await curl.post("{ letters {\n  nodes { id }")
            #expect(answer.status == 200)
            #expect(answer.contentType == "application/json; charset=utf-8")
            #expect(answer.json["data"] == nil)
            #expect(answer.json.codes == ["GRAPHQL_PARSE_FAILED"])
            #expect(answer.json[path: "errors.0.message"] == "Syntax Error: Expected Name, found <EOF>.")
            #expect(answer.json[path: "errors.0.locations"] == [["line": 2, "column": 15]])
            let strict = try await curl.post("{", ["-H", "Accept: application/graphql-response+json"])
            #expect(strict.status == 400)
            #expect(strict.contentType == "application/graphql-response+json; charset=utf-8")
        }
    }

    @Test("An unknown field is refused with a suggestion")
    func unknownField() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = try await Curl(court: court).post("{ letters { nodes { leterNo } } }")
            #expect(
                answer.json[path: "errors.0.message"]
                    == #"Cannot query field "leterNo" on type "Letter". Did you mean "letterNo" or "itemNo"?"#
            )
            #expect(answer.json.codes == ["GRAPHQL_VALIDATION_FAILED"])
            #expect(answer.json["data"] == nil)
        }
    }

    @Test("A variable of the wrong type is refused with its name")
    func wrongVariable() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let document = "query($item: Int) { letters(filter: { itemNo: $item }) { totalCount } }"
            let answer = try await curl.post(document, variables: ["item": "sixty"])
            #expect(answer.json.codes == ["BAD_USER_INPUT"])
            let message = try #require(answer.json[path: "errors.0.message"].text)
            #expect(
                message
                    == #"Variable "$item" has invalid value: Int cannot represent non-integer value: "sixty""#
            )
            let list = try await curl.post(document, variables: [1])
            #expect(list.status == 400)
            #expect(list.json.codes == ["BAD_REQUEST"])
        }
    }

    @Test("A body of 5 MB is refused with 413 and a JSON error, whether or not the client asks first")
    func largeBody() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let body = Array(#"{"query":"\#(String(repeating: " ", count: 5_000_000)){ viewer { today } }"}"#.utf8)
            for arguments in [[], ["-H", "Expect:"], ["-H", "Expect:", "-H", "Transfer-Encoding: chunked"]] {
                let answer = try await curl.send("/graphql", arguments, bearing: court.tokens[.clerk], body: body)
                #expect(answer.status == 413)
                #expect(answer.json.codes == ["PAYLOAD_TOO_LARGE"])
            }
        }
    }

    @Test("A document 10,000 levels deep is refused, in selections, values and types alike")
    func deepDocument() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            func nested(_ open: String, _ close: String) -> String {
                String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
            }
            let documents = [
                "{ viewer " + nested("{ court ", "}") + "}", "{ letters(filter: \(nested("[", "]"))) { totalCount } }",
                "{ letters(filter: \(nested("{a:", "}"))) { totalCount } }",
                "query($a: \(nested("[", "]"))) { viewer { today } }",
            ]
            for document in documents {
                let answer = try await curl.post(document)
                #expect(answer.json.codes == ["GRAPHQL_PARSE_FAILED"])
                #expect(answer.json[path: "errors.0.message"].text?.contains("nested too deeply") == true)
            }
            let json = "{\"query\":\"{ viewer { today } }\",\"variables\":\(nested("[", "]"))}"
            let answer = try await curl.send("/graphql", bearing: court.tokens[.clerk], body: Array(json.utf8))
            #expect(answer.status == 400)
            #expect(answer.json.codes == ["BAD_REQUEST"])
            #expect(try await curl.send("/health/live").status == 200)
        }
    }

    @Test("A body that is no UTF-8, no JSON, empty or of another type is refused")
    func brokenBody() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let token = court.tokens[.clerk]
            var invalid = Array(#"{"query":"{ viewer { today } } #"#.utf8)
            invalid += [0xC3, 0x28, 0xFF]
            invalid += Array(#""}"#.utf8)
            // 陈 in GBK.
            let gbk =
                Array(#"{"query":"{ viewer { today } }","variables":{"csv":""#.utf8) + [0xB3, 0xC2]
                + Array(#""}}"#.utf8)
            for body in [
                invalid, gbk, Array("{".utf8), Array("[]".utf8), Array(#"{"query":7}"#.utf8), Array("{}".utf8), [],
            ] {
                let answer = try await curl.send("/graphql", bearing: token, body: body)
                #expect(answer.status == 400, "\(answer.body)")
                #expect(answer.json.codes == ["BAD_REQUEST"], "\(answer.body)")
            }
            let form = try await curl.send("/graphql", ["-d", "query={viewer{today}}"], bearing: token)
            #expect(form.status == 415)
            #expect(form.json.codes == ["UNSUPPORTED_MEDIA_TYPE"])
        }
    }

    @Test("GET answers a query and refuses a mutation")
    func get() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            let token = court.tokens[.clerk]
            let query = try await curl.send(
                "/graphql",
                ["-G", "--data-urlencode", "query={ viewer { today } }"],
                bearing: token
            )
            #expect(query.status == 200)
            #expect(query.json == ["data": ["viewer": ["today": "2018-06-29"]]])
            let document = #"mutation { importCourts(input: { csv: "x" }) { rows } }"#
            let mutation = try await curl.send(
                "/graphql",
                ["-i", "-G", "--data-urlencode", "query=\(document)"],
                bearing: token
            )
            #expect(mutation.status == 405)
            #expect(mutation.body.lowercased().contains("allow: post"))
            #expect(mutation.body.contains(#""code":"METHOD_NOT_ALLOWED""#))
            let delete = try await curl.send("/graphql", ["-X", "DELETE"], bearing: token)
            #expect(delete.status == 405)
            #expect(try await curl.send("/nothing").status == 404)
        }
    }

    @Test("Health, metrics and the published schema are served, and the schema tells nothing of tables")
    func otherPaths() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            #expect(try await curl.send("/health/live").status == 200)
            let ready = try await curl.send("/health/ready")
            #expect(ready.status == 200)
            #expect(ready.json == ["status": "ready"])
            _ = try await curl.post(Self.viewer)
            let metrics = try await curl.send("/metrics")
            #expect(metrics.status == 200)
            #expect(metrics.contentType.hasPrefix("text/plain; version=0.0.4"))
            #expect(metrics.body.contains(#"docket_requests_total{outcome="executed"}"#))
            #expect(metrics.body.contains(#"docket_postgres_connections{pool="reader",state="open"}"#))
            let schema = try await curl.send("/schema.graphql")
            #expect(schema.status == 200)
            #expect(schema.body.contains("\ntype Letter {"))
            for directive in [
                "@table", "@visible", "@column", "@reference", "@children", "@where", "@requires", "@pii",
                "letters.letter",
            ] {
                #expect(!schema.body.contains(directive), "\(directive)")
            }
        }
    }

    @Test("TLS 1.2 and 1.3 are spoken, nothing older, and a stranger's authority is not enough")
    func versions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let curl = Curl(court: court)
            for arguments in [["--tls-max", "1.2"], ["--tlsv1.3"]] {
                let answer = try await curl.post("{ viewer { today } }", arguments)
                #expect(answer.json == ["data": ["viewer": ["today": "2018-06-29"]]])
            }
            await #expect(throws: Curl.Failed.self) { try await curl.send("/health/live", ["--tls-max", "1.1"]) }
            let stranger = try await Command.run(
                "curl",
                ["-sS", court.url.replacing("/graphql", with: "/health/live")]
            )
            #expect(stranger.status == 60, "\(stranger.errors)")
        }
    }

    @Test("Many requests at once over one connection and over many are all answered")
    func manyRequests() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let query = court.url + "?query=%7Bviewer%7Btoday%7D%7D"
            let token = try #require(court.tokens[.clerk])
            let arguments = [
                "-sS", "--cacert", court.caCertificate, "-H", "Authorization: Bearer \(token)", "-w", "\n",
            ]
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        // curl asks for the same address 20 times over a connection that it keeps.
                        try await Command.run("curl", arguments + Array(repeating: query, count: 20)).text
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let expected = #"{"data":{"viewer":{"today":"2018-06-29"}}}"#
            for answer in answers {
                #expect(answer.split(separator: "\n").filter { $0 == expected }.count == 20, "\(answer)")
            }
        }
    }
}
