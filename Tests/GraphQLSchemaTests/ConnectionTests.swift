import GraphQLSchema
import Testing

@Suite("Generated connections")
struct ConnectionTests {
    private let sdl =
        "type Query {\n  letters(first: Int): LetterConnection!\n}\ntype Letter { id: ID! }\ntype Last { a: Int }"

    @Test("A field of type LetterConnection brings the connection, the edge and the page info, right after Letter")
    func generated() throws {
        let schema = try Schema.compose([letters(sdl)])
        let own = schema.types.filter {
            !["Int", "String", "Boolean", "ID"].contains($0.name) && !$0.name.hasPrefix("__")
        }
        #expect(own.map(\.name) == ["Query", "Letter", "LetterConnection", "LetterEdge", "PageInfo", "Last"])
        func shape(_ name: String) -> [String]? {
            schema.type(named: name)?.fields?.map { "\($0.name): \($0.type)" }
        }
        #expect(
            shape("LetterConnection") == [
                "edges: [LetterEdge!]!", "nodes: [Letter!]!", "pageInfo: PageInfo!", "totalCount: Int!",
            ]
        )
        #expect(shape("LetterEdge") == ["cursor: String!", "node: Letter!"])
        #expect(
            shape("PageInfo") == [
                "hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: String", "endCursor: String",
            ]
        )
    }

    @Test("Everything generated is described and counts as written where the field is")
    func described() throws {
        let schema = try Schema.compose([letters(sdl)])
        for name in ["LetterConnection", "LetterEdge", "PageInfo"] {
            guard case .object(let type) = schema.type(named: name) else {
                Issue.record("no object \(name)")
                continue
            }
            #expect(type.description?.isEmpty == false)
            #expect(type.provenance == Provenance(plugin: "letters", file: "Letters.graphql", line: 2))
            #expect(type.fields.allSatisfy { $0.description?.isEmpty == false })
        }
    }

    @Test("A union has a connection, too, right after it")
    func union() throws {
        let union = "type Query { hits: HitConnection! }\nunion Hit = Letter\ntype Letter { id: ID! }"
        let schema = try Schema.compose([letters(union)])
        #expect(
            schema.type(named: "HitEdge")?.fields?.map { "\($0.name): \($0.type)" } == [
                "cursor: String!", "node: Hit!",
            ]
        )
        let names = schema.types.map(\.name)
        #expect(names.firstIndex(of: "HitConnection") == names.firstIndex(of: "Hit").map { $0 + 1 })
    }

    @Test("Another plugin may extend a generated connection")
    func extended() throws {
        let schema = try Schema.compose([letters(sdl), dossiers("extend type LetterConnection { overdue: Int! }")])
        #expect(schema.type(named: "LetterConnection")?.fields?.last?.name == "overdue")
    }

    @Test("A connection that is defined stays as it is")
    func defined() throws {
        let schema = try Schema.compose([letters(sdl + "\ntype LetterConnection { nodes: [Letter!]! }")])
        #expect(schema.type(named: "LetterConnection")?.fields?.map(\.name) == ["nodes"])
        #expect(schema.type(named: "LetterEdge") == nil)
        #expect(schema.type(named: "PageInfo") == nil)
    }

    @Test("An edge or a page info that is defined is used")
    func definedEdge() throws {
        let schema = try Schema.compose([
            letters(sdl),
            dossiers(
                """
                type LetterEdge { cursor: String! node: Letter! rank: Int }
                type PageInfo { hasNextPage: Boolean! }
                """
            ),
        ])
        #expect(schema.type(named: "LetterEdge")?.fields?.count == 3)
        #expect(schema.type(named: "PageInfo")?.fields?.count == 1)
        #expect(schema.type(named: "LetterConnection")?.fields?.count == 4)
    }

    @Test("An interface may have a connection, and one page info serves all")
    func interfaces() throws {
        let schema = try Schema.compose([
            letters(
                """
                type Query { nodes: NodeConnection letters: LetterConnection }
                interface Node { id: ID! }
                type Letter implements Node { id: ID! }
                """
            )
        ])
        #expect(schema.types.filter { $0.name == "PageInfo" }.count == 1)
        #expect(schema.type(named: "NodeEdge") != nil)
        #expect(schema.type(named: "LetterEdge") != nil)
    }

    @Test("A connection of an unknown type or of another kind is an unknown type")
    func unknown() {
        #expect(
            diagnostics(of: [letters("type Query {\n  a: NothingConnection\n  b: StateConnection\n}\nenum State { A }")]
            ) == [
                "letters: Letters.graphql:2: Unknown type \"NothingConnection\".",
                "letters: Letters.graphql:3: Unknown type \"StateConnection\".",
            ]
        )
    }

    @Test("A plain schema generates nothing")
    func plain() {
        #expect(
            refusals(of: "type Query { a: LetterConnection } type Letter { id: ID! }") == [
                "Unknown type \"LetterConnection\"."
            ]
        )
    }
}
