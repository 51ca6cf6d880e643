import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Composing fragments")
struct CompositionTests {
    @Test("Fragments of several plugins make one schema, extensions in place")
    func severalPlugins() throws {
        let schema = try Schema.compose([
            letters(
                """
                type Letter { id: ID! }
                extend type Query { letter(id: ID!): Letter }
                enum State { RECEIVED }
                """
            ),
            dossiers(
                """
                type Dossier { id: ID! }
                extend type Query { dossier: Dossier }
                extend type Letter { dossier: Dossier }
                extend enum State { BOUND }
                """
            ),
        ])
        #expect(
            schema.printed == """
                type Letter {
                  id: ID!
                  dossier: Dossier
                }

                type Query {
                  letter(id: ID!): Letter
                  dossier: Dossier
                }

                enum State {
                  RECEIVED
                  BOUND
                }

                type Dossier {
                  id: ID!
                }
                """
        )
        #expect(schema.queryTypeName == "Query")
        #expect(schema.mutationTypeName == nil)
    }

    @Test("Every element knows the plugin, file and line that brought it")
    func provenance() throws {
        let schema = try Schema.compose([
            letters("type Query {\n  letter(\n    id: ID!\n  ): Letter\n}\n\n\"A letter.\"\ntype Letter { id: ID! }"),
            dossiers(
                "extend type Letter {\n  state: State\n}\nenum State {\n  OPEN\n}\ninput Filter {\n  open: Boolean\n}"
            ),
        ])
        func line(_ number: Int, _ plugin: String = "letters", _ file: String = "Letters.graphql") -> Provenance {
            Provenance(plugin: plugin, file: file, line: number)
        }
        let query = try #require(schema.rootType(for: .query))
        let field = try #require(query.field(named: "letter"))
        #expect(field.provenance == line(2))
        #expect(field.argument(named: "id")?.provenance == line(3))
        guard case .object(let letter) = schema.type(named: "Letter"),
            case .enumeration(let state) = schema.type(named: "State"),
            case .input(let filter) = schema.type(named: "Filter")
        else {
            Issue.record("types of other kinds")
            return
        }
        #expect(letter.provenance == line(8))
        #expect(letter.field(named: "state")?.provenance == line(2, "dossiers", "Dossiers.graphql"))
        #expect(state.provenance == line(4, "dossiers", "Dossiers.graphql"))
        #expect(state.value(named: "OPEN")?.provenance == line(5, "dossiers", "Dossiers.graphql"))
        #expect(filter.field(named: "open")?.provenance == line(8, "dossiers", "Dossiers.graphql"))
        #expect(line(2).description == "letters: Letters.graphql:2")
    }

    @Test("Lines end with a line feed, a carriage return, or both", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(end: String) throws {
        let schema = try Schema.compose([letters(["", "type Query {", "  a: Int", "}"].joined(separator: end))])
        #expect(schema.rootType(for: .query)?.field(named: "a")?.provenance?.line == 3)
    }

    @Test("A root type may be extended by every fragment though none defines it", arguments: OperationRoot.allCases)
    func extendedRoots(root: OperationRoot) throws {
        let schema = try Schema.compose([
            letters("type Query { a: Int }"),
            dossiers("extend type \(root.rawValue) { b: Int }"),
            SchemaFragment(plugin: "aid", file: "Aid.graphql", text: "extend type \(root.rawValue) { c: Int }"),
        ])
        let type = try #require(schema.rootType(for: root.kind))
        #expect(type.fields.map(\.name).suffix(2) == ["b", "c"])
    }

    enum OperationRoot: String, CaseIterable, Sendable {
        case query = "Query"
        case mutation = "Mutation"
        case subscription = "Subscription"

        var kind: OperationKind {
            switch self {
            case .query: .query
            case .mutation: .mutation
            case .subscription: .subscription
            }
        }
    }

    @Test("A schema definition names other roots, which may be extended too")
    func namedRoots() throws {
        let schema = try Schema.compose([
            letters("schema { query: Reads } extend type Reads { a: Int }"),
            dossiers("extend schema { mutation: Writes } type Writes { b: Int }"),
        ])
        #expect(schema.queryTypeName == "Reads")
        #expect(schema.mutationTypeName == "Writes")
    }

    @Test("With a schema definition, an unnamed Mutation is an ordinary type and needs a definition")
    func unnamedRoot() {
        #expect(
            diagnostics(of: [
                letters("schema { query: Query }\ntype Query { a: Int }\nextend type Mutation { b: Int }")
            ]) == ["letters: Letters.graphql:3: Cannot extend type \"Mutation\" because it is not defined."]
        )
    }

    @Test("Extensions of every kind are merged")
    func allExtensions() throws {
        let schema = try Schema.compose(
            [
                letters(
                    """
                    type Query implements Node { id: ID! any: Any }
                    interface Node { id: ID! }
                    union Any = Query
                    input Filter @oneOf { a: Int }
                    scalar Date
                    type Other { x: Int }
                    """
                ),
                dossiers(
                    """
                    extend interface Node { name: String }
                    extend type Query { name: String }
                    extend union Any = Other
                    extend input Filter { b: Int }
                    extend scalar Date @specifiedBy(url: "https://example.org/date")
                    """
                ),
            ]
        )
        #expect(
            schema.printed == """
                type Query implements Node {
                  id: ID!
                  any: Any
                  name: String
                }

                interface Node {
                  id: ID!
                  name: String
                }

                union Any = Query | Other

                input Filter @oneOf {
                  a: Int
                  b: Int
                }

                scalar Date @specifiedBy(url: "https://example.org/date")

                type Other {
                  x: Int
                }
                """
        )
    }

    @Test("The engine's directives are known, stay on the elements, and are not published")
    func engineDirectives() throws {
        let schema = try Schema.compose(
            [
                letters(
                    "extend type Query { letters: [Letter!]! }\ntype Letter @table(name: \"l.letter\") { id: ID! @mask(as: NAME) }"
                )
            ],
            directives:
                "directive @table(name: String!) on OBJECT\ndirective @mask(as: Kind!) on FIELD_DEFINITION\nenum Kind { NAME }"
        )
        guard case .object(let letter) = schema.type(named: "Letter") else {
            Issue.record("no object")
            return
        }
        #expect(letter.directives.first?.argument("name")?.stringText == "l.letter")
        #expect(letter.field(named: "id")?.directives.map(\.name.text) == ["mask"])
        #expect(schema.directive(named: "table") == nil)
        #expect(schema.type(named: "Kind") == nil)
        #expect(!schema.printed.contains("@table"))
    }

    @Test("A fragment's own directive is published and followed by the built-in ones")
    func ownDirectives() throws {
        let schema = try Schema.compose([
            letters(
                "type Query { a: Int @tag(name: \"x\") }\ndirective @tag(name: String!) repeatable on FIELD_DEFINITION"
            )
        ])
        #expect(schema.directives.map(\.name) == ["tag", "include", "skip", "deprecated", "specifiedBy", "oneOf"])
    }

    @Test("Types come as defined, each followed by the built-in scalars it is the first to use")
    func typeOrder() throws {
        let schema = try Schema.compose([letters("type Query { a: Int b(c: Float): Other }\ntype Other { d: ID }")])
        #expect(
            schema.types.map(\.name) == [
                "Query", "Int", "Float", "Other", "ID", "Boolean", "String", "__Schema", "__Type", "__TypeKind",
                "__Field",
                "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
            ]
        )
    }

    @Test("A built-in scalar that nothing refers to is left out")
    func unusedScalars() throws {
        let schema = try Schema.build("type Query { a: String }")
        #expect(schema.type(named: "Float") == nil)
        #expect(schema.type(named: "ID") == nil)
        #expect(schema.type(named: "Boolean") != nil)
    }

    @Test("No fragment makes no schema")
    func nothing() {
        #expect(diagnostics(of: []) == ["Query root type must be provided."])
    }
}
