import GraphQLExecution
import GraphQLLanguage
import NIOCore
import NIOHTTP1

/// Turns accepted requests into answers by asking the endpoint.
struct EndpointCaller: Sendable {
    let endpoint: any GraphQLEndpoint

    func answer(_ request: IncomingRequest, body: ByteBuffer, from origin: RequestOrigin) async -> HTTPAnswer {
        switch request.operation {
        case .graphQLBody(let format):
            do throws(Refusal) {
                return HTTPAnswer(await endpoint.respond(to: try Self.request(body), from: origin), format: format)
            } catch {
                return HTTPAnswer(error, format: format)
            }
        case .graphQLQuery(let query, let format):
            do throws(Refusal) {
                let request = try GraphQLRequest(URLParameters(query: query))
                return HTTPAnswer(await endpoint.respond(to: request, from: origin), format: format)
            } catch {
                return HTTPAnswer(error, format: format)
            }
        case .live: return Self.text(#"{"status":"live"}"#, ResponseFormat.json.contentType)
        case .ready:
            guard await endpoint.isReady() else { return HTTPAnswer(.notReady) }
            return Self.text(#"{"status":"ready"}"#, ResponseFormat.json.contentType)
        case .metrics:
            return Self.text(await endpoint.metricsText(), "text/plain; version=0.0.4; charset=utf-8")
        case .schema:
            var answer = Self.text(endpoint.publishedSchema, "text/plain; charset=utf-8")
            answer.isCacheable = true
            return answer
        }
    }

    private static func request(_ body: ByteBuffer) throws(Refusal) -> GraphQLRequest {
        guard body.readableBytes > 0 else { throw .badRequest("The request body is empty.") }
        do {
            return try GraphQLRequest(json: Array(body.readableBytesView))
        } catch {
            throw .badRequest(error.message)
        }
    }

    private static func text(_ text: String, _ contentType: String) -> HTTPAnswer {
        HTTPAnswer(status: .ok, contentType: contentType, body: Array(text.utf8))
    }
}
