package import GraphQLLanguage

extension GraphQLRequest {
    /// Reads a request from the JSON body of a POST (GraphQL over HTTP, "Request Parameters").
    ///
    /// Members that it does not know are ignored.
    package init(json: [UInt8]) throws(GraphQLError) {
        let body: JSONValue
        do {
            body = try JSONReader.read(json)
        } catch {
            throw Self.badRequest("The request body is not valid JSON: \(error.sentence(in: json)).")
        }
        guard case .object = body else {
            throw Self.badRequest(
                "The request body must be a JSON object with the parameter \"query\"; "
                    + "batches of requests are not supported."
            )
        }
        switch body["query"] {
        case .string(let text):
            self.init(
                document: Array(text.utf8),
                operationName: try Self.operationName(in: body),
                variables: try Self.map("variables", in: body),
                extensions: try Self.map("extensions", in: body)
            )
        case nil: throw Self.badRequest("The request parameter \"query\" is missing.")
        default: throw Self.badRequest("The request parameter \"query\" must be a string.")
        }
    }

    /// An empty name counts as absent, as in a URL: no operation can have it.
    private static func operationName(in body: JSONValue) throws(GraphQLError) -> String? {
        switch body["operationName"] {
        case .string(let text): return text.isEmpty ? nil : text
        case nil, .null: return nil
        default: throw badRequest("The request parameter \"operationName\" must be a string or null.")
        }
    }

    private static func map(_ name: String, in body: JSONValue) throws(GraphQLError) -> JSONValue? {
        switch body[name] {
        case .object(let members): return .object(members)
        case nil, .null: return nil
        default: throw badRequest("The request parameter \"\(name)\" must be an object or null.")
        }
    }

    private static func badRequest(_ message: String) -> GraphQLError { GraphQLError(message, code: "BAD_REQUEST") }
}
