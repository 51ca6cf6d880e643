import Testing

@testable import GraphQLLanguage

struct IgnoredCharactersTests {
    private func stripped(_ text: String) throws -> String { try Source(text).strippingIgnoredCharacters() }

    @Test(
        "§2.1.6 Ignored tokens go, and neighbours that are no punctuators keep a space",
        arguments: [
            ("", ""), ("\n", ""), (",,", ""), ("#comment\n, \n", ""), ("\u{FEFF}", ""),
            (",,1", "1"), ("\u{FEFF}#comment\r\n1", "1"), ("1,,#comment", "1"),
            ("[,)", "[)"), ("[\r\r)", "[)"), ("[\t\n1", "[1"), ("1\r,[", "1["),
            ("a ...", "a ..."), ("1 ...", "1 ..."), ("1 ... ...", "1 ......"), ("... a", "...a"), ("{...a}", "{...a}"),
            ("1 2", "1 2"), (#""" """#, #""" """#), ("a b", "a b"), ("a,1", "a 1"), ("a \t,, 1", "a 1"),
            ("a\"b\"c", "a \"b\" c"), ("a\"\"\"b\"\"\"1", "a \"\"\"b\"\"\" 1"), ("a#c\nb", "a b"),
            (
                "query Q($a: Int!, $b: [B]) { c(d: $a, e: $b) { f, g { h } } }",
                "query Q($a:Int!$b:[B]){c(d:$a e:$b){f g{h}}}"
            ),
        ]
    )
    func ignoredTokens(text: String, result: String) throws {
        #expect(try stripped(text) == result)
        #expect(try stripped(result) == result)
    }

    @Test(
        "§2.10.4 What a string holds is kept, and a block string loses its indentation",
        arguments: [
            (#"" , #""#, #"" , #""#), (#""\u00e9\n""#, #""\u00e9\n""#),
            (#"""",|""""#, #"""",|""""#),
            (#""""""""#, #""""""""#), (#"""" """"#, #""""""""#), ("\"\"\"\n\"\"\"", "\"\"\"\"\"\""),
            (#"""" a""""#, #"""" a""""#), (#"""" a """"#, #"""" a """"#),
            ("\"\"\"a\r\n\nb\"\"\"", "\"\"\"a\n\nb\"\"\""), ("\"\"\"a\rb\"\"\"", "\"\"\"a\nb\"\"\""),
            ("\"\"\"\\\n\"\"\"", "\"\"\"\\\n\"\"\""), ("\"\"\"\"\n\"\"\"", "\"\"\"\"\n\"\"\""),
            ("\"\"\"\\\"\"\"\n\"\"\"", "\"\"\"\\\"\"\"\"\"\""),
            ("\"\"\"\na\n b\"\"\"", "\"\"\"\na\n b\"\"\""), ("\"\"\"\n a\n b\"\"\"", "\"\"\"a\nb\"\"\""),
            ("\"\"\"\na\n b\nc\"\"\"", "\"\"\"a\n b\nc\"\"\""),
        ]
    )
    func strings(text: String, result: String) throws {
        #expect(try stripped(text) == result)
        #expect(try stripped(result) == result)
        #expect(try value(text).stringText == (try value(result).stringText))
    }

    @Test("The text need not be a document")
    func noDocument() throws {
        #expect(try stripped(#"{ foo(arg: "str""#) == #"{foo(arg:"str""#)
    }

    @Test(
        "A token that is none is an error where it is",
        arguments: [
            ("{ foo(arg: \"\n\"", "Unterminated string.", 1, 13), ("a\n .", #"Unexpected character: "."."#, 2, 2),
            ("{ \"\"\"", "Unterminated string.", 1, 6),
            ("1 '", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 3),
        ]
    )
    func errors(text: String, message: String, line: Int, column: Int) throws {
        let error = try #require(throws: SyntaxError.self) { try stripped(text) }
        #expect(error.message == message)
        #expect(Source(text).location(at: error.offset) == SourceLocation(line: line, column: column))
    }

    @Test(
        "§2.1.6 A document without ignored characters means the same",
        arguments: [KitchenSinkTests.executable, KitchenSinkTests.typeSystem]
    )
    func documents(text: String) throws {
        let short = try stripped(text)
        #expect(short.utf8.count < text.utf8.count)
        #expect(try stripped(short) == short)
        #expect(try document(short).printed == (try document(text).printed))
    }
}
