import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("A client's documents are checked offline")
struct ClientDocumentsTests {
    private let schema: Schema

    init() throws {
        schema = try Schema.build(
            """
            type Query { letter(id: ID!): Letter }
            type Letter { id: ID! title: String! sender: Person }
            type Person { name: String }
            """
        )
    }

    private func findings(_ files: KeyValuePairs<String, String>, options: ValidationOptions = ValidationOptions())
        -> [String]
    {
        ClientDocuments(files.map { ClientDocuments.File(name: $0, bytes: Array($1.utf8)) })
            .findings(against: schema, options: options)
            .map(\.description)
    }

    @Test("A valid document has no finding")
    func valid() {
        #expect(findings(["a.graphql": "query A($id: ID!) { letter(id: $id) { title } }"]).isEmpty)
    }

    @Test("A fault is reported with file, line and column, in the order of the files")
    func places() {
        let found = findings([
            "b.graphql": "\nquery B {\n  letter(id: 1) { titel }\n}\n",
            "a.graphql": "query A { letter { title } }",
        ])
        #expect(
            found == [
                "b.graphql:3:19: Cannot query field \"titel\" on type \"Letter\". Did you mean \"title\"?",
                "a.graphql:1:11: Argument \"Query.letter(id:)\" of type \"ID!\" is required, but it was not provided.",
            ]
        )
    }

    @Test("A syntax error is a finding of its file and hides nothing in the others")
    func syntax() {
        let found = findings(["a.graphql": "query {", "b.graphql": "{ nothing }"])
        #expect(
            found == [
                "a.graphql:1:8: Syntax Error: Expected Name, found <EOF>.",
                "b.graphql:1:3: Cannot query field \"nothing\" on type \"Query\".",
            ]
        )
    }

    @Test("An operation may spread a fragment of another file; a fault in it is found once, where it is written")
    func foreignFragment() {
        let found = findings([
            "a.graphql": "{ letter(id: 1) { ...Card } }",
            "b.graphql": "query B { letter(id: 2) { ...Card } }",
            "parts/card.graphql": "# The card\nfragment Card on Letter {\n  sender { nam }\n}",
        ])
        #expect(
            found == ["parts/card.graphql:3:12: Cannot query field \"nam\" on type \"Person\". Did you mean \"name\"?"]
        )
    }

    @Test("Each file may have an anonymous operation, one file not two")
    func anonymous() {
        #expect(findings(["a.graphql": "{ letter(id: 1) { id } }", "b.graphql": "{ letter(id: 2) { id } }"]).isEmpty)
        let found = findings(["a.graphql": "{ letter(id: 1) { id } }\n{ letter(id: 2) { id } }"])
        #expect(
            found == [
                "a.graphql:1:1: This anonymous operation must be the only defined operation.",
                "a.graphql:2:1: This anonymous operation must be the only defined operation.",
            ]
        )
    }

    @Test("A fragment that no file uses is reported, and what is wrong inside it")
    func unusedFragment() {
        let found = findings([
            "a.graphql": "{ letter(id: 1) { id ...Used } } fragment Used on Letter { title }",
            "b.graphql": "fragment Left on Letter { ...Used wrong }",
        ])
        #expect(
            found == [
                "b.graphql:1:1: Fragment \"Left\" is never used.",
                "b.graphql:1:35: Cannot query field \"wrong\" on type \"Letter\".",
            ]
        )
    }

    @Test("Two files with a fragment of one name are told apart by neither")
    func sameFragmentName() {
        let found = findings([
            "a.graphql": "{ letter(id: 1) { ...F } } fragment F on Letter { id }",
            "b.graphql": "{ letter(id: 1) { ...F } } fragment F on Letter { title }",
        ])
        #expect(found.contains("a.graphql:1:37: There can be only one fragment named \"F\"."))
    }

    @Test("The limits of the server hold too")
    func limits() {
        let options = ValidationOptions(limits: RequestLimits(maxDepth: 1))
        #expect(
            findings(["a.graphql": "{ letter(id: 1) { id } }"], options: options)
                == ["a.graphql:1:1: The document's depth is above the limit of 1."]
        )
    }

    @Test("Columns count code points, a byte order mark is no part of a line")
    func columns() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("#信\n{ 信 }".utf8)
        let found = ClientDocuments([
            ClientDocuments.File(name: "ok.graphql", bytes: Array("{ letter(id: \"信\") { id } }".utf8)),
            ClientDocuments.File(name: "bad.graphql", bytes: bytes),
        ]).findings(against: schema)
        #expect(found.map(\.description) == ["bad.graphql:2:3: Syntax Error: Unexpected character: U+4FE1."])
    }
}
