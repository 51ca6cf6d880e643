import CourtCore
import FieldEncryption
import GraphQLSchema
import PluginKit
import Testing

@testable import PluginHost

@Suite("Faults of @visible")
struct VisibilityCompositionTests {
    static let faults: [(directive: String, message: String)] = [
        ("@visible", "names neither courts nor a row to be seen with"),
        ("@visible(courts: [])", "names neither courts nor a row to be seen with"),
        ("@visible(sealed: \"sealed\")", "names no courts beside the rest"),
        ("@visible(with: \"papers.paper\", columns: [\"id\"], people: [\"a\"])", "names no courts beside the rest"),
        ("@visible(with: \"papers.other\", columns: [\"id\"])", "no type has the table papers.other"),
    ]

    @Test("Each stops the composition with the type's place", arguments: faults)
    func reports(_ directive: String, _ message: String) throws {
        let fragment = """
            type Paper @table(name: "papers.paper") @visible(courts: ["court_code"]) { id: ID! }
            type Other @table(name: "papers.note")
                \(directive) { id: ID! }
            extend type Query { paper(id: ID!): Paper @lookup other(id: ID!): Other @lookup }
            """
        let failure = #expect(throws: CompositionFailure.self) {
            try Composition(PaperVariant.plugins(KeyRing.generate(), fragments: [fragment]))
        }
        let text = failure?.description ?? ""
        #expect(text.hasPrefix("papers: Papers.graphql:2: @visible of Other"), "\(text)")
        #expect(text.contains(message), "\(text)")
    }
}
