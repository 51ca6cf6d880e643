/// The two media types of a GraphQL response (GraphQL over HTTP, "Media Types").
enum ResponseFormat: Hashable {
    /// `application/graphql-response+json`: the status code speaks for the GraphQL response.
    case graphQLResponse
    /// `application/json`: a well-formed GraphQL response is 200, whatever it says.
    case json

    var contentType: String {
        switch self {
        case .graphQLResponse: "application/graphql-response+json; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// Chooses by the `Accept` headers; nil if neither type is acceptable.
    ///
    /// The higher quality wins. Between equals the GraphQL type wins if it is named, else (nothing but wildcards, or no
    /// header at all) the older one, which every client understands.
    static func negotiated(accept: [String]) -> ResponseFormat? {
        // What clients send most.
        switch accept.count {
        case 0: return .json
        case 1 where accept[0] == "*/*" || accept[0] == "application/json": return .json
        case 1 where accept[0] == "application/graphql-response+json": return .graphQLResponse
        default: break
        }
        var graphQL = Preference()
        var json = Preference()
        for header in accept {
            for item in MediaType.split(header[...], at: UInt8(ascii: ",")) {
                // A malformed item names nothing.
                guard let range = MediaType(item), range.isUTF8 else { continue }
                graphQL.consider(range, for: "graphql-response+json")
                json.consider(range, for: "json")
            }
        }
        if graphQL.quality > 0, graphQL.quality > json.quality { return .graphQLResponse }
        if graphQL.quality > 0, graphQL.quality == json.quality, graphQL.isNamed { return .graphQLResponse }
        return json.quality > 0 ? .json : nil
    }

    /// The quality of one type by its most specific range (RFC 9110 §12.5.1).
    private struct Preference {
        private(set) var quality = 0.0
        private var specificity = 0

        var isNamed: Bool { specificity == 3 }

        mutating func consider(_ range: MediaType, for subtype: String) {
            let found: Int
            switch (range.type, range.subtype) {
            case ("application", subtype): found = 3
            case ("application", "*"): found = 2
            case ("*", "*"): found = 1
            default: return
            }
            guard found >= specificity else { return }
            let value = range.value(of: "q").map { Double($0) ?? 0 } ?? 1
            quality = found == specificity ? max(quality, value) : value
            specificity = found
        }
    }
}
