import Testing

@testable import HTTPServer

@Suite("Media types")
struct MediaTypeTests {
    @Test("Names are read in any case, values as they are, quotes dropped")
    func reading() throws {
        let type = try #require(MediaType(" Application/JSON ; Charset=\"UTF-8\";v=A;"))
        #expect(type.type == "application")
        #expect(type.subtype == "json")
        #expect(type.value(of: "charset") == "UTF-8")
        #expect(type.value(of: "v") == "A")
        #expect(type.value(of: "q") == nil)
        #expect(type.isUTF8)
    }

    @Test(
        "What is no media type is none",
        arguments: ["", "json", "a/b/c", "application/", "/json", "a b/c", "a/b;c", "a/b; =c"]
    )
    func malformed(_ text: String) { #expect(MediaType(text[...]) == nil) }

    @Test("Lists are split outside of quotes only")
    func splitting() {
        let pieces = MediaType.split(#"a/b;x="1,\",2", c/d"#[...], at: UInt8(ascii: ","))
        #expect(pieces == [#"a/b;x="1,\",2""#, " c/d"])
    }
}

@Suite("The choice of the response's media type")
struct ResponseFormatTests {
    @Test(
        "Accept decides",
        arguments: [
            ([], .json),
            (["*/*"], .json),
            (["application/*"], .json),
            (["application/json"], .json),
            (["application/json; charset=utf-8"], .json),
            (["APPLICATION/JSON"], .json),
            (["application/graphql-response+json"], .graphQLResponse),
            (["application/graphql-response+json; charset=UTF-8"], .graphQLResponse),
            (["application/graphql-response+json, application/json"], .graphQLResponse),
            (["application/json, application/graphql-response+json"], .graphQLResponse),
            (["application/json", "application/graphql-response+json"], .graphQLResponse),
            (["application/json, application/graphql-response+json;q=0.9"], .json),
            (["application/graphql-response+json, application/json;q=0.9"], .graphQLResponse),
            (["application/graphql-response+json;q=0.5, */*"], .json),
            (["application/graphql-response+json, */*"], .graphQLResponse),
            // The wildcard still covers the GraphQL type.
            (["application/json;q=0, */*"], .graphQLResponse),
            (["application/json;q=0, application/graphql-response+json"], .graphQLResponse),
            (["text/html, application/json;q=0.1"], .json),
            (["text/html, */*;q=0.1"], .json),
            (["text/html"], nil),
            (["application/json; charset=iso-8859-1"], nil),
            (["*/*;q=0"], nil),
            (["garbage"], nil),
            ([""], nil),
        ] as [([String], ResponseFormat?)]
    )
    func negotiation(_ accept: [String], _ expected: ResponseFormat?) {
        #expect(ResponseFormat.negotiated(accept: accept) == expected)
    }
}
