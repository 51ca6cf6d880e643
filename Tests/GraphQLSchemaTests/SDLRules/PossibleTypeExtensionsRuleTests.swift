import GraphQLSchema
import Testing

@Suite("PossibleTypeExtensionsRule (§3.4.3)")
struct PossibleTypeExtensionsRuleTests {
    private static let kinds = [
        ("scalar", "scalar"), ("type", "object"), ("interface", "interface"), ("union", "union"), ("enum", "enum"),
        ("input", "input object"),
    ]

    private static let pairs = kinds.flatMap { first in kinds.map { (first.0, $0.0, $0.1) } }

    @Test("An extension is of the kind of the type's definition", arguments: pairs)
    func kind(defined: String, extended: String, name: String) throws {
        #expect(
            try report(.possibleTypeExtensions, "\n\"text\" \(defined) A\n  extend \(extended) A @d")
                == (defined == extended ? [] : ["Cannot extend non-\(name) type \"A\". (2:1, 3:3)"])
        )
    }

    @Test("An extension of a schema is of the kind of the type there", arguments: pairs)
    func existingKind(defined: String, extended: String, name: String) throws {
        #expect(
            try report(.possibleTypeExtensions, "\nextend \(extended) A @d", extending: "\(defined) A")
                == (defined == extended ? [] : ["Cannot extend non-\(name) type \"A\". (2:1)"])
        )
    }

    @Test("The document's definition counts before the schema's")
    func both() throws {
        #expect(
            try report(.possibleTypeExtensions, "scalar A extend scalar A @d", extending: "type A { a: Int }") == []
        )
    }

    @Test("A type that is extended is defined")
    func undefined() throws {
        #expect(
            try report(.possibleTypeExtensions, "type Known\n extend type Unknown { a: Int }\nextend scalar X @d") == [
                "Cannot extend type \"Unknown\" because it is not defined. Did you mean \"Known\"? (2:14)",
                "Cannot extend type \"X\" because it is not defined. (3:15)",
            ]
        )
        #expect(
            try report(.possibleTypeExtensions, "extend type Knowns { a: Int }", extending: "type Known { a: Int }")
                == [
                    "Cannot extend type \"Knowns\" because it is not defined. Did you mean \"Known\"? (1:13)"
                ]
        )
    }

    @Test("Suggestions can be hidden")
    func hidden() throws {
        #expect(
            try report(.possibleTypeExtensions, "type Known extend type Unknown @d", hidesSuggestions: true) == [
                "Cannot extend type \"Unknown\" because it is not defined. (1:24)"
            ]
        )
    }

    @Test("A built-in type is defined only for a schema that has it")
    func builtIn() throws {
        #expect(
            try report(.possibleTypeExtensions, "extend scalar Int @d") == [
                "Cannot extend type \"Int\" because it is not defined. (1:15)"
            ]
        )
        #expect(try report(.possibleTypeExtensions, "extend scalar Int @d", extending: "type Query { a: Int }") == [])
    }
}
