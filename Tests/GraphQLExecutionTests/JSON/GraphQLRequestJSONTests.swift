import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("GraphQLRequest from JSON")
struct GraphQLRequestJSONTests {
    private func request(_ text: String) throws -> GraphQLRequest { try GraphQLRequest(json: Array(text.utf8)) }

    @Test("reads all parameters")
    func all() throws {
        let request = try request(
            #"{"query":"{ a }","operationName":"A","variables":{"x":1},"extensions":{"e":true},"other":1}"#
        )
        #expect(request.document == Array("{ a }".utf8))
        #expect(request.operationName == "A")
        #expect(request.variables == .object([.init("x", .integer(1))]))
        #expect(request.extensions == .object([.init("e", .boolean(true))]))
    }

    @Test("an empty operation name counts as absent, as in a URL")
    func emptyOperationName() throws {
        #expect(try request(#"{"query":"query A { a }","operationName":""}"#).operationName == nil)
    }

    @Test("ignores a byte-order mark")
    func byteOrderMark() throws {
        let request = try request("\u{FEFF}{\"query\":\"{ a }\",\"variables\":{\"x\":1}}")
        #expect(request.document == Array("{ a }".utf8))
        #expect(request.variables == .object([.init("x", .integer(1))]))
    }

    @Test("takes null for absent")
    func nulls() throws {
        let request = try request(#"{"query":"{ a }","operationName":null,"variables":null,"extensions":null}"#)
        #expect(request.operationName == nil)
        #expect(request.variables == nil)
        #expect(request.extensions == nil)
    }

    @Test(
        "refuses what is no request",
        arguments: [
            (
                "{",
                "The request body is not valid JSON: Unexpected end of the JSON text, expected a name in double quotes "
                    + "at line 1, column 2 (byte 1)."
            ),
            (
                "{\n  \"query\": \"信\", \u{1}",
                "The request body is not valid JSON: Unexpected byte 0x01 (a control character), expected a name in "
                    + "double quotes at line 2, column 17 (byte 20)."
            ),
            (
                "[{\"query\":\"{a}\"}]",
                "The request body must be a JSON object with the parameter \"query\"; batches of requests are not supported."
            ),
            ("{}", "The request parameter \"query\" is missing."),
            (#"{"query":null}"#, "The request parameter \"query\" must be a string."),
            (#"{"query":1}"#, "The request parameter \"query\" must be a string."),
            (#"{"query":"","operationName":1}"#, "The request parameter \"operationName\" must be a string or null."),
            (#"{"query":"","variables":[]}"#, "The request parameter \"variables\" must be an object or null."),
            (#"{"query":"","variables":"{}"}"#, "The request parameter \"variables\" must be an object or null."),
            (#"{"query":"","extensions":0}"#, "The request parameter \"extensions\" must be an object or null."),
        ]
    )
    func refused(_ text: String, _ message: String) {
        #expect(throws: GraphQLError(message, code: "BAD_REQUEST")) { try request(text) }
    }

    @Test("a refusal has errors and no data")
    func refusal() {
        let response = GraphQLResponse.refusal([GraphQLError("No.", code: "BAD_REQUEST")])
        #expect(
            String(decoding: response.body, as: UTF8.self)
                == #"{"errors":[{"message":"No.","extensions":{"code":"BAD_REQUEST"}}]}"#
        )
    }
}
