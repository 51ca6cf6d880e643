import Foundation

/// Where a server is: `https://host:port/graphql`.
struct ServerAddress: Sendable {
    let url: String
    let host: String
    let port: Int

    init(_ text: String) throws {
        let parts = URLComponents(string: text)
        if parts?.scheme?.lowercased() == "http" {
            throw CommandFailure(
                "Docket speaks HTTPS, and a token must not travel in clear: give --url as https://…, not \"\(text)\"."
            )
        }
        // The brackets of an IPv6 address belong to the URL only.
        let host = parts?.host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]")) ?? ""
        guard let parts, parts.scheme?.lowercased() == "https", !host.isEmpty else {
            throw CommandFailure(
                "The server's address is such as https://localhost:8443/graphql, not \"\(text)\" (--url or DOCKET_URL)."
            )
        }
        url = text
        self.host = host
        port = parts.port ?? 443
    }

    /// `host:port`, as messages name the server.
    var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
