import GraphQLExecution
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPServer

@Suite("Who may ask, before it is parsed", .timeLimit(.minutes(1)))
struct AdmissionTests {
    /// The body is no JSON: only who may ask learns that.
    @Test("A token that is not valid is told so before the body or the URL is looked at")
    func beforeParsing() async throws {
        let wire = try await HTTPWire()
        for body in ["{", "[[[[", "\u{FEFF}", ""] {
            let head = "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
            let length = "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            try await wire.send(head + "Authorization: Bearer bad\r\n" + length)
            let refused = try await wire.receive()
            #expect(refused.status == 401)
            #expect(refused.code == "UNAUTHENTICATED")
            #expect(refused.headers["www-authenticate"] == "Bearer")
            try await wire.send(head + "Authorization: Bearer good\r\n" + length)
            #expect(try await wire.receive().status == 400)
        }
        try await wire.send("GET /graphql?variables=%zz HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer bad\r\n\r\n")
        #expect(try await wire.receive().status == 401)
        #expect(wire.endpoint.calls.isEmpty)
    }

    @Test("Token after token that is not valid is slowed down, in either format; a known one goes on")
    func slowedDown() async throws {
        let wire = try await HTTPWire {
            $0.failureBurst = 5
            $0.failuresPerMinute = 1
        }
        for index in 0..<5 {
            try await wire.post("a", headers: "Authorization: Bearer bad\(index)\r\n")
            #expect(try await wire.receive().status == 401)
        }
        for accept in ["application/json", "application/graphql-response+json"] {
            try await wire.post("a", headers: "Authorization: Bearer bad9\r\nAccept: \(accept)\r\n")
            let refused = try await wire.receive()
            #expect(refused.status == 429)
            #expect(refused.code == "RATE_LIMITED")
            let seconds = try #require(refused.headers["retry-after"].flatMap { Int($0) })
            #expect(1...60 ~= seconds)
            #expect(refused.body.contains("\(seconds)秒"))
            #expect(refused.headers["content-type"]?.hasPrefix(accept) == true)
        }
        #expect(wire.endpoint.lookUps == 5)
        try await wire.post("b", headers: "Authorization: Bearer known\r\n")
        #expect(try await wire.receive().status == 200)
        // No token is no guess.
        try await wire.post("c")
        #expect(try await wire.receive().status == 200)
        try await wire.send("GET /health/live HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer bad\r\n\r\n")
        #expect(try await wire.receive().status == 200)
    }

    @Test("Failures are forgiven with time, for each address alone, and memory is bounded")
    func bucket() {
        let limiter = FailureLimiter(burst: 3, perMinute: 120)
        let start = ContinuousClock.now
        #expect(limiter.wait("a", at: start) == nil)
        #expect([1, 2, 3, 4].map { _ in limiter.fail("a", at: start) } == [false, false, true, true])
        #expect(limiter.wait("a", at: start) == 1)
        #expect(limiter.wait("b", at: start) == nil)
        #expect(limiter.wait("a", at: start + .milliseconds(400)) == 1)
        #expect(limiter.wait("a", at: start + .milliseconds(600)) == nil)
        // Never more than the burst.
        let later = start + .seconds(3600)
        #expect([1, 2, 3].map { _ in limiter.fail("a", at: later) } == [false, false, true])
        for index in 0..<20_000 { _ = limiter.fail("10.0.\(index / 256).\(index % 256)", at: later) }
        #expect(limiter.addressCount <= 8192)
    }

    @Test(
        "Addresses are counted by what one subscriber has",
        arguments: [
            ("10.0.0.1", "10.0.0.1"), ("2001:db8:1:2:3:4:5:6", "2001:0db8:1:2:ffff::1"), ("fe80::1%eth0", "fe80::2"),
            ("::ffff:10.0.0.1", "10.0.0.1"),
        ]
    )
    func addressKeys(_ one: String, _ other: String) { #expect(PeerAddress.key(one) == PeerAddress.key(other)) }

    @Test(
        "Different subscribers are counted apart",
        arguments: [
            ("10.0.0.1", "10.0.0.2"), ("2001:db8:1:2::1", "2001:db8:1:3::1"), ("unknown", "10.0.0.1"),
        ]
    )
    func otherAddressKeys(_ one: String, _ other: String) { #expect(PeerAddress.key(one) != PeerAddress.key(other)) }

    @Test("Events by the thousand make few lines, which say how many there were")
    func tally() {
        let tally = EventTally()
        let start = ContinuousClock.now
        #expect(tally.count(at: start) == 1)
        #expect((0..<1000).allSatisfy { _ in tally.count(at: start + .seconds(9)) == nil })
        #expect(tally.count(at: start + .seconds(10)) == 1001)
        #expect(tally.count(at: start + .seconds(11)) == nil)
    }

    @Test("Connections are counted in all and by address, and forgotten at their end")
    func connections() {
        let counter = ConnectionCounter(maxCount: 3, maxCountPerAddress: 2)
        #expect(["a", "a", "a", "b", "b"].map { counter.enter($0) } == [true, true, false, true, false])
        counter.leave("a")
        #expect(counter.enter("b"))
        #expect(!counter.enter("c"))
    }

    /// Each body is within its own limit.
    @Test("Bodies under way are limited together, and give back what they took, answered or broken off")
    func bodyBudget() async throws {
        let budget = BodyBudget(byteCount: 100_000)
        let head =
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n"
        let half = String(repeating: " ", count: 69_987)
        let json = #"{"query":"a"}"#
        for isBrokenOff in [false, true] {
            let first = try await HTTPWire(budget: budget)
            try await first.send(head + half)
            let second = try await HTTPWire(budget: budget)
            try await second.send(head + half)
            let refused = try await second.receive()
            #expect(refused.status == 503)
            #expect(refused.code == "SERVER_BUSY")
            #expect(refused.headers["retry-after"] == "1")
            #expect(refused.headers["connection"] == "close")
            // Small ones go on.
            let small = try await HTTPWire(budget: budget)
            try await small.post("small")
            #expect(try await small.receive().status == 200)
            if isBrokenOff {
                try await first.channel.close()
            } else {
                try await first.send(json)
                #expect(try await first.receive().status == 200)
            }
            let third = try await HTTPWire(budget: budget)
            try await third.send(head + half + json)
            #expect(try await third.receive().status == 200)
        }
    }

    @Test("The schema's bytes are shared by its answers")
    func sharedSchema() async {
        let caller = EndpointCaller(
            endpoint: EchoEndpoint(),
            failures: FailureLimiter(burst: 1, perMinute: 1),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let request = IncomingRequest(operation: .schema, bearerToken: nil, expectsContinue: false)
        let origin = RequestOrigin(requestID: "r", bearerToken: nil, remoteAddress: "a", allowsMutation: false)
        let answers = [
            await caller.answer(request, body: ByteBuffer(), from: origin),
            await caller.answer(request, body: ByteBuffer(), from: origin),
        ]
        let places = answers.map { answer in answer.sharedBody?.withUnsafeReadableBytes { $0.baseAddress } }
        #expect(places[0] != nil)
        #expect(places[0] == places[1])
        #expect(answers[0].byteCount == EchoEndpoint().publishedSchema.utf8.count)
    }
}
