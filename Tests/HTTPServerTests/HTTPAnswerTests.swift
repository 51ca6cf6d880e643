import GraphQLExecution
import NIOHTTP1
import Testing

@testable import HTTPServer

@Suite("Answers")
struct HTTPAnswerTests {
    @Test(
        "The status follows the outcome and the media type",
        arguments: [
            (.executed, .json, .ok), (.executed, .graphQLResponse, .ok), (.requestError, .json, .ok),
            (.requestError, .graphQLResponse, .badRequest), (.unauthenticated, .json, .unauthorized),
            (.unauthenticated, .graphQLResponse, .unauthorized), (.methodNotAllowed, .json, .methodNotAllowed),
        ] as [(GraphQLResponse.Outcome, ResponseFormat, HTTPResponseStatus)]
    )
    func statuses(_ outcome: GraphQLResponse.Outcome, _ format: ResponseFormat, _ status: HTTPResponseStatus) {
        let answer = HTTPAnswer(GraphQLResponse(body: [], outcome: outcome), format: format)
        #expect(answer.status == status)
        #expect(answer.contentType == format.contentType)
        #expect(answer.allow == (outcome == .methodNotAllowed ? "POST" : nil))
    }

    @Test("401 names the scheme, 405 the methods, and only the schema may be cached")
    func headers() {
        var answer = HTTPAnswer(GraphQLResponse(body: [1, 2], outcome: .unauthenticated), format: .json)
        let headers = answer.headers(requestID: "r", date: "d")
        #expect(headers["www-authenticate"] == ["Bearer"])
        #expect(headers["content-length"] == ["2"])
        #expect(headers["x-request-id"] == ["r"])
        #expect(headers["x-content-type-options"] == ["nosniff"])
        #expect(headers["cache-control"] == ["no-store"])
        #expect(headers["date"] == ["d"])
        answer.isCacheable = true
        #expect(answer.headers(requestID: "r", date: "d")["cache-control"] == [])
        let refused = HTTPAnswer(.methodNotAllowed(allow: "GET, HEAD"))
        #expect(refused.headers(requestID: "r", date: "d")["allow"] == ["GET, HEAD"])
    }

    @Test("A refusal is a GraphQL error body with its code")
    func refusal() {
        #expect(
            String(decoding: Refusal.badRequest("No \"x\".").body, as: UTF8.self)
                == #"{"errors":[{"message":"No \"x\".","extensions":{"code":"BAD_REQUEST"}}]}"#
        )
    }
}
