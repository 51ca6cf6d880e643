import Testing

@testable import GraphQLLanguage

struct PrinterTests {
    @Test(
        "A definition is printed on as few lines as graphql-js takes",
        arguments: [
            ("query { a }", "{\n  a\n}"),
            ("query Q { a }", "query Q {\n  a\n}"),
            ("query @d { a }", "query @d {\n  a\n}"),
            ("mutation { a }", "mutation {\n  a\n}"),
            ("query ($a: Int = 1 @d, $b: [B!]) { a }", "query ($a: Int = 1 @d, $b: [B!]) {\n  a\n}"),
            ("query Q(\"d\" $a: A, $b: B) { a }", "query Q(\n\"d\"\n$a: A\n$b: B\n) {\n  a\n}"),
            ("\"d\" query { a }", "\"d\"\nquery {\n  a\n}"),
            (
                "{ a { b ...F @x ... on T { c } } }",
                "{\n  a {\n    b\n    ...F @x\n    ... on T {\n      c\n    }\n  }\n}"
            ),
            ("fragment F on T @d { a }", "fragment F on T @d {\n  a\n}"),
            ("{ a(b: {}, c: []) }", "{\n  a(b: {  }, c: [])\n}"),
            ("{ a(b: \"\"\"x\ny\"\"\") }", "{\n  a(b: \"\"\"\n  x\n  y\n  \"\"\")\n}"),
            ("type A { b(c: C, d: D = 1): E }", "type A {\n  b(c: C, d: D = 1): E\n}"),
            ("type A { b(\"c\" c: C, d: D): E }", "type A {\n  b(\n    \"c\"\n    c: C\n    d: D\n  ): E\n}"),
            ("directive @d(\"a\" a: A) on FIELD", "directive @d(\n  \"a\"\n  a: A\n) on FIELD"),
            ("directive @d @a @b(c: 1) repeatable on FIELD", "directive @d @a @b(c: 1) repeatable on FIELD"),
            ("extend directive @d @a @b(c: 1)", "extend directive @d @a @b(c: 1)"),
            ("query {}", "{}"), ("query Q {}", "query Q {}"), ("{ a { } }", "{\n  a {}\n}"),
            ("type A type B", "type A\n\ntype B"),
            // The short form would be read as the fields of what is in front of it.
            ("type A query { b }", "type A\n\nquery {\n  b\n}"),
            ("type A { c: D } { b }", "type A {\n  c: D\n}\n\n{\n  b\n}"),
            ("interface A implements B @c query { b }", "interface A implements B @c\n\nquery {\n  b\n}"),
            ("enum A query { b }", "enum A\n\nquery {\n  b\n}"), ("input A query { b }", "input A\n\nquery {\n  b\n}"),
            ("extend schema @a query { b }", "extend schema @a\n\nquery {\n  b\n}"),
            ("scalar A query { b }", "scalar A\n\n{\n  b\n}"), ("union A { b }", "union A\n\n{\n  b\n}"),
            (
                "\"\"\"a\nb\"\"\" type A { \"\"\"c\"\"\" d: E }",
                "\"\"\"\na\nb\n\"\"\"\ntype A {\n  \"\"\"c\"\"\"\n  d: E\n}"
            ),
        ]
    )
    func layout(text: String, printed: String) throws {
        #expect(try document(text).printed == printed)
        #expect(try document(printed).printed == printed)
    }

    @Test("Arguments longer than 80 columns take a line each")
    func longArguments() throws {
        let name = String(repeating: "a", count: 72)
        #expect(try document("{ \(name)(b: 123) }").printed == "{\n  \(name)(b: 123)\n}")
        #expect(try document("{ \(name)(b: 1234) }").printed == "{\n  \(name)(\n    b: 1234\n  )\n}")
        #expect(try document("{ \(name)(b: 12, c: 1) }").printed == "{\n  \(name)(\n    b: 12\n    c: 1\n  )\n}")
    }

