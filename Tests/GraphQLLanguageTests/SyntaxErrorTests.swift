import Testing

@testable import GraphQLLanguage

struct SyntaxErrorTests {
    @Test(
        "§2.3 An executable document that is none says what was expected and found",
        arguments: [
            ("", "Unexpected <EOF>. (1:1)"),
            ("  \n # only a comment", "Unexpected <EOF>. (2:18)"),
            ("{", "Expected Name, found <EOF>. (1:2)"),
            ("}", #"Unexpected "}". (1:1)"#),
            ("{ a", "Expected Name, found <EOF>. (1:4)"),
            ("{ a } }", #"Unexpected "}". (1:7)"#),
            ("{ a: }", #"Expected Name, found "}". (1:6)"#),
            ("{ a() }", #"Expected Name, found ")". (1:5)"#),
            ("{ a(b) }", #"Expected ":", found ")". (1:6)"#),
            ("{ a(b:) }", #"Unexpected ")". (1:7)"#),
            ("{ a(b: [1) }", #"Unexpected ")". (1:10)"#),
            ("{ a(b: {c: 1]) }", #"Expected Name, found "]". (1:13)"#),
            ("{ a(b: {c]) }", #"Expected ":", found "]". (1:10)"#),
            ("{ a(b: {1: 2}) }", #"Expected Name, found Int "1". (1:9)"#),
            ("{ a(b: $) }", #"Expected Name, found ")". (1:9)"#),
            ("{ a @ }", #"Expected Name, found "}". (1:7)"#),
            ("{ 1.5 }", #"Expected Name, found Float "1.5". (1:3)"#),
            (#"{ """b""" }"#, #"Expected Name, found BlockString "b". (1:3)"#),
            ("{ ... }", #"Expected "{", found "}". (1:7)"#),
            ("{ ...on }", #"Expected Name, found "}". (1:9)"#),
            ("{ ... on T }", #"Expected "{", found "}". (1:12)"#),
            ("{ ...F { a } }", #"Expected Name, found "{". (1:8)"#),
            ("query", #"Expected "{", found <EOF>. (1:6)"#),
            ("query Q", #"Expected "{", found <EOF>. (1:8)"#),
            ("query Q() { a }", #"Expected "$", found ")". (1:9)"#),
            ("query Q($a) { a }", #"Expected ":", found ")". (1:11)"#),
            ("query Q($a:) { a }", #"Expected Name, found ")". (1:12)"#),
            ("query Q($a: [Int) { a }", #"Expected "]", found ")". (1:17)"#),
            ("query Q($a: Int!!) { a }", #"Expected "$", found "!". (1:17)"#),
            ("query Q($a: Int = $b) { a }", #"Unexpected variable "$b" in constant value. (1:19)"#),
            ("query Q($a: [Int] = [1, $b]) { a }", #"Unexpected variable "$b" in constant value. (1:25)"#),
            ("query Q($a: Int @d(x: $b)) { a }", #"Unexpected variable "$b" in constant value. (1:23)"#),
            ("query Q($a: Int = $) { a }", #"Unexpected "$". (1:19)"#),
            ("notanoperation Foo { field }", #"Unexpected Name "notanoperation". (1:1)"#),
            ("fragment on on on { on }", #"Unexpected Name "on". (1:10)"#),
            ("fragment F { a }", #"Expected "on", found "{". (1:12)"#),
            ("fragment F on T", #"Expected "{", found <EOF>. (1:16)"#),
            ("fragment F on { a }", #"Expected Name, found "{". (1:15)"#),
            ("fragment F($a: Int) on T { a }", #"Expected "on", found "(". (1:11)"#),
            ("...F", #"Unexpected "...". (1:1)"#),
        ]
    )
    func executable(text: String, message: String) {
        #expect(diagnosis(text) == message)
    }

    @Test(
        "§3 A type-system document that is none says what was expected and found",
        arguments: [
            ("schema {}", #"Expected Name, found "}". (1:9)"#),
            ("schema", #"Expected "{", found <EOF>. (1:7)"#),
            ("schema { query }", #"Expected ":", found "}". (1:16)"#),
            ("schema { read: Q }", #"Unexpected Name "read". (1:10)"#),
            ("scalar", "Expected Name, found <EOF>. (1:7)"),
            ("scalar D @x(a: $v)", #"Unexpected variable "$v" in constant value. (1:16)"#),
            ("type", "Expected Name, found <EOF>. (1:5)"),
            ("type A {}", #"Expected Name, found "}". (1:9)"#),
            ("type A { a }", #"Expected ":", found "}". (1:12)"#),
            ("type A { a: }", #"Expected Name, found "}". (1:13)"#),
            ("type A { a(): B }", #"Expected Name, found ")". (1:12)"#),
            ("type A { a(b) : C }", #"Expected ":", found ")". (1:13)"#),
            ("type A implements { a: B }", #"Expected Name, found "{". (1:19)"#),
            ("type A implements B, C { a: D }", #"Unexpected Name "C". (1:22)"#),
            ("type A implements B & { a: D }", #"Expected Name, found "{". (1:23)"#),
            ("interface I {}", #"Expected Name, found "}". (1:14)"#),
            ("union U = |", "Expected Name, found <EOF>. (1:12)"),
            ("union U = || A", #"Expected Name, found "|". (1:12)"#),
            ("union U = A |", "Expected Name, found <EOF>. (1:14)"),
            ("union U = A B", #"Unexpected Name "B". (1:13)"#),
            ("enum E {}", #"Expected Name, found "}". (1:9)"#),
            ("enum E { A true }", #"Name "true" is reserved and cannot be used for an enum value. (1:12)"#),
            ("enum E { false }", #"Name "false" is reserved and cannot be used for an enum value. (1:10)"#),
            ("enum E { null }", #"Name "null" is reserved and cannot be used for an enum value. (1:10)"#),
            ("input X {}", #"Expected Name, found "}". (1:10)"#),
            ("input X { a(b: C): D }", #"Expected ":", found "(". (1:12)"#),
            ("directive @d", #"Expected "on", found <EOF>. (1:13)"#),
            ("directive d on FIELD", #"Expected "@", found Name "d". (1:11)"#),
            ("directive @d on", "Expected Name, found <EOF>. (1:16)"),
            ("directive @d on FIELD | INCORRECT_LOCATION", #"Unexpected Name "INCORRECT_LOCATION". (1:25)"#),
            ("directive @d on field", #"Unexpected Name "field". (1:17)"#),
            ("directive @d repeated on FIELD", #"Expected "on", found Name "repeated". (1:14)"#),
            ("extend", "Unexpected <EOF>. (1:7)"),
            ("extend query Q { a }", #"Unexpected Name "query". (1:8)"#),
            ("extend directive @d on FIELD", #"Unexpected Name "on". (1:21)"#),
            ("extend directive @d", "Unexpected <EOF>. (1:20)"),
            ("extend directive d @e", #"Expected "@", found Name "d". (1:18)"#),
            ("extend directive @d @e(a: $b)", #"Unexpected variable "$b" in constant value. (1:27)"#),
            ("directive @d repeatable @e on FIELD", #"Expected "on", found "@". (1:25)"#),
            (
                #""d" extend directive @d @e"#,
                "Unexpected description, only GraphQL definitions support descriptions. (1:1)"
            ),
            ("extend schema", "Unexpected <EOF>. (1:14)"),
            ("extend schema {}", #"Expected Name, found "}". (1:16)"#),
            ("extend scalar D", "Unexpected <EOF>. (1:16)"),
            ("extend type A", "Unexpected <EOF>. (1:14)"),
            ("extend type A type B", #"Unexpected Name "type". (1:15)"#),
            ("extend interface A", "Unexpected <EOF>. (1:19)"),
            ("extend union A", "Unexpected <EOF>. (1:15)"),
            ("extend enum A", "Unexpected <EOF>. (1:14)"),
            ("extend input A", "Unexpected <EOF>. (1:15)"),
        ]
    )
    func typeSystem(text: String, message: String) {
        #expect(diagnosis(text) == message)
    }

    @Test(
        "§2.2 A description stands only before what can have one",
        arguments: [
            (
                #""d" { a }"#,
                "Unexpected description, descriptions are not supported on shorthand queries. (1:1)"
            ),
            (
                #" "d" extend type A { a: B }"#,
                "Unexpected description, only GraphQL definitions support descriptions. (1:2)"
            ),
            (#""d" nothing"#, "Unexpected description, only GraphQL definitions support descriptions. (1:1)"),
            (#""d" "e" type A"#, #"Unexpected String "e". (1:5)"#),
            (#""d""#, "Unexpected <EOF>. (1:4)"),
            (#"{ "d" a }"#, #"Expected Name, found String "d". (1:3)"#),
            (#"query Q("d") { a }"#, #"Expected "$", found ")". (1:12)"#),
        ]
    )
    func descriptions(text: String, message: String) {
        #expect(diagnosis(text) == message)
    }

    @Test(
        "§2.10 A value or type that stands alone ends where the source does",
        arguments: [
            ("", "Unexpected <EOF>."), ("1 2", #"Expected <EOF>, found Int "2"."#), ("[", "Unexpected <EOF>."),
            ("{a}", #"Expected ":", found "}"."#),
        ]
    )
    func standaloneValue(text: String, message: String) throws {
        let error = #expect(throws: SyntaxError.self) { try Value(parsing: Source(text)) }
        #expect(error?.message == message)
    }

    @Test(
        "§2.12 A type that is none says so",
        arguments: [
            ("", "Expected Name, found <EOF>."), ("A B", #"Expected <EOF>, found Name "B"."#),
            ("[A", #"Expected "]", found <EOF>."#), ("!", #"Expected Name, found "!"."#),
        ]
    )
    func standaloneType(text: String, message: String) throws {
        let error = #expect(throws: SyntaxError.self) { try TypeReference(parsing: Source(text)) }
        #expect(error?.message == message)
    }
}
