import Conformance
import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("The filter answers line by line")
struct LineFilterTests {
    /// Feeds the chunks to a filter and gives what was written after each.
    private func written(_ chunks: [String]) async throws -> [String] {
        var chunks = chunks[...]
        var written: [String] = []
        var filter = LineFilter()
        try await filter.run { _ in
            chunks.popFirst().map { Array($0.utf8) }
        } write: { bytes in
            written.append(String(decoding: bytes, as: UTF8.self))
        }
        return written
    }

    @Test("Each request is answered in order with its id, whatever the id is")
    func order() async throws {
        let answers = try await written([
            #"{"id":1,"op":"stripIgnored","document":"{ a }"}"# + "\n"
                + #"{"id":"two","op":"stripIgnored","document":"{ b }"}"# + "\n"
                + #"{"op":"stripIgnored","document":"{ c }"}"# + "\n"
        ])
        #expect(
            answers == [
                #"{"id":1,"printed":"{a}"}"# + "\n" + #"{"id":"two","printed":"{b}"}"# + "\n"
                    + #"{"id":null,"printed":"{c}"}"#
                    + "\n"
            ]
        )
    }

    @Test("An answer is written as soon as its line is complete, and the last line needs no line feed")
    func chunks() async throws {
        let answers = try await written([
            #"{"id":1,"op":"strip"#, #"Ignored","document":"{ a }"}"# + "\r\n\n",
            #"{"id":2,"op":"stripIgnored","document":"{ b }"}"#,
        ])
        #expect(answers == ["", #"{"id":1,"printed":"{a}"}"# + "\n", "", #"{"id":2,"printed":"{b}"}"# + "\n"])
    }

    @Test(
        "A bad line is answered and ends nothing",
        arguments: [
            ("not json", #"{"id":null,"error":"not JSON: Unexpected letter, expected \"null\" at byte 1"}"#),
            ("[]", #"{"id":null,"error":"a request is a JSON object"}"#),
            (#"{"id":7}"#, #"{"id":7,"error":"\"op\" is missing"}"#),
            (#"{"id":7,"op":"fly"}"#, #"{"id":7,"error":"unknown op \"fly\""}"#),
            (#"{"id":7,"op":"parse"}"#, #"{"id":7,"error":"\"sdl\" is missing"}"#),
            (#"{"id":7,"op":"parse","document":1}"#, #"{"id":7,"error":"\"document\" must be a string"}"#),
            (
                #"{"id":7,"op":"validate","schema":"type Query{a:Int}","document":"{a}","rules":["NoRule"]}"#,
                #"{"id":7,"error":"unknown rule \"NoRule\""}"#
            ),
            (
                #"{"id":7,"op":"validate","schema":"type Query","document":"{a}"}"#,
                #"{"id":7,"error":"the schema is not valid: Type Query must define one or more fields."}"#
            ),
        ]
    )
    func badLines(line: String, answer: String) async throws {
        let answers = try await written([line + "\n" + #"{"id":8,"op":"stripIgnored","document":"{ a }"}"# + "\n"])
        #expect(answers == [answer + "\n" + #"{"id":8,"printed":"{a}"}"# + "\n"])
    }

    @Test("A document may have lone surrogates as JSON escapes them; pairs and other escapes stay what they are")
    func loneSurrogates() async throws {
        let answers = try await written([
            #"{"id":1,"op":"parse","document":"{ a(b: \"\ud83d\") }"}"# + "\n",
            #"{"id":2,"op":"stripIgnored","document":"\"\ud83d\ude00\\udead\""}"# + "\n",
            #"{"id":3,"op":"stripIgnored","document":"\"\udbff\udfff\""}"# + "\n",
        ])
        #expect(
            answers == [
                #"{"id":1,"errors":[{"message":"Syntax Error: Invalid character within String: U+D83D.","#
                    + #""locations":[{"line":1,"column":9}]}]}"# + "\n",
                #"{"id":2,"errors":[{"message":"Syntax Error: Invalid Unicode escape sequence: \"\\udead\".","#
                    + #""locations":[{"line":1,"column":3}]}]}"# + "\n",
                "{\"id\":3,\"printed\":\"\\\"\u{10FFFF}\\\"\"}\n",
            ]
        )
    }
}