    @Test("Lists and objects longer than 80 columns take a line each")
    func longValues() throws {
        let item = "\"" + String(repeating: "b", count: 36) + "\""
        #expect(try value("[\(item) \(item)]").printed == "[\(item), \(item)]")
        #expect(try value("[\(item) \(item) 1]").printed == "[\n  \(item)\n  \(item)\n  1\n]")
        #expect(try value("{a: \(item), b: \(item)}").printed == "{\n  a: \(item)\n  b: \(item)\n}")
    }

    @Test("Nested lists and objects break line by line from the outside in, and short ones stay on a line")
    func nestedValues() throws {
        let item = "\"" + String(repeating: "b", count: 30) + "\""
        #expect(
            try document("{ f(a: {b: [\(item), [\(item), \(item), \(item)]], c: {d: 1}}, e: [1]) }").printed == """
                {
                  f(
                    a: {
                      b: [
                        \(item)
                        [
                          \(item)
                          \(item)
                          \(item)
                        ]
                      ]
                      c: { d: 1 }
                    }
                    e: [1]
                  )
                }
                """
        )
    }

    @Test("A value that takes lines puts all arguments or variables on lines of their own")
    func linesInside() throws {
        let long = "\"" + String(repeating: "b", count: 80) + "\""
        #expect(
            try document("query Q($a: A = [\(long)], $b: B) { c }").printed
                == "query Q(\n$a: A = [\n  \(long)\n]\n$b: B\n) {\n  c\n}"
        )
        #expect(
            try document("query Q($a: A @d(e: [\(long)])) { c }").printed
                == "query Q(\n$a: A @d(e: [\n  \(long)\n])\n) {\n  c\n}"
        )
        #expect(
            try document("type A { b(c: C = {d: \(long)}, e: E): F }").printed
                == "type A {\n  b(\n    c: C = {\n      d: \(long)\n    }\n    e: E\n  ): F\n}"
        )
        #expect(
            try document("scalar A @b(c: [\(long)], d: [1])").printed == "scalar A @b(c: [\n  \(long)\n], d: [1])"
        )
    }

    @Test("A value in an error message is indented a hundred levels deep and no deeper")
    func printedForError() throws {
        let item = "\"" + String(repeating: "b", count: 80) + "\""
        let deep = try value(String(repeating: "[", count: 102) + item + String(repeating: "]", count: 102))
        let lines = deep.printedForError.split(separator: "\n")
        #expect(lines.count == 201)
        #expect(lines[99] == String(repeating: " ", count: 198) + "[")
        #expect(lines[100] == String(repeating: " ", count: 200) + "[ [ \(item) ] ]")
        #expect(lines[101] == String(repeating: " ", count: 198) + "]")
        #expect(try value(deep.printedForError).printed == deep.printed)
        #expect(try value("[1]").printedForError == "[1]")
    }

    @Test("What is nested deep is printed in one pass")
    func deep() throws {
        let items = String(repeating: "1234567890, ", count: 10_000)
        let text = "{a(b:" + String(repeating: "[", count: 190) + items + String(repeating: "]", count: 190) + ")}"
        let document = try document(text)
        let duration = try ContinuousClock().measure {
            #expect(document.printed.utf8.count > 4_000_000)
            _ = try Source(document.printed).strippingIgnoredCharacters()
        }
        #expect(duration < .seconds(10))
    }

    @Test("A length is counted in code points")
    func length() throws {
        let fits = String(repeating: "信", count: 76)
        #expect(try value("[\"\(fits)\"]").printed == "[\"\(fits)\"]")
        let pairs = String(repeating: "😀", count: 76)
        #expect(try value("[\"\(pairs)\"]").printed == "[\"\(pairs)\"]")
        #expect(try value("[\"\(pairs)😀\"]").printed == "[\n  \"\(pairs)😀\"\n]")
    }
}
