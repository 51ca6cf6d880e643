import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.2 and §3.3.
@Suite("The specification's examples of schemas (§3.2, §3.3)")
struct SchemaExamples {
    private static let described = #"""
        """
        A simple GraphQL schema which is well described.
        """
        schema {
          query: Query
        }

        """
        Root type for all your query operations
        """
        type Query {
          """
          Translates a string from a given language into a different language.
          """
          translate(
            "The original language that `text` is provided in."
            fromLanguage: Language

            "The translated language to be returned."
            toLanguage: Language

            "The text to be translated."
            text: String
          ): String
        }

        """
        The set of languages supported by `translate`.
        """
        enum Language {
          "English"
          EN

          "French"
          FR

          "Chinese"
          CH
        }
        """#

    private static let custom = """
        schema {
          query: MyQueryRootType
          mutation: MyMutationRootType
        }

        type MyQueryRootType {
          someField: String
        }

        type MyMutationRootType {
          setSomeField(to: String): String
        }
        """
    private static let viruses = """
        schema {
          query: Query
        }

        type Query {
          latestVirus: Virus
        }

        type Virus {
          name: String
          mutations: [Mutation]
        }

        type Mutation {
          name: String
        }
        """
    private static let describedRoots = #"""
        """
        Example schema
        """
        schema {
          query: Query
          mutation: Mutation
        }

        type Query {
          someField: String
        }

        type Mutation {
          someMutation: String
        }
        """#

    @Test(
        "are valid",
        arguments: [
            TypeSystemExample(
                "§3.2 a schema that is well described",
                described,
                assuming: "",
                printed: described.replacing("\n\n  ", with: "\n  ").replacing("\n\n    ", with: "\n    ")
                    .replacing("\"\"\"\nA simple GraphQL schema which is well described.\n\"\"\"", with: simple(0))
                    .replacing("\"\"\"\nRoot type for all your query operations\n\"\"\"", with: simple(1))
                    .replacing("\"\"\"\n  Translates", with: "\"\"\"Translates")
                    .replacing("different language.\n  \"\"\"", with: "different language.\"\"\"")
                    .replacing("\"\"\"\nThe set of languages supported by `translate`.\n\"\"\"", with: simple(2))
            ),
            TypeSystemExample("§3.3.1 a query root", "type Query {\n  myName: String\n}", assuming: ""),
            TypeSystemExample("§3.3.1 roots of other names", custom, assuming: ""),
            TypeSystemExample("§3.3.1 a root by its name", "type Query {\n  someField: String\n}", assuming: ""),
            TypeSystemExample("§3.3.1 a type Mutation that is no root", viruses, assuming: ""),
            TypeSystemExample(
                "§3.3.1 a description and two roots",
                describedRoots,
                assuming: "",
                printed: describedRoots.replacing("\"\"\"\nExample schema\n\"\"\"", with: "\"\"\"Example schema\"\"\"")
            ),
        ]
    )
    func valid(_ example: TypeSystemExample) throws { try example.expect() }

    /// The descriptions of §3.2 as a printer writes block strings of one short line.
    private static func simple(_ index: Int) -> String {
        let texts = [
            "A simple GraphQL schema which is well described.", "Root type for all your query operations",
            "The set of languages supported by `translate`.",
        ]
        return "\"\"\"\(texts[index])\"\"\""
    }

    @Test(
        "§3.3.1 Roots are those of the schema definition, or have their default names without one",
        arguments: [
            (custom, ["MyQueryRootType", "MyMutationRootType", nil]),
            ("type Query { someField: String }", ["Query", nil, nil]),
            (viruses, ["Query", nil, nil]),
            (describedRoots, ["Query", "Mutation", nil]),
            ("type Query { a: Int } type Mutation { a: Int }", ["Query", "Mutation", nil]),
        ] as [(String, [String?])]
    )
    func roots(sdl: String, names: [String?]) throws {
        let schema = try Schema.build(sdl)
        #expect([schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName] == names)
    }

    @Test(
        "§3.3.1 A schema is printed with its definition if its roots or its description ask for it",
        arguments: [
            (custom, true), ("type Query {\n  someField: String\n}", false), (viruses, true), (describedRoots, true),
            ("schema { query: Query mutation: Mutation } type Query { a: Int } type Mutation { a: Int }", false),
        ]
    )
    func printing(sdl: String, hasDefinition: Bool) throws {
        let printed = try Schema.build(sdl).printed
        #expect(printed.contains("schema {") == hasDefinition)
        #expect(try Schema.build(printed).mutationTypeName == Schema.build(sdl).mutationTypeName)
    }

    @Test("§3.2 Everything has the description that stands before it")
    func descriptions() throws {
        let schema = try Schema.build(Self.described)
        #expect(schema.description == "A simple GraphQL schema which is well described.")
        guard case .object(let query) = schema.type(named: "Query"),
            case .enumeration(let language) = schema.type(named: "Language")
        else { throw SchemaFailure(diagnostics: []) }
        #expect(query.description == "Root type for all your query operations")
        let translate = try #require(query.field(named: "translate"))
        #expect(translate.description == "Translates a string from a given language into a different language.")
        #expect(
            translate.arguments.map(\.description) == [
                "The original language that `text` is provided in.", "The translated language to be returned.",
                "The text to be translated.",
            ]
        )
        #expect(language.description == "The set of languages supported by `translate`.")
        #expect(language.values.map(\.description) == ["English", "French", "Chinese"])
    }

    @Test("§3.3.1 A document has one schema definition at most, and roots of object types that differ")
    func rules() throws {
        #expect(
            try report(
                .loneSchemaDefinition,
                "schema { query: Query } schema { mutation: Query } type Query { a: Int }"
            ) == ["Must provide only one schema definition. (1:25)"]
        )
        #expect(
            try typeSystemReport(of: "schema { query: Query mutation: Query } type Query { a: Int }") == [
                """
                All root types must be different, "Query" type is used as query and mutation root types. (1:17, 1:33)
                """
            ]
        )
        #expect(
            try typeSystemReport(of: "schema { query: Query mutation: M } type Query { a: Int } input M { a: Int }")
                == [
                    "Mutation root type must be Object type if provided, it cannot be M. (1:33)"
                ]
        )
    }

    @Test("§3.3.2 An extension adds roots and directives, those that are there only once")
    func extensions() throws {
        let schema = try Schema.build(
            """
            schema @a { query: Query }
            extend schema @b @c { mutation: M }
            directive @a on SCHEMA directive @b on SCHEMA directive @c on SCHEMA
            type Query { a: Int } type M { a: Int }
            """
        )
        #expect(schema.problems.isEmpty)
        #expect(schema.mutationTypeName == "M")
        #expect(schema.appliedDirectives.map(\.name.text) == ["a", "b", "c"])
        #expect(
            try report(
                .uniqueDirectivesPerLocation,
                "schema @a { query: Query } extend schema @a directive @a on SCHEMA type Query { a: Int }"
            ) == [#"The directive "@a" can only be used once at this location. (1:8, 1:42)"#]
        )
    }
}
