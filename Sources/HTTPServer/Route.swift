import NIOHTTP1

/// The paths that are served; each raw value is its path.
enum Route: String {
    case graphQL = "/graphql"
    case live = "/health/live"
    case ready = "/health/ready"
    case metrics = "/metrics"
    case schema = "/schema.graphql"

    /// Finds the path of a request target and its query.
    static func find(_ target: String) -> (route: Route?, query: Substring) {
        let rest = origin(of: target)
        guard let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return (Route(rawValue: String(rest)), "")
        }
        return (Route(rawValue: String(rest[..<mark])), rest[mark...].dropFirst())
    }

    /// Path and query of a request target in origin form or absolute form (RFC 9112 §3.2).
    static func origin(of target: String) -> Substring {
        var rest = target[...]
        for scheme in ["https://", "http://"] where rest.first != "/" && rest.lowercased().hasPrefix(scheme) {
            let authority = rest.dropFirst(scheme.count)
            rest = authority[(authority.firstIndex { $0 == "/" || $0 == "?" } ?? authority.endIndex)...]
        }
        return rest
    }

    /// The methods served, as `Allow` lists them.
    func allow(isHardened: Bool) -> String {
        switch self {
        case .graphQL: isHardened ? "POST" : "GET, HEAD, POST"
        case .live, .ready, .metrics, .schema: "GET, HEAD"
        }
    }

    func isAllowed(_ method: HTTPMethod, isHardened: Bool) -> Bool {
        switch method {
        case .POST: self == .graphQL
        case .GET, .HEAD: self != .graphQL || !isHardened
        default: false
        }
    }
}
