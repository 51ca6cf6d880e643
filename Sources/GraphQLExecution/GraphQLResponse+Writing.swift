package import GraphQLLanguage

extension GraphQLResponse {
    /// A response without `data`: the request was refused before execution (GraphQL §7.1.3).
    package static func refusal(_ errors: [GraphQLError], outcome: Outcome = .requestError) -> GraphQLResponse {
        var json = JSONWriter(reservingCapacity: 256)
        json.append(json: "{\"errors\":")
        json.append(errors)
        json.append(ascii: "}")
        return GraphQLResponse(body: json.bytes, outcome: outcome)
    }

    /// A response whose `data` is null: an error had no nullable field to stop at (GraphQL §6.4.4).
    static func nothing(_ errors: [GraphQLError]) -> GraphQLResponse {
        GraphQLResponse(written: Array("{\"data\":null}".utf8), errors: errors)
    }

    /// A response from what a writer left: an object with `data` alone, and the errors met on the way.
    init(written: [UInt8], errors: [GraphQLError]) {
        guard !errors.isEmpty else {
            self.init(body: written, outcome: .executed)
            return
        }
        var json = JSONWriter(reservingCapacity: written.count + 256 * errors.count)
        json.append(json: "{\"errors\":")
        json.append(errors)
        json.append(ascii: ",")
        // The object's own opening brace gives way to the one in front of `errors`.
        json.append(json: written.span.extracting(1..<written.count))
        self.init(body: json.bytes, outcome: .executed)
    }
}
