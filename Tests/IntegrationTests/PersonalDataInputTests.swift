import DocketServer
import DocketTesting
import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import Testing

@Suite("Personal data in queries")
struct PersonalDataInputTests {
    @Test(
        "What is searched for is refused in the document, wherever it stands",
        arguments: [
            #"{ letters(filter: { text: "张三" }) { totalCount } }"#,
            #"{ letters(filter: { and: [{ not: { similarTo: "张三" } }] }) { totalCount } }"#,
            #"{ ...F } fragment F on Query { letters(filter: { text: "张三" }) { totalCount } }"#,
            #"{ dossiers(filter: { letters: { some: { text: "张三" } } }) { totalCount } }"#,
            #"query($t: String = "张三") { letters(filter: { text: $t }) { totalCount } }"#,
            #"query($f: LetterFilter = { text: "张三" }) { letters(filter: $f) { totalCount } }"#,
            #"{ __typename letters(filter: { text: "张三" }) { totalCount } }"#,
        ]
    )
    func literals(_ document: String) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for _ in 0..<4 {
                let answer = await court.send(document)
                guard answer.codes != ["GRAPHQL_VALIDATION_FAILED"] else {
                    Issue.record("\(document): \(answer)")
                    return
                }
                #expect(answer.codes == ["PII_LITERAL"], "\(document): \(answer)")
                #expect(!"\(answer)".contains("张三"))
            }
        }
    }

    @Test("As a variable it is taken by POST; null in the document is no personal datum, and nothing to search for")
    func variables() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let search = "query($t: String) { letters(filter: { text: $t }) { totalCount } }"
            #expect(await court.send(search, ["t": "张三"])[path: "data.letters.totalCount"] == .integer(0))
            let null = "{ letters(filter: { similarTo: null }) { totalCount } }"
            #expect(await court.send(null).codes == ["FILTER_NULL"])
        }
    }

    @Test("It does not come in a URL, nor in a variable that may hold it")
    func urls() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func get(_ document: String, _ variables: JSONValue? = nil) async throws -> [String] {
                let response = await court.server.engine.respond(
                    to: GraphQLRequest(
                        document: Array(document.utf8),
                        operationName: nil,
                        variables: variables,
                        extensions: nil
                    ),
                    from: RequestOrigin(
                        requestID: "r",
                        bearerToken: court.tokens[.clerk],
                        remoteAddress: "test",
                        allowsMutation: false
                    )
                )
                return try JSONReader.read(response.body).codes
            }
            let scalar = try await get("query($t: String) { letters(filter: { text: $t }) { totalCount } }")
            #expect(scalar == ["PII_IN_URL"])
            let document = "query($f: LetterFilter) { letters(filter: $f) { totalCount } }"
            let object = try await get(document, ["f": ["itemNo": 1]])
            #expect(object == ["PII_IN_URL"])
            let other = try await get("query($n: Int) { letters(filter: { itemNo: $n }) { totalCount } }", ["n": 1])
            #expect(other == [])
        }
    }
}
