import AsyncHTTPClient
import GraphQLExecution
import GraphQLLanguage
import NIOCore
import NIOHTTP1
import NIOSSL

/// A client of any Docket server: GraphQL over HTTPS with a bearer token.
struct APIClient: Sendable {
    /// An answer that is no GraphQL response, or none at all.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// `data` and `errors` as they came.
    struct Response: Sendable {
        let data: JSONValue
        let errors: [JSONValue]
    }

    private let url: String
    private let token: String
    private let http: HTTPClient

    init(url: String, token: String, caCertificate: String?) throws {
        self.url = url
        self.token = token
        var configuration = HTTPClient.Configuration()
        if let caCertificate {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(caCertificate))
            configuration.tlsConfiguration = tls
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async { try? await http.shutdown() }

    /// Sends an operation and answers what came back, errors included.
    func send(_ document: String, variables: [JSONValue.Member] = [], timeout: TimeAmount = .minutes(10)) async throws
        -> Response
    {
        var body = JSONWriter()
        body.append(.object([.init("query", .string(document)), .init("variables", .object(variables))]))
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/graphql-response+json")
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.body = .bytes(body.bytes)
        let answer: HTTPClientResponse
        do {
            answer = try await http.execute(request, timeout: timeout)
        } catch {
            throw Failure(description: "No answer from \(url): \(error)")
        }
        let bytes = try await answer.body.collect(upTo: 256 << 20)
        guard let json = try? JSONReader.read(Array(bytes.readableBytesView)) else {
            throw Failure(description: "\(url) answered \(answer.status.code) and no GraphQL response.")
        }
        let errors: [JSONValue] = if case .array(let errors) = json["errors"] { errors } else { [] }
        return Response(data: json["data"] ?? .null, errors: errors)
    }
}

extension JSONValue {
    /// The text of a string, nil for any other value.
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of an integer, nil for any other.
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The items of an array; none for any other value.
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}
