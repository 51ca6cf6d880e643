import GraphQLExecution
import GraphQLLanguage
import NIOHTTP1
import Testing

@testable import HTTPServer

@Suite("The parameters of a URL")
struct URLParametersTests {
    private func request(_ query: String) throws -> GraphQLRequest {
        try GraphQLRequest(URLParameters(query: query[...]))
    }

    private func refusal(_ query: String) -> String? {
        let refusal = #expect(throws: Refusal.self) { try request(query) }
        #expect(refusal?.status == .badRequest)
        #expect(refusal?.code == "BAD_REQUEST")
        return refusal?.message
    }

    @Test("Escapes, plus signs and bare bytes are decoded")
    func decoding() throws {
        let parameters = try URLParameters(query: "query=%7B+a%20b%7d&x=%E4%BF%A1=1&empty=&bare&&%71=s")
        #expect(parameters["query"] == "{ a b}")
        #expect(parameters["x"] == "信=1")
        #expect(parameters["empty"]?.isEmpty == true)
        #expect(parameters["bare"]?.isEmpty == true)
        #expect(parameters["q"] == "s")
        #expect(parameters["absent"] == nil)
    }

    @Test("All four parameters make the request")
    func whole() throws {
        let request = try request(
            "query=%7Ba%7D&operationName=A&variables=%7B%22n%22%3A1%7D&extensions=%7B%22e%22%3Atrue%7D&unknown=1"
        )
        #expect(request.document == Array("{a}".utf8))
        #expect(request.operationName == "A")
        #expect(request.variables?["n"] == .integer(1))
        #expect(request.extensions?["e"] == .boolean(true))
    }

    @Test(
        "Empty and null parameters count as absent",
        arguments: ["&variables=&operationName=&extensions=", "&variables=null", ""]
    )
    func absent(_ rest: String) throws {
        let request = try request("query=%7Ba%7D" + rest)
        #expect(request.operationName == nil)
        #expect(request.variables == nil)
        #expect(request.extensions == nil)
    }

    @Test("Broken escapes are refused", arguments: ["query=%", "query=%4", "query=%zz", "%g0=1", "query=a%2"])
    func brokenEscape(_ query: String) {
        #expect(refusal(query) == "The URL's query has a % that two hexadecimal digits do not follow.")
    }

    @Test(
        "Bytes that are not UTF-8 are refused",
        arguments: ["query=%FF", "query=%C0%80", "query=%ED%A0%80", "query=%E4%BF"]
    )
    func invalidUTF8(_ query: String) { #expect(refusal(query) == "The URL's query is not valid UTF-8.") }

    @Test("A parameter given twice is refused")
    func twice() { #expect(refusal("query=a&query=b") == "A URL parameter is given more than once.") }

    @Test("Without a query there is no request", arguments: ["", "query=", "operationName=A"])
    func missingQuery(_ query: String) { #expect(refusal(query) == "The URL parameter \"query\" is missing.") }

    @Test("Variables and extensions are JSON objects")
    func types() {
        #expect(refusal("query=a&variables=[1]") == "The URL parameter \"variables\" must be a JSON object or null.")
        #expect(refusal("query=a&extensions=1") == "The URL parameter \"extensions\" must be a JSON object or null.")
        #expect(
            refusal("query=a&variables={")?.hasPrefix("The URL parameter \"variables\" is not valid JSON: ") == true
        )
    }
}
