import Testing

@testable import GraphQLLanguage

struct LexerTests {
    private func tokens(_ text: String) throws -> [Token] {
        let lexer = try Lexer(Source(text))
        var tokens = [try lexer.token(from: 0)]
        while let last = tokens.last, last.kind != .endOfFile { tokens.append(try lexer.token(from: last.end)) }
        return tokens
    }

    @Test(
        "§2.1.7 Every punctuator is a token",
        arguments: [
            ("!", Token.Kind.bang), ("$", .dollar), ("&", .ampersand), ("(", .parenthesisLeft),
            (")", .parenthesisRight),
            ("...", .spread), (":", .colon), ("=", .equals), ("@", .at), ("[", .bracketLeft), ("]", .bracketRight),
            ("{", .braceLeft), ("|", .pipe), ("}", .braceRight),
        ]
    )
    func punctuator(text: String, kind: Token.Kind) throws {
        let tokens = try tokens(text)
        #expect(tokens.map(\.kind) == [kind, .endOfFile])
        #expect(tokens[0].start == 0)
        #expect(tokens[0].end == text.utf8.count)
        #expect(kind.label == "\"\(text)\"")
    }

    @Test(
        "§2.1.6 Ignored tokens separate and mean nothing",
        arguments: [
            " a ", "\ta\t", "\na\n", "\ra\r", "\r\na\r\n", ",,a,,", "\u{FEFF}a\u{FEFF}", "#é 注释\na#", "# a\r a # {",
        ]
    )
    func ignored(text: String) throws {
        let lexer = try Lexer(Source(text))
        let tokens = try tokens(text)
        #expect(tokens.map(\.kind) == [.name, .endOfFile])
        #expect(lexer.text(of: tokens[0]) == "a")
        #expect(tokens[1].start == text.utf8.count)
    }

    @Test(
        "§2.1.8 A name takes letters, digits and underscores",
        arguments: ["a", "_", "__typename", "A1_b2", "z9", "querying"]
    )
    func name(text: String) throws {
        let tokens = try tokens(text)
        #expect(tokens.map(\.kind) == [.name, .endOfFile])
        #expect(tokens[0].end == text.utf8.count)
    }

    @Test("§2.1.5 Tokens need no space between them")
    func adjacency() throws {
        let kinds = try tokens(#"a{b(c:$d,e:[1"x"]...f@g"#).map(\.kind)
        #expect(
            kinds == [
                .name, .braceLeft, .name, .parenthesisLeft, .name, .colon, .dollar, .name, .name, .colon, .bracketLeft,
                .int, .string, .bracketRight, .spread, .name, .at, .name, .endOfFile,
            ]
        )
    }

    @Test("The end is the end however often it is asked for")
    func endOfFile() throws {
        let lexer = try Lexer(Source("a "))
        #expect(try lexer.token(from: 2).kind == .endOfFile)
        #expect(try lexer.token(from: 100).kind == .endOfFile)
    }

    @Test(
        "§2.1.5 A character that starts no token is named",
        arguments: [
            ("{ a ? }", #"Unexpected character: "?". (1:5)"#),
            ("{ a . }", #"Unexpected character: ".". (1:5)"#),
            ("{ a\\ }", #"Unexpected character: "\". (1:4)"#),
            ("{ .. a }", #"Unexpected "..", did you mean "..."? (1:3)"#),
            ("{ a(b: .25) }", #"Invalid number, expected digit before ".", did you mean "0.25"? (1:8)"#),
            ("{ 'a' }", #"Unexpected single quote character ('), did you mean to use a double quote (")? (1:3)"#),
            ("\u{7}", "Unexpected character: U+0007. (1:1)"),
            ("{ \u{0} }", "Unexpected character: U+0000. (1:3)"),
            ("{ é }", "Unexpected character: U+00E9. (1:3)"),
            ("{ 信 }", "Unexpected character: U+4FE1. (1:3)"),
            ("{ 信\u{300} }", "Unexpected character: U+4FE1. (1:3)"),
            ("#😀\n😀", "Unexpected character: U+1F600. (2:1)"),
            ("{ \u{200B} }", "Unexpected character: U+200B. (1:3)"),
        ]
    )
    func unexpectedCharacter(text: String, message: String) {
        #expect(diagnosis(text) == message)
    }
}

struct NumberTests {
    @Test(
        "§2.10.1 An integer keeps its digits",
        arguments: ["0", "-0", "4", "-4", "9", "1234567890", "-99999999999999999999999999"]
    )
    func integer(text: String) throws {
        guard case .int(let digits) = try value(text).kind else { throw NotThat() }
        #expect(digits == text)
    }

    @Test(
        "§2.10.2 A float keeps its digits",
        arguments: ["0.0", "-0.5", "4.123", "1e5", "1E5", "1e+5", "1e-5", "0e0", "-1.5e-10", "123e4567", "0.000"]
    )
    func float(text: String) throws {
        guard case .float(let digits) = try value(text).kind else { throw NotThat() }
        #expect(digits == text)
    }

    @Test(
        "§2.10.1 A number that is none says which character is wrong",
        arguments: [
            ("00", #"Invalid number, unexpected digit after 0: "0". (1:9)"#),
            ("01", #"Invalid number, unexpected digit after 0: "1". (1:9)"#),
            ("-01", #"Invalid number, unexpected digit after 0: "1". (1:10)"#),
            ("01.23", #"Invalid number, unexpected digit after 0: "1". (1:9)"#),
            ("-", #"Invalid number, expected digit but got: ")". (1:9)"#),
            ("--1", #"Invalid number, expected digit but got: "-". (1:9)"#),
            ("-A", #"Invalid number, expected digit but got: "A". (1:9)"#),
            ("1.", #"Invalid number, expected digit but got: ")". (1:10)"#),
            ("1.A", #"Invalid number, expected digit but got: "A". (1:10)"#),
            ("1..2", #"Invalid number, expected digit but got: ".". (1:10)"#),
            ("1.2.3", #"Invalid number, expected digit but got: ".". (1:11)"#),
            ("1e", #"Invalid number, expected digit but got: ")". (1:10)"#),
            ("1e-", #"Invalid number, expected digit but got: ")". (1:11)"#),
            ("1.e1", #"Invalid number, expected digit but got: "e". (1:10)"#),
            ("1.2e3.4", #"Invalid number, expected digit but got: ".". (1:13)"#),
            ("1a", #"Invalid number, expected digit but got: "a". (1:9)"#),
            ("0xF1", #"Invalid number, expected digit but got: "x". (1:9)"#),
            ("123abc", #"Invalid number, expected digit but got: "a". (1:11)"#),
            ("1_000", #"Invalid number, expected digit but got: "_". (1:9)"#),
            ("-é", "Invalid number, expected digit but got: U+00E9. (1:9)"),
            ("-\"", #"Invalid number, expected digit but got: '"'. (1:9)"#),
            ("+1", #"Unexpected character: "+". (1:8)"#),
        ]
    )
    func invalid(number: String, message: String) {
        #expect(diagnosis("{ a(b: \(number)) }") == message)
    }

    @Test("§2.10.1 A number may end the source, an unfinished one may not")
    func atEnd() {
        #expect(throws: Never.self) { try value("1.5") }
        #expect(diagnosis("{ a(b: 1.") == "Invalid number, expected digit but got: <EOF>. (1:10)")
        #expect(diagnosis("{ a(b: -") == "Invalid number, expected digit but got: <EOF>. (1:9)")
    }
}
