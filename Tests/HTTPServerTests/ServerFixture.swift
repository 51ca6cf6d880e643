import CommandTesting
import Logging
import NIOOpenSSL
import Testing

@testable import HTTPServer

/// A server that listens, and curl to talk to it.
struct ServerFixture {
    let server: HTTPServer
    let endpoint: EchoEndpoint
    let port: Int

    /// Runs a test against a server of its own.
    static func run(
        endpoint: EchoEndpoint = EchoEndpoint(),
        streams: [any StreamEndpoint] = [],
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ change: (inout HTTPServerConfiguration) -> Void = { _ in },
        test: (ServerFixture) async throws -> Void
    ) async throws {
        var configuration = try HTTPServerConfiguration.testing()
        change(&configuration)
        let server = HTTPServer(configuration, endpoint: endpoint, streams: streams, logger: logger)
        try await server.start()
        do {
            let port = try #require(server.boundPort)
            try await test(ServerFixture(server: server, endpoint: endpoint, port: port))
            await server.shutdown(within: .milliseconds(100))
        } catch {
            await server.shutdown(within: .zero)
            throw error
        }
    }

    /// curl's arguments that are always the same.
    func arguments(_ path: String, _ more: [String]) throws -> [String] {
        let authority = try TestCertificate.shared.get().certificate.caCertificate
        return ["-sS", "-i", "-m", "30", "--cacert", authority, "https://127.0.0.1:\(port)\(path)"] + more
    }

    /// One request; fails if curl fails.
    func curl(_ path: String, _ more: [String] = [], input: [UInt8] = []) async throws -> RawResponse {
        let result = try await Command.run("curl", arguments(path, more), input: input)
        try #require(result.status == 0, "curl: \(result.errors)")
        var text = result.text[...]
        while let (response, rest) = RawResponse.first(in: text, isHead: more.contains("-I")) {
            if response.status != 100 { return response }
            text = rest
        }
        throw IncompleteResponse(text: result.text)
    }

    /// A POST of JSON.
    func post(bytes body: [UInt8], _ more: [String] = []) async throws -> RawResponse {
        let json = ["-H", "Content-Type: application/json", "--data-binary", "@-"]
        return try await curl("/graphql", json + more, input: body)
    }

    func post(_ body: String, _ more: [String] = []) async throws -> RawResponse {
        try await post(bytes: Array(body.utf8), more)
    }
}

struct IncompleteResponse: Error {
    let text: String
}
