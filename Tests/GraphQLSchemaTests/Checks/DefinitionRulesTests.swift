import GraphQLSchema
import Testing

@Suite("Rules for SDL documents")
struct DefinitionRulesTests {
    /// SDL and the messages with which it is refused.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sdl: String
        let messages: [String]

        init(_ name: String, _ sdl: String, _ messages: String...) {
            self.name = name
            self.sdl = sdl
            self.messages = messages
        }

        var testDescription: String { name }
    }

    @Test("A schema that breaks a rule is refused with graphql-js' message", arguments: cases)
    func refused(_ example: Case) {
        #expect(refusals(of: example.sdl).sorted() == example.messages.sorted())
    }

    static let cases = [
        Case("valid", "type Query { a: Int }"),
        Case("only a scalar", "scalar Date"),
        Case(
            "two schema definitions",
            "type A { a: Int } schema { query: A } schema { mutation: B } type B { b: Int }",
            "Must provide only one schema definition."
        ),
        Case(
            "one operation twice",
            "schema { query: A query: B } type A { a: Int } type B { a: Int }",
            "There can be only one query type in schema."
        ),
        Case(
            "one operation again in an extension",
            "schema { query: A mutation: A } extend schema { mutation: A } type A { a: Int }",
            "There can be only one mutation type in schema."
        ),
        Case("type twice", "type A { a: Int } scalar A", "There can be only one type named \"A\"."),
        Case(
            "type twice with one field",
            "type A { a: Int } type A { a: Int }",
            "There can be only one type named \"A\".",
            "Field \"A.a\" can only be defined once."
        ),
        Case("unknown type twice", "type A { a: Nowhere b: Nowhere }", unknown, unknown),
        Case("field twice", "type A { a: Int a: String }", "Field \"A.a\" can only be defined once."),
        Case("interface field twice", "interface A { a: Int a: Int }", "Field \"A.a\" can only be defined once."),
        Case("input field twice", "input A { a: Int a: Int }", "Field \"A.a\" can only be defined once."),
        Case(
            "field again in an extension",
            "type A { a: Int } extend type A { b: Int a: Int }",
            "Field \"A.a\" can only be defined once."
        ),
        Case("enum value twice", "enum E { A B A }", "Enum value \"E.A\" can only be defined once."),
        Case(
            "argument twice",
            "type A { f(x: Int, y: Int, x: Int): Int }",
            "Argument \"A.f(x:)\" can only be defined once."
        ),
        Case(
            "directive argument twice",
            "directive @d(x: Int, x: Int) on OBJECT",
            "Argument \"@d(x:)\" can only be defined once."
        ),
        Case(
            "directive twice",
            "directive @d on OBJECT directive @d on FIELD",
            "There can be only one directive named \"@d\"."
        ),
        Case("unknown field type", "type A { a: [Nowhere!]! }", "Unknown type \"Nowhere\"."),
        Case("unknown argument type", "type A { a(x: Nowhere): Int }", "Unknown type \"Nowhere\"."),
        Case("unknown input field type", "input A { a: Nowhere }", "Unknown type \"Nowhere\"."),
        Case("unknown interface", "type A implements Nowhere { a: Int }", "Unknown type \"Nowhere\"."),
        Case("unknown member", "union A = Nowhere", "Unknown type \"Nowhere\"."),
        Case("unknown root", "schema { query: B }", "Unknown type \"B\"."),
        Case("unknown directive argument type", "directive @d(x: B) on OBJECT", "Unknown type \"B\"."),
        Case(
            "unknown type close to known ones",
            "type Letter { a: Lettre b: Sting }",
            "Unknown type \"Lettre\". Did you mean \"Letter\"?",
            "Unknown type \"Sting\". Did you mean \"String\" or \"Int\"?"
        ),
        Case("extension of nothing", "extend type A { a: Int }", "Cannot extend type \"A\" because it is not defined."),
        Case(
            "extension of a close name",
            "enum States { A } extend enum State { B }",
            "Cannot extend type \"State\" because it is not defined. Did you mean \"States\"?"
        ),
        Case("object as enum", "type A { a: Int } extend enum A { B }", "Cannot extend non-enum type \"A\"."),
        Case("scalar as object", "scalar A extend type A { a: Int }", "Cannot extend non-object type \"A\"."),
        Case(
            "object as interface",
            "type A { a: Int } extend interface A { b: Int }",
            "Cannot extend non-interface type \"A\"."
        ),
        Case("object as union", "type A { a: Int } extend union A = A", "Cannot extend non-union type \"A\"."),
        Case(
            "object as input",
            "type A { a: Int } extend input A { b: Int }",
            "Cannot extend non-input object type \"A\"."
        ),
        Case(
            "object as scalar",
            "type A { a: Int } extend scalar A @specifiedBy(url: \"u\")",
            "Cannot extend non-scalar type \"A\"."
        ),
        Case("unknown directive", "type A @b { a: Int }", "Unknown directive \"@b\"."),
        Case(
            "directive in the wrong place",
            "type A @deprecated { a: Int }",
            "Directive \"@deprecated\" may not be used on OBJECT."
        ),
        Case(
            "executable directive on a field",
            "type A { a: Int @skip(if: true) }",
            "Directive \"@skip\" may not be used on FIELD_DEFINITION."
        ),
        Case(
            "directive twice at one place",
            "type A { a: Int @deprecated @deprecated }",
            "The directive \"@deprecated\" can only be used once at this location."
        ),
        Case(
            "directive on a type and its extension",
            "directive @d on OBJECT type A @d { a: Int } extend type A @d",
            "The directive \"@d\" can only be used once at this location."
        ),
        Case("repeatable directive", "directive @d repeatable on OBJECT type A @d @d { a: Int }"),
        Case(
            "unknown directive argument",
            "type A { a: Int @deprecated(resaon: \"x\") }",
            "Unknown argument \"resaon\" on directive \"@deprecated\". Did you mean \"reason\"?"
        ),
        Case(
            "argument twice on a directive",
            "type A { a: Int @deprecated(reason: \"x\", reason: \"y\") }",
            "There can be only one argument named \"reason\"."
        ),
        Case(
            "required directive argument",
            "scalar A @specifiedBy",
            "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided."
        ),
        Case(
            "field of a literal twice",
            "input I { a: Int } type A { f(x: I = {a: 1, a: 2}): Int }",
            "There can be only one input field named \"a\"."
        ),
        Case("type with a built-in scalar's name", "scalar String type A { a: String }"),
        Case(
            "built-in directive defined anew",
            "directive @deprecated on OBJECT type A @deprecated { a: Int }"
        ),
    ]

    private static let unknown = "Unknown type \"Nowhere\"."

    @Test(
        "A directive's every location is checked",
        arguments: [
            ("schema @d { query: A } type A { a: Int }", "SCHEMA"),
            ("scalar S @d", "SCALAR"),
            ("type A @d { a: Int }", "OBJECT"),
            ("type A { a: Int @d }", "FIELD_DEFINITION"),
            ("type A { a(x: Int @d): Int }", "ARGUMENT_DEFINITION"),
            ("interface A @d { a: Int }", "INTERFACE"),
            ("type A { a: Int } union U @d = A", "UNION"),
            ("enum E @d { A }", "ENUM"),
            ("enum E { A @d }", "ENUM_VALUE"),
            ("input I @d { a: Int }", "INPUT_OBJECT"),
            ("input I { a: Int @d }", "INPUT_FIELD_DEFINITION"),
            ("directive @e(x: Int @d) on FIELD", "ARGUMENT_DEFINITION"),
        ]
    )
    func locations(sdl: String, location: String) {
        #expect(
            refusals(of: sdl + " directive @d on QUERY") == ["Directive \"@d\" may not be used on \(location)."]
        )
        #expect(refusals(of: sdl + " directive @d on \(location)").isEmpty)
    }
}
