import GraphQLExecution
import NIOCore
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

    private func head(of answer: HTTPAnswer, connection: String? = nil, isHead: Bool = false) -> [String] {
        let frame = HTTPAnswer.Frame(requestID: "r", date: "d", connection: connection, isHead: isHead)
        return String(buffer: answer.framed(frame, allocator: ByteBufferAllocator())).components(by: "\r\n")
    }

    @Test("401 names the scheme, 405 the methods, and only the schema may be cached")
    func headers() {
        var answer = HTTPAnswer(GraphQLResponse(body: Array("{}".utf8), outcome: .unauthenticated), format: .json)
        let common = [
            "content-type: application/json; charset=utf-8", "content-length: 2", "x-request-id: r",
            "x-content-type-options: nosniff", "date: d",
        ]
        let scheme = "www-authenticate: Bearer"
        #expect(
            head(of: answer)
                == ["HTTP/1.1 401 Unauthorized"] + common + ["cache-control: no-store", scheme, "", "{}"]
        )
        answer.isCacheable = true
        #expect(
            head(of: answer, connection: "close", isHead: true)
                == ["HTTP/1.1 401 Unauthorized"] + common + [scheme, "connection: close", "", ""]
        )
        #expect(head(of: HTTPAnswer(.methodNotAllowed(allow: "GET, HEAD"))).contains("allow: GET, HEAD"))
    }

    @Test("A refusal is a GraphQL error body with its code")
    func refusal() {
        #expect(
            String(decoding: Refusal.badRequest("No \"x\".").body, as: UTF8.self)
                == #"{"errors":[{"message":"No \"x\".","extensions":{"code":"BAD_REQUEST"}}]}"#
        )
    }
}

extension String {
    /// The pieces between a separator.
    fileprivate func components(by separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}
