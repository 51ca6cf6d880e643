import CommandTesting
import GraphQLExecution
import GraphQLLanguage
import Logging
import NIOOpenSSL
import Synchronization
import Testing

@testable import HTTPServer

@Suite("The server, as curl sees it", .timeLimit(.minutes(2)))
struct HTTPServerTests {
    private let acceptGraphQL = ["-H", "Accept: application/graphql-response+json"]

    // MARK: GraphQL

    @Test("A POST is answered, over either version of TLS", arguments: ["1.2", "1.3"])
    func post(_ version: String) async throws {
        try await ServerFixture.run { fixture in
            let response = try await fixture.post(
                #"{"query":"{ hello }","variables":{"n":1}}"#,
                ["--tls-max", version]
            )
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "application/json; charset=utf-8")
            #expect(response.headers["cache-control"] == "no-store")
            #expect(response.headers["x-content-type-options"] == "nosniff")
            #expect(response.headers["date"]?.hasSuffix(" GMT") == true)
            #expect(response.body == #"{"data":{"echo":"{ hello }"}}"#)
            #expect(fixture.endpoint.calls.first?.request.variables?["n"] == .integer(1))
        }
    }

    @Test("A GET takes its parameters from the URL")
    func get() async throws {
        try await ServerFixture.run { fixture in
            let response = try await fixture.curl(
                "/graphql",
                ["-G", "--data-urlencode", "query={ 信访 }", "--data-urlencode", #"variables={"n":1}"#] + acceptGraphQL
            )
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "application/graphql-response+json; charset=utf-8")
            #expect(response.body == #"{"data":{"echo":"{ 信访 }"}}"#)
            #expect(fixture.endpoint.calls.first?.request.variables?["n"] == .integer(1))
        }
    }

    @Test("A mutation over GET is 405, and no credentials are 401")
    func refusedByEndpoint() async throws {
        try await ServerFixture.run { fixture in
            let mutation = try await fixture.curl("/graphql?query=mutation%20M")
            #expect(mutation.status == 405)
            #expect(mutation.headers["allow"] == "POST")
            #expect(mutation.code == "METHOD_NOT_ALLOWED")
            let secret = try await fixture.post(#"{"query":"secret"}"#)
            #expect(secret.status == 401)
            #expect(secret.headers["www-authenticate"] == "Bearer")
            #expect(secret.code == "UNAUTHENTICATED")
            let known = try await fixture.post(#"{"query":"secret"}"#, ["-H", "Authorization: Bearer t"])
            #expect(known.status == 200)
        }
    }

    @Test("A request error is 200 in application/json, 400 in graphql-response+json")
    func requestError() async throws {
        try await ServerFixture.run { fixture in
            #expect(try await fixture.post(#"{"query":"invalid"}"#).status == 200)
            let response = try await fixture.post(#"{"query":"invalid"}"#, acceptGraphQL)
            #expect(response.status == 400)
            #expect(response.code == "GRAPHQL_PARSE_FAILED")
        }
    }

    @Test(
        "A body that is no GraphQL request is 400 in both",
        arguments: [
            "", "{", "[]", "\"query\"", "{}", #"{"query":1}"#, #"{"query":null}"#, #"{"query":"a","variables":[]}"#,
            #"{"query":"a","operationName":1}"#, #"{"query":"a","extensions":"x"}"#, #"[{"query":"a"}]"#,
        ]
    )
    func badBody(_ body: String) async throws {
        try await ServerFixture.run { fixture in
            for more in [[], acceptGraphQL] {
                let response = try await fixture.post(body, more)
                #expect(response.status == 400)
                #expect(response.code == "BAD_REQUEST")
                #expect(
                    response.headers["content-type"]?.hasPrefix(
                        more.isEmpty ? "application/json" : "application/graphql-"
                    ) == true
                )
            }
            #expect(fixture.endpoint.calls.isEmpty)
        }
    }

    @Test("Invalid UTF-8 is 400")
    func invalidUTF8() async throws {
        try await ServerFixture.run { fixture in
            let response = try await fixture.post(
                bytes: Array(#"{"query":""#.utf8) + [0xFF, 0xC0] + Array(#""}"#.utf8)
            )
            #expect(response.status == 400)
            #expect(response.code == "BAD_REQUEST")
        }
    }

    @Test("Media types that are not served are 415 and 406")
    func mediaTypes() async throws {
        try await ServerFixture.run { fixture in
            let form = try await fixture.curl("/graphql", ["-d", "query=a"])
            #expect(form.status == 415)
            #expect(form.code == "UNSUPPORTED_MEDIA_TYPE")
            let html = try await fixture.post(#"{"query":"a"}"#, ["-H", "Accept: text/html"])
            #expect(html.status == 406)
            #expect(html.code == "NOT_ACCEPTABLE")
            #expect(try await fixture.post(#"{"query":"a"}"#, ["-H", "Accept:"]).status == 200)
        }
    }

    // MARK: Sizes

    @Test("A 5 MB body is 413 and the answer arrives, however it is sent")
    func fiveMegabytes() async throws {
        let body = [UInt8](repeating: 0x20, count: 5_000_000)
        try await ServerFixture.run { fixture in
            for more in [
                [], ["-H", "Expect:"], ["-H", "Transfer-Encoding: chunked"],
                ["-H", "Transfer-Encoding: chunked", "-H", "Expect:"],
            ] {
                let response = try await fixture.post(bytes: body, more)
                #expect(response.status == 413)
                #expect(response.code == "PAYLOAD_TOO_LARGE")
                #expect(response.headers["connection"] == "close")
            }
            #expect(try await fixture.post(#"{"query":"a"}"#).status == 200)
        }
    }

    @Test("A body of exactly the limit is read, with 100 Continue and chunked too")
    func exactLimit() async throws {
        let request = Array(#"{"query":"a"}"#.utf8)
        let body = request + [UInt8](repeating: 0x20, count: 1024 * 1024 - request.count)
        try await ServerFixture.run { fixture in
            for more in [[], ["-H", "Expect: 100-continue"], ["-H", "Transfer-Encoding: chunked"]] {
                let response = try await fixture.post(bytes: body, more)
                #expect(response.body == #"{"data":{"echo":"a"}}"#)
            }
            let response = try await fixture.post(bytes: body + [0x20])
            #expect(response.status == 413)
        }
    }

    @Test("A large answer arrives whole")
    func largeAnswer() async throws {
        try await ServerFixture.run { fixture in
            let response = try await fixture.post(#"{"query":"large"}"#)
            #expect(Array(response.body.utf8) == EchoEndpoint.largeBody)
        }
    }

    // MARK: Other paths

    @Test("Health, metrics and schema are served")
    func otherPaths() async throws {
        try await ServerFixture.run { fixture in
            #expect(try await fixture.curl("/health/live").body == #"{"status":"live"}"#)
            #expect(try await fixture.curl("/health/ready").body == #"{"status":"ready"}"#)
            let metrics = try await fixture.curl("/metrics")
            #expect(metrics.body == "requests_total 1\n")
            #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let schema = try await fixture.curl("/schema.graphql")
            #expect(schema.body == fixture.endpoint.publishedSchema)
            #expect(schema.headers["cache-control"] == nil)
            let head = try await fixture.curl("/schema.graphql", ["-I"])
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == "\(schema.body.utf8.count)")
            let lost = try await fixture.curl("/nothing")
            #expect(lost.status == 404)
            #expect(lost.code == "NOT_FOUND")
            let method = try await fixture.curl("/graphql", ["-X", "DELETE"])
            #expect(method.status == 405)
            #expect(method.headers["allow"] == "GET, HEAD, POST")
        }
    }

    @Test("A server that is not ready says 503, and is alive")
    func notReady() async throws {
        try await ServerFixture.run(endpoint: EchoEndpoint(isAvailable: false)) { fixture in
            let ready = try await fixture.curl("/health/ready")
            #expect(ready.status == 503)
            #expect(ready.code == "NOT_READY")
            #expect(try await fixture.curl("/health/live").status == 200)
        }
    }

    // MARK: Connections

    @Test("One connection serves many requests")
    func reuse() async throws {
        try await ServerFixture.run { fixture in
            let url = "https://127.0.0.1:\(fixture.port)/health/live"
            let result = try await Command.run("curl", fixture.arguments("/health/live", ["-v", url, url]))
            #expect(result.status == 0)
            #expect(result.errors.split(separator: "\n").count { $0.contains("Re-using existing connection") } == 2)
        }
    }

    @Test("Pipelined requests over TLS are answered in order")
    func pipelining() async throws {
        try await ServerFixture.run { fixture in
            let authority = try TestCertificate.shared.get().certificate.caCertificate
            let client = try await Command.run(
                "openssl",
                ["s_client", "-connect", "127.0.0.1:\(fixture.port)", "-CAfile", authority, "-quiet"],
                input: Array(
                    (HTTPWire.post("1") + HTTPWire.post("2") + HTTPWire.post("3", headers: "Connection: close\r\n"))
                        .utf8
                )
            )
            var text = client.text[...]
            var bodies: [String] = []
            while let (response, rest) = RawResponse.first(in: text) {
                bodies.append(response.body)
                text = rest
            }
            #expect(bodies == ["1", "2", "3"].map { #"{"data":{"echo":"\#($0)"}}"# })
        }
    }

    @Test("A killed client cancels its request, and the server serves on")
    func killedClient() async throws {
        try await ServerFixture.run { fixture in
            let client = try Command.Running("curl", fixture.arguments("/graphql?query=wait", []))
            var events = fixture.endpoint.gate.events.makeAsyncIterator()
            #expect(await events.next() == .arrived)
            client.kill()
            #expect(await events.next() == .cancelled)
            _ = try await client.result()
            #expect(try await fixture.curl("/health/live").status == 200)
        }
    }

    @Test(
        "Plain HTTP is told to come by HTTPS, whatever it asks",
        arguments: [
            [], ["-d", "query=a"], ["-X", "DELETE"], ["-H", "Connection: Upgrade", "-H", "Upgrade: websocket"],
        ]
    )
    func plainHTTP(_ more: [String]) async throws {
        try await ServerFixture.run { fixture in
            let url = "http://127.0.0.1:\(fixture.port)/graphql"
            let plain = try await Command.run("curl", ["-sS", "-i", "-m", "10", url] + more)
            #expect(plain.status == 0, "\(plain.errors)")
            let response = try #require(RawResponse.first(in: plain.text[...])?.response)
            #expect(response.status == 400)
            #expect(response.code == "BAD_REQUEST")
            #expect(response.body.contains("https://"))
            #expect(response.headers["connection"] == "close")
            #expect(try await fixture.curl("/health/live").status == 200)
        }
    }

    @Test("Plain HTTP's HEAD gets no body, and a long request its answer")
    func plainHTTPShapes() async throws {
        try await ServerFixture.run { fixture in
            let url = "http://127.0.0.1:\(fixture.port)/health/live"
            let head = try await Command.run("curl", ["-sS", "-I", "-m", "10", url])
            #expect(head.status == 0, "\(head.errors)")
            #expect(head.text.hasPrefix("HTTP/1.1 400 "))
            let long = try await Command.run(
                "curl",
                ["-sS", "-i", "-m", "10", "-H", "Expect:", "--data-binary", "@-", url],
                input: [UInt8](repeating: 0x61, count: 1_000_000)
            )
            #expect(long.text.hasPrefix("HTTP/1.1 400 "), "\(long.errors)")
        }
    }

    @Test("More connections than one address may have are refused, and others go on")
    func connectionLimit() async throws {
        try await ServerFixture.run({ $0.maxConnectionsPerAddress = 2 }) { fixture in
            let first = try Command.Running("curl", fixture.arguments("/graphql?query=wait", []))
            let second = try Command.Running("curl", fixture.arguments("/graphql?query=wait", []))
            var events = fixture.endpoint.gate.events.makeAsyncIterator()
            #expect(await events.next() == .arrived)
            #expect(await events.next() == .arrived)
            let third = try await Command.run("curl", fixture.arguments("/health/live", []))
            #expect(third.status != 0)
            fixture.endpoint.gate.open()
            #expect(try await first.result().status == 0)
            #expect(try await second.result().status == 0)
            #expect(try await fixture.curl("/health/live").status == 200)
        }
    }

    // MARK: Start and end

    @Test("A taken port is said so")
    func portTaken() async throws {
        try await ServerFixture.run { fixture in
            var configuration = try HTTPServerConfiguration.testing()
            configuration.port = fixture.port
            let second = HTTPServer(configuration, endpoint: fixture.endpoint, logger: Logger(label: "test"))
            let error = await #expect(throws: HTTPServerError.self) { try await second.start() }
            #expect(error?.code == .portTaken)
            #expect(error?.message == "Port \(fixture.port) on 127.0.0.1 is taken by another program.")
            #expect(second.boundPort == nil)
        }
    }

    @Test(
        "An address of another machine and an unknown name are said so",
        arguments: ["192.0.2.1", "no-such-host.invalid"]
    )
    func addressUnavailable(_ host: String) async throws {
        var configuration = try HTTPServerConfiguration.testing()
        configuration.host = host
        let server = HTTPServer(configuration, endpoint: EchoEndpoint(), logger: Logger(label: "test"))
        let error = await #expect(throws: HTTPServerError.self) { try await server.start() }
        #expect(error?.code == .addressUnavailable)
    }

    @Test("A server starts once")
    func startsOnce() async throws {
        try await ServerFixture.run { fixture in
            let error = await #expect(throws: HTTPServerError.self) { try await fixture.server.start() }
            #expect(error?.code == .alreadyStarted)
            await fixture.server.shutdown(within: .zero)
            #expect(fixture.server.boundPort == nil)
            await fixture.server.shutdown(within: .zero)
        }
    }

    @Test("A graceful end finishes the request in progress and takes no other")
    func gracefulEnd() async throws {
        try await ServerFixture.run { fixture in
            let client = try Command.Running("curl", fixture.arguments("/graphql?query=wait", []))
            var events = fixture.endpoint.gate.events.makeAsyncIterator()
            #expect(await events.next() == .arrived)
            async let end: Void = fixture.server.shutdown(within: .seconds(30))
            // Not served as soon as the server has stopped listening; a program that was started meanwhile may have
            // inherited the socket, so that the connection is made and never answered.
            var isServed = true
            while isServed {
                let other = try await Command.run("curl", fixture.arguments("/health/live", ["-m", "2"]))
                isServed = other.status == 0
            }
            fixture.endpoint.gate.open()
            await end
            let result = try await client.result()
            let response = try #require(RawResponse.first(in: result.text[...])?.response)
            #expect(response.status == 200)
            #expect(response.headers["connection"] == "close")
            #expect(response.body == #"{"data":{"echo":"wait"}}"#)
        }
    }

    @Test("An end waits only so long, then cancels")
    func hardEnd() async throws {
        try await ServerFixture.run { fixture in
            let client = try Command.Running("curl", fixture.arguments("/graphql?query=wait", []))
            var events = fixture.endpoint.gate.events.makeAsyncIterator()
            #expect(await events.next() == .arrived)
            await fixture.server.shutdown(within: .milliseconds(50))
            #expect(await events.next() == .cancelled)
            #expect(try await client.result().status != 0)
        }
    }

    // MARK: Log

    @Test("The log has ids, paths and statuses, not bodies, tokens or queries")
    func log() async throws {
        let log = LogRecorder()
        try await ServerFixture.run(logger: log.logger()) { fixture in
            _ = try await fixture.post(
                #"{"query":"confidential-body"}"#,
                ["-H", "Authorization: Bearer confidential-token", "-H", "X-Request-ID: trace-1"]
            )
            _ = try await fixture.curl("/graphql?query=confidential-query")
            _ = try await fixture.curl("/confidential-path")
        }
        let text = log.text
        #expect(text.contains("trace-1"))
        #expect(text.contains("/graphql"))
        #expect(text.contains("404"))
        #expect(!text.contains("confidential"))
    }
}

/// Keeps everything that is logged.
private final class LogRecorder: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func logger() -> Logger {
        var logger = Logger(label: "test") { _ in Handler(recorder: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            recorder.lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}
