import CommandTesting
import DocketTesting
import GraphQLExecution
import GraphQLLanguage
import PluginKit

/// The real `curl` against a court's server, trusting only its authority.
struct Curl {
    /// What curl got; `json` is null for a body of another kind.
    struct Answer {
        let status: Int
        let contentType: String
        let body: String

        var json: JSONValue { (try? JSONReader.read(Array(body.utf8))) ?? .null }
    }

    let court: TestCourt

    /// Sends a request to a path of the server.
    func send(
        _ path: String = "/graphql",
        _ arguments: [String] = [],
        bearing token: String? = nil,
        body: [UInt8]? = nil
    ) async throws -> Answer {
        var all = ["-sS", "--max-time", "60", "--cacert", court.caCertificate, "-w", "\n%{http_code}\n%{content_type}"]
        if let token { all += ["-H", "Authorization: Bearer \(token)"] }
        if body != nil { all += ["-H", "Content-Type: application/json", "--data-binary", "@-"] }
        let url = court.url.replacing("/graphql", with: path)
        let result = try await Command.run("curl", all + arguments + [url], input: body ?? [])
        guard result.status == 0 else {
            throw Failed(description: "curl ended with \(result.status): \(result.errors)")
        }
        let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
        return Answer(
            status: Int(lines[lines.count - 2]) ?? 0,
            contentType: String(lines[lines.count - 1]),
            body: lines.dropLast(2).joined(separator: "\n")
        )
    }

    /// Sends an operation as the court's clerk.
    func post(_ document: String, variables: JSONValue = [:], _ arguments: [String] = []) async throws -> Answer {
        var json = JSONWriter()
        json.append(["query": .string(document), "variables": variables])
        return try await send("/graphql", arguments, bearing: court.tokens[.clerk], body: json.bytes)
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }
}
