import Testing

@testable import GraphQLLanguage

@Suite("Syntax errors that repeat no value")
struct SyntaxErrorsWithoutValuesTests {
    @Test(
        "name what they expect and where",
        arguments: [
            (#"{ a(b: "S7319" "S7319") }"#, "Expected Name, found String."),
            (#"{ a(b: """S7319""" 1) }"#, "Expected Name, found Int."),
            (#"{ a(b: 1 """S7319""") }"#, "Expected Name, found BlockString."),
            (#"{ a(b: 1, 7319) }"#, "Expected Name, found Int."),
            (#"{ a(b: 1, 73.19) }"#, "Expected Name, found Float."),
            (#"{ a(b: {c: Zhang San7319}) }"#, #"Expected ":", found "}"."#),
            (#"{ a(b: {c: Zhang San S7319: 1}) }"#, #"Expected ":", found Name."#),
            (#"{ a(b: Zhang S7319 S7319) }"#, #"Expected ":", found Name."#),
            (#"query ($a: String = Zhang S7319) { a }"#, "Expected \"$\", found Name."),
            (#"query ($a: String = $S7319) { a }"#, "Unexpected variable in constant value."),
            (#"{ a } "S7319""#, "Unexpected <EOF>."), (#"{ a } 7319"#, "Unexpected Int."),
            (#"{ a(b: .7319) }"#, "Invalid number, expected digit before \".\"."),
            (#"{ a(b: 07319) }"#, "Invalid number, unexpected digit after 0: a digit."),
            (#"{ a(b: 7319X) }"#, "Invalid number, expected digit but got: a letter."),
            (#"{ a(b: 张三) }"#, "Unexpected character: a letter."), (#"{ a（b: 1) }"#, "Unexpected character: U+FF08."),
            (#"{ a(b: "\S7319") }"#, "Invalid character escape sequence."),
            (#"{ a(b: "\u73S19") }"#, "Invalid Unicode escape sequence."),
            (#"{ a(b: "S7319) }"#, "Unterminated string."),
        ]
    )
    func messages(_ text: String, _ message: String) {
        let error = #expect(throws: SyntaxError.self) { try Document(parsing: Source(text), hidesValues: true) }
        #expect(error?.message == message)
        let plain = #expect(throws: SyntaxError.self) { try Document(parsing: Source(text)) }
        #expect(plain?.offset == error?.offset)
    }

    @Test("Names outside of arguments are the language's, and are repeated")
    func names() {
        let error = #expect(throws: SyntaxError.self) {
            try Document(parsing: Source("{ a(b: 1) } querry { b }"), hidesValues: true)
        }
        #expect(error?.message == #"Unexpected Name "querry"."#)
    }
}
