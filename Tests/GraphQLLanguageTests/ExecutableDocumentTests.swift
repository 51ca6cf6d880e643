import Testing

@testable import GraphQLLanguage

struct ExecutableDocumentTests {
    @Test("§2.4 A shorthand query has selections and nothing else")
    func shorthand() throws {
        let operation = try operation(" { a b }")
        #expect(operation.kind == .query)
        #expect(operation.name == nil)
        #expect(operation.description == nil)
        #expect(operation.variables.isEmpty)
        #expect(operation.directives.isEmpty)
        #expect(operation.offset == 1)
        #expect(operation.selections.map(\.printed) == ["a", "b"])
    }

    @Test(
        "§2.4 An operation has a kind, perhaps a name",
        arguments: [
            ("query { a }", OperationKind.query, nil), ("mutation M { a }", .mutation, "M"),
            ("subscription S { a }", .subscription, "S"), ("query query { a }", .query, "query"),
            ("query on { a }", .query, "on"), ("mutation fragment { a }", .mutation, "fragment"),
        ]
    )
    func kinds(text: String, kind: OperationKind, name: String?) throws {
        let operation = try operation(text)
        #expect(operation.kind == kind)
        #expect(operation.name?.text == name)
    }

    @Test("§2.11 Variables have a type, a default, directives and a description")
    func variables() throws {
        let operation = try operation(
            #"query Q($a: [Int!]! = [1] @d, "which" $b: In) { a }"#
        )
        try #require(operation.variables.count == 2)
        let first = operation.variables[0]
        #expect(first.name.text == "a")
        #expect(first.offset == 8)
        #expect(first.name.offset == 9)
        #expect(first.type.description == "[Int!]!")
        #expect(first.defaultValue?.printed == "[1]")
        #expect(first.directives.map(\.name.text) == ["d"])
        #expect(first.description == nil)
        let second = operation.variables[1]
        #expect(second.description?.text == "which")
        #expect(second.defaultValue == nil)
    }

    @Test("§2.6 A field has an alias, arguments, directives and selections")
    func field() throws {
        let operation = try operation("{ x: letters(first: 5, state: OPEN) @skip(if: $s) @c { id } }")
        guard case .field(let field) = operation.selections[0] else { throw NotThat() }
        #expect(field.alias?.text == "x")
        #expect(field.name.text == "letters")
        #expect(field.responseKey == "x")
        #expect(field.offset == 2)
        #expect(field.name.offset == 5)
        #expect(field.arguments.map(\.name.text) == ["first", "state"])
        #expect(field.arguments[1].value.enumName == "OPEN")
        #expect(field.directives.map(\.name.text) == ["skip", "c"])
        #expect(field.directives[0].argument("if")?.printed == "$s")
        #expect(field.directives[0].argument("unless") == nil)
        #expect(field.selections.map(\.printed) == ["id"])
    }

    @Test("§2.5 A selection set may be empty, which is not the same as none")
    func emptySelectionSets() throws {
        #expect(try operation("{}").selections.isEmpty)
        #expect(try operation("query Q @a { }").selections.isEmpty)
        let selections = try operation("{ a {} b ... {} ... on T @c { } }").selections
        guard case .field(let a) = selections[0], case .field(let b) = selections[1] else { throw NotThat() }
        #expect(a.selections.isEmpty)
        #expect(a.selectionSetOffset == 4)
        #expect(b.selectionSetOffset == nil)
        #expect(selections.map(\.printed) == ["a {}", "b", "... {}", "... on T @c {}"])
        #expect(try document("query Q{}fragment F on T{}").printed == "query Q {}\n\nfragment F on T {}")
    }

    @Test(
        "§2.1.8 Keywords are names where a name is expected",
        arguments: [
            "query", "mutation", "subscription", "fragment", "on", "true", "false", "null", "type", "extend", "schema",
        ]
    )
    func keywords(word: String) throws {
        let text = "{ \(word): \(word)(\(word): $\(word)) @\(word) { \(word) } }"
        #expect(diagnosis(text) == nil)
    }

    @Test("§2.9 A spread names a fragment, an inline fragment has a condition or none")
    func fragments() throws {
        let operation = try operation("{ ...F @a ... on T @b { x } ... @c { y } ... { z } ...onward }")
        let printed = operation.selections.map { $0.printed.split(separator: "\n")[0] }
        #expect(printed == ["...F @a", "... on T @b {", "... @c {", "... {", "...onward"])
        guard case .fragmentSpread(let spread) = operation.selections[0],
            case .inlineFragment(let inline) = operation.selections[1]
        else { throw NotThat() }
        #expect(spread.offset == 2)
        #expect(inline.typeCondition?.text == "T")
        #expect(inline.offset == 10)
    }

    @Test("§2.2 Operations and fragments have descriptions")
    func descriptions() throws {
        let definitions = try document(
            """
            "one letter" query L { letter { ...F } }
            \"""
            its number
            \"""
            fragment F on Letter @d { no }
            """
        ).definitions
        guard case .operation(let operation) = definitions[0], case .fragment(let fragment) = definitions[1]
        else { throw NotThat() }
        #expect(operation.description?.text == "one letter")
        #expect(operation.description?.isBlock == false)
        #expect(operation.offset == 0)
        #expect(fragment.description?.text == "its number")
        #expect(fragment.description?.isBlock == true)
        #expect(fragment.name.text == "F")
        #expect(fragment.typeCondition.text == "Letter")
        #expect(fragment.directives.count == 1)
    }

    @Test(
        "§2.12 A type reference nests lists and non-null",
        arguments: ["A", "A!", "[A]", "[A]!", "[A!]", "[A!]!", "[[A!]!]!", "[[[A]]]"]
    )
    func types(text: String) throws {
        let type = try TypeReference(parsing: Source(text))
        #expect(type.description == text)
        #expect(type.namedType == "A")
        #expect(type.isNonNull == text.hasSuffix("!"))
        #expect(try type == TypeReference(parsing: Source(" \(text) ")))
    }
}

struct ValueTests {
    @Test(
        "§2.10 A value is printed as it is read",
        arguments: [
            "1", "-1.5e3", "true", "false", "null", "ENUM", "$variable", "\"text\"", "[]", "[1, 2]", "[[], [[]]]",
            "{ a: 1 }", "{ a: { b: [$c] }, d: null }", #""\"\\\b\f\n\r\t\u0000\u007F\u009F""#, "\"信访 😀\"",
            "\"\"\"block\"\"\"", "trueish", "nullable",
        ]
    )
    func printed(text: String) throws {
        #expect(try value(text).printed == text)
    }

    @Test("§2.10 A value knows where it starts")
    func offsets() throws {
        let list = try value(" [ 1, {a: $b} ]")
        #expect(list.offset == 1)
        #expect(list.items.map(\.offset) == [3, 6])
        guard case .object(let fields) = list.items[1].kind else { throw NotThat() }
        #expect(fields[0].name.offset == 7)
        #expect(fields[0].value.offset == 10)
    }

    @Test("§2.10.7 A value that is no list is its only item")
    func items() throws {
        #expect(try value("A").items.map(\.printed) == ["A"])
        #expect(try value("[]").items.isEmpty)
        #expect(try value("1").stringText == nil)
        #expect(try value("true").enumName == nil)
    }
}
