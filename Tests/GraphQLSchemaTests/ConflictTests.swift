import GraphQLSchema
import Testing

@Suite("Conflicts between fragments")
struct ConflictTests {
    private let query = letters(
        "type Query {\n  letter: Letter\n}\ntype Letter {\n  id(in: Int): ID!\n}\nenum State {\n  OPEN\n}"
    )

    @Test("A type defined by two plugins names both places")
    func types() {
        #expect(
            diagnostics(of: [query, dossiers("\ntype Letter {\n  id: ID!\n}")]) == [
                """
                dossiers: Dossiers.graphql:2: There can be only one type named "Letter". \
                (see letters: Letters.graphql:4)
                """,
                """
                dossiers: Dossiers.graphql:3: Field "Letter.id" can only be defined once. \
                (see letters: Letters.graphql:5)
                """,
            ]
        )
    }

    @Test("A field defined by two plugins names both places")
    func fields() {
        #expect(
            diagnostics(of: [query, dossiers("extend type Letter {\n  id: ID!\n}")]) == [
                """
                dossiers: Dossiers.graphql:2: Field "Letter.id" can only be defined once. \
                (see letters: Letters.graphql:5)
                """
            ]
        )
    }

    @Test("A field that two extensions of a root define names both places")
    func rootFields() {
        #expect(
            diagnostics(of: [letters("extend type Query { a: Int }"), dossiers("extend type Query { a: Int }")]) == [
                """
                dossiers: Dossiers.graphql:1: Field "Query.a" can only be defined once. \
                (see letters: Letters.graphql:1)
                """
            ]
        )
    }

    @Test("An enum value defined by two plugins names both places")
    func enumValues() {
        #expect(
            diagnostics(of: [query, dossiers("extend enum State { SHUT\nOPEN }")]) == [
                """
                dossiers: Dossiers.graphql:2: Enum value "State.OPEN" can only be defined once. \
                (see letters: Letters.graphql:8)
                """
            ]
        )
    }

    @Test("A directive defined by two plugins names both places")
    func directives() {
        let directive = "directive @tag on OBJECT"
        #expect(
            diagnostics(of: [letters("type Query { a: Int }\n\(directive)"), dossiers(directive)]) == [
                """
                dossiers: Dossiers.graphql:1: There can be only one directive named "@tag". \
                (see letters: Letters.graphql:2)
                """
            ]
        )
    }

    @Test("An input field defined twice names both places")
    func inputFields() {
        #expect(
            diagnostics(of: [
                letters("type Query { a(f: Filter): Int }\ninput Filter { a: Int }"),
                dossiers("extend input Filter { a: Int }"),
            ]) == [
                """
                dossiers: Dossiers.graphql:1: Field "Filter.a" can only be defined once. \
                (see letters: Letters.graphql:2)
                """
            ]
        )
    }

    @Test("An extension of an unknown type is refused, with a suggestion")
    func unknownExtension() {
        #expect(
            diagnostics(of: [query, dossiers("\nextend type Leter {\n  id: ID!\n}")]) == [
                """
                dossiers: Dossiers.graphql:2: Cannot extend type "Leter" because it is not defined. \
                Did you mean "Letter"?
                """
            ]
        )
    }

    @Test("An extension of another kind is refused")
    func extensionKind() {
        #expect(
            diagnostics(of: [query, dossiers("extend input Letter { other: ID! }")]) == [
                """
                dossiers: Dossiers.graphql:1: Cannot extend non-input object type "Letter". \
                (see letters: Letters.graphql:4)
                """
            ]
        )
    }

    @Test("All problems of all files are reported at once, sorted by file and line")
    func allTogether() {
        #expect(
            diagnostics(of: [
                letters("type Query {\n  a: Nowhere\n  b(x: Int! = null): Int\n}\ntype Empty"),
                dossiers("extend type Query {\n  c: Int @unknown\n}\nunion None"),
            ]) == [
                "dossiers: Dossiers.graphql:2: Unknown directive \"@unknown\".",
                "dossiers: Dossiers.graphql:4: Union type None must define one or more member types.",
                "letters: Letters.graphql:2: Unknown type \"Nowhere\".",
                """
                letters: Letters.graphql:3: Query.b(x:) has invalid default value: \
                Expected value of non-null type "Int!" not to be null.
                """,
                "letters: Letters.graphql:5: Type Empty must define one or more fields.",
            ]
        )
    }

    @Test("Syntax errors of every file are reported together")
    func syntaxErrors() {
        #expect(
            diagnostics(of: [letters("type Query {\n  a Int\n}"), dossiers("type {")]) == [
                "dossiers: Dossiers.graphql:1: Syntax Error: Expected Name, found \"{\".",
                "letters: Letters.graphql:2: Syntax Error: Expected \":\", found Name \"Int\".",
            ]
        )
    }

    @Test("An engine's type serves only the engine's directives")
    func engineTypes() {
        #expect(
            diagnostics(
                of: [letters("type Query {\n  a(k: MaskKind): Int\n}")],
                directives: "directive @mask(as: MaskKind!) on FIELD_DEFINITION\nenum MaskKind { NAME }"
            ) == ["letters: Letters.graphql:2: Unknown type \"MaskKind\"."]
        )
    }

    @Test("A fragment cannot define an engine's directive or type again")
    func engineConflict() {
        #expect(
            diagnostics(
                of: [letters("type Query { a: Int }\ndirective @mask on OBJECT")],
                directives: "directive @mask on FIELD_DEFINITION"
            ) == [
                """
                letters: Letters.graphql:2: There can be only one directive named "@mask". \
                (see engine: directives:1)
                """
            ]
        )
    }

    @Test("An argument of a directive must be of its type")
    func directiveValues() {
        #expect(
            diagnostics(
                of: [
                    letters(
                        "type Query {\n  a: Int @mask(as: NAMES)\n  b: Int @mask(as: NAME, on: [1])\n  c: Int @mask(as: null)\n}"
                    )
                ],
                directives: "directive @mask(as: Kind!, on: [String!]) on FIELD_DEFINITION\nenum Kind { NAME }"
            ) == [
                """
                letters: Letters.graphql:2: Argument "@mask(as:)" has invalid value: \
                Value "NAMES" does not exist in "Kind" enum. Did you mean the enum value "NAME"?
                """,
                """
                letters: Letters.graphql:3: Argument "@mask(on:)" has invalid value at [0]: \
                String cannot represent a non string value: 1
                """,
                """
                letters: Letters.graphql:4: Argument "@mask(as:)" has invalid value: \
                Expected value of non-null type "Kind!" not to be null.
                """,
            ]
        )
    }

    @Test("What is built in cannot be defined", arguments: ["String", "ID", "__Type"])
    func builtInTypes(name: String) {
        #expect(
            diagnostics(of: [letters("type Query { a: Int }\nscalar \(name)")]) == [
                "letters: Letters.graphql:2: Type \"\(name)\" is built in and cannot be defined."
            ]
        )
    }

    @Test("A built-in directive cannot be defined")
    func builtInDirectives() {
        #expect(
            diagnostics(of: [letters("type Query { a: Int }\ndirective @skip on FIELD")]) == [
                "letters: Letters.graphql:2: Directive \"@skip\" is built in and cannot be defined."
            ]
        )
    }

    @Test(
        "A directive is not applied within its own definition",
        arguments: [
            "directive @d(x: Int @d) on ARGUMENT_DEFINITION",
            "directive @d(x: Int @e) on ARGUMENT_DEFINITION directive @e(x: Int @d) on ARGUMENT_DEFINITION",
            "directive @d(x: I) on INPUT_FIELD_DEFINITION input I { j: [J!] } input J { a: Int @d }",
            "directive @d(x: E) on ENUM_VALUE enum E { A @d }",
            "directive @d(x: S) on SCALAR scalar S @d",
        ]
    )
    func directiveCycles(sdl: String) {
        let found = diagnostics(of: [letters("type Query { a: Int } " + sdl)])
        #expect(
            found.first
                == "letters: Letters.graphql:1: Directive \"@d\" cannot be applied within its own definition."
        )
        #expect(found.allSatisfy { $0.hasSuffix("cannot be applied within its own definition.") })
    }

    @Test("Operations and fragments do not belong into a schema")
    func executables() {
        #expect(
            diagnostics(of: [letters("type Query { a: Int }\nquery Q { a }\nfragment F on Query { a }")]) == [
                "letters: Letters.graphql:2: The operation does not belong into a schema.",
                "letters: Letters.graphql:3: The fragment \"F\" does not belong into a schema.",
            ]
        )
    }

    @Test("A failure describes one problem a line")
    func failureText() {
        let failure = SchemaFailure(diagnostics: [
            SchemaDiagnostic("One."),
            SchemaDiagnostic("Two.", provenance: [Provenance(plugin: "letters", file: "L.graphql", line: 3)]),
        ])
        #expect(failure.description == "One.\nletters: L.graphql:3: Two.")
    }
}
