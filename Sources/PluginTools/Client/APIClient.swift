import AsyncHTTPClient
import GraphQLExecution
public import GraphQLLanguage
import NIOCore
import NIOHTTP1
import NIOSSL

/// A client of any Docket server: GraphQL over HTTPS with a bearer token.
public struct APIClient: Sendable {
    /// `data` and `errors` as they came.
    public struct Response: Sendable {
        /// What was asked for, null where nothing was executed.
        public let data: JSONValue
        /// The errors as they came, none where all is well.
        public let errors: [JSONValue]
    }

    private let address: ServerAddress
    private let token: String
    private let caCertificate: String?
    private let http: HTTPClient

    init(address: ServerAddress, token: String, caCertificate: String?) throws {
        self.address = address
        self.token = token
        self.caCertificate = caCertificate
        var configuration = HTTPClient.Configuration()
        // A server that is not there, or cannot be trusted, is said at once: another try changes neither.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let caCertificate {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try Self.authorities(caCertificate))
            configuration.tlsConfiguration = tls
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes the connections; nothing is sent afterwards.
    public func close() async { try? await http.shutdown() }

    /// Sends an operation and answers what came back, errors included.
    ///
    /// No answer, or none of a GraphQL server, throws `CommandFailure` with what to do.
    public func send(
        _ document: String,
        variables: [JSONValue.Member] = [],
        operationName: String? = nil,
        timeout: Duration = .seconds(600)
    ) async throws -> Response {
        var members: [JSONValue.Member] = [
            .init("query", .string(document)), .init("variables", .object(variables)),
        ]
        if let operationName { members.append(.init("operationName", .string(operationName))) }
        var body = JSONWriter()
        body.append(.object(members))
        var request = HTTPClientRequest(url: address.url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/graphql-response+json")
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.body = .bytes(body.bytes)
        let answer: HTTPClientResponse
        let bytes: ByteBuffer
        do {
            answer = try await http.execute(request, timeout: .seconds(timeout.components.seconds))
            bytes = try await answer.body.collect(upTo: 256 << 20)
        } catch {
            throw await NoAnswer(error, from: address, trusting: caCertificate).failure
        }
        guard let json = try? JSONReader.read(Array(bytes.readableBytesView)), case .object = json else {
            throw CommandFailure(
                "\(address.url) answered \(answer.status.code) and no GraphQL response: is this Docket's address, with its path /graphql?"
            )
        }
        let errors: [JSONValue] = if case .array(let errors) = json["errors"] { errors } else { [] }
        return Response(data: json["data"] ?? .null, errors: errors)
    }

    private static func authorities(_ file: String) throws -> [NIOSSLCertificate] {
        let certificates = try? NIOSSLCertificate.fromPEMFile(file)
        guard let certificates, !certificates.isEmpty else {
            throw CommandFailure("\(file) holds no certificate (PEM): give another --ca-certificate.")
        }
        return certificates
    }
}

extension JSONValue {
    /// The text of a string, nil for any other value.
    public var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of an integer, nil for any other.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The items of an array; none for any other value.
    public var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}
