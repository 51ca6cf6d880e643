import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("Values that no message repeats")
struct HiddenValuesTests {
    private static let sdl = """
        directive @pii on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
        scalar Day
        enum Kind { PERSON OFFICE }
        input Sender { name: String @pii, kind: Kind, age: Int, score: Float, on: Day, old: Boolean, id: ID, next: Sender }
        input Page { size: Int, kind: Kind }
        type Query {
          find(sender: Sender): Int
          named(name: String @pii): Int
          page(page: Page, kind: Kind): Int
          deep: Query
        }
        type Mutation { register(page: Page, kind: Kind): Int }
        """

    private func messages(_ document: String, marked: String? = "pii") throws -> [String] {
        let options = ValidationOptions(
            personalDataDirective: marked,
            literalChecks: ["Day": { value in if case .string = value.kind { nil } else { "no day" } }]
        )
        let parsed = try Document(parsing: Source(document))
        return validate(parsed, against: try Schema.build(Self.sdl), options: options).map(\.message)
    }

    @Test(
        "say what is wrong with them all the same",
        arguments: [
            ("page: 7319", #"Expected value of type "Page" to be an object."#),
            ("page: [{size: S7319}]", #"Expected value of type "Page" to be an object."#),
            ("page: {size: \"7319\"}", "Int cannot represent non-integer value."),
            ("page: {size: 7319731973197319}", "Int cannot represent non 32-bit signed integer value."),
            ("page: {kind: S7319}", #"The value does not exist in "Kind" enum."#),
            ("kind: PERSO", #"The value does not exist in "Kind" enum. Did you mean the enum value "PERSON"?"#),
            ("kind: \"S7319\"", #"Enum "Kind" cannot represent non-enum value."#),
            ("page: {S7319: 1}", #"Expected value of type "Page" not to include an unknown field."#),
            (
                "page: {siz: \"S7319\"}",
                #"Expected value of type "Page" not to include unknown field "siz". Did you mean "size"?"#
            ),
            ("page: {size: 1, size: 2}", "There can be only one input field of a name."),
        ]
    )
    func mutation(_ argument: String, _ message: String) throws {
        #expect(try messages("mutation { register(\(argument)) }") == [message])
        // A document that also writes hides everything.
        #expect(
            try messages("query A { deep { page(\(argument)) } } mutation B { register(kind: OFFICE) }") == [message]
        )
        // One that does not is as it ever was.
        #expect(try messages("{ page(\(argument)) }") == messages("{ page(\(argument)) }", marked: nil))
        #expect(try messages("mutation { register(\(argument)) }", marked: nil) != [message])
    }

    @Test(
        "are those of a query, too, that takes personal data",
        arguments: [
            "{ find(sender: \"S7319\") }", "{ find(sender: {kind: S7319}) }", "{ find(sender: {age: \"S7319\"}) }",
            "{ find(sender: {score: [S7319]}) }", "{ find(sender: {old: S7319}) }",
            "{ find(sender: {id: {S7319: 1}}) }",
            "{ find(sender: {on: 7319}) }", "{ find(sender: {name: S7319}) }", "{ find(sender: {S7319: \"S7319\"}) }",
            "{ find(sender: {next: {next: [{name: 7319}]}}) }", "{ named(name: 7319) }", "{ named(name: [\"S7319\"]) }",
            "{ deep { ...F } } fragment F on Query { named(name: S7319) }",
            "{ page(kind: S7319) deep { ... on Query { named(name: \"a\") } } }",
            "query ($s: Sender = {age: \"S7319\"}) { find(sender: $s) }",
            "query ($n: Int = \"S7319\", $m: String) { named(name: $m) page(page: {size: $n}) }",
        ]
    )
    func query(_ document: String) throws {
        let hidden = try messages(document)
        #expect(!hidden.isEmpty)
        #expect(!hidden.joined().contains("7319"), "\(hidden)")
        #expect(try messages(document, marked: nil).joined().contains("7319"))
    }

    @Test("Variables are hidden where they stand for personal data or may hold some, in one that writes all are")
    func variables() throws {
        func prepared(_ document: String) throws -> ValidatedDocument {
            try ValidatedDocument(
                validating: Document(parsing: Source(document)),
                against: Schema.build(Self.sdl),
                options: ValidationOptions(personalDataDirective: "pii")
            )
        }
        let query = try prepared(
            """
            query ($a: String, $b: Int, $c: Sender, $d: String, $e: Page) {
                named(name: $a) find(sender: { age: $b, next: { name: $d } }) again: find(sender: $c) page(page: $e)
            }
            """
        )
        #expect(query.personalVariables == ["a", "c", "d"])
        #expect(!query.hidesVariables)
        #expect(query.hidesValues)
        #expect(try prepared("mutation ($k: Kind) { register(kind: $k) }").hidesVariables)
        #expect(try prepared("query ($e: Page) { page(page: $e) }").hidesValues == false)
    }

    @Test("The hardened profile hints at no selection, graphql-js does whatever it hides")
    func selectionHint() throws {
        func message(_ options: ValidationOptions) throws -> String? {
            let document = try Document(parsing: Source("{ deep }"))
            return validate(document, against: try Schema.build(Self.sdl), options: options).first?.message
        }
        let plain = #"Field "deep" of type "Query" must have a selection of subfields."#
        #expect(try message(ValidationOptions(hidesSelectionHints: true)) == plain)
        #expect(try message(ValidationOptions(hidesSuggestions: true)) == plain + #" Did you mean "deep { ... }"?"#)
    }
}
