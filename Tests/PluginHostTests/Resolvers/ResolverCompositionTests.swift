import PluginKit
import Testing

@testable import PluginHost

@Suite("Resolvers and the fields they are of")
struct ResolverCompositionTests {
    private static let fragment = """
        type Hearing @table(name: "a.hearing") {
          id: ID!
          actions: [String!]! @resolve(columns: ["state", "court_code"])
        }
        extend type Query { hearing(id: ID!): Hearing @lookup }
        """

    /// What is said of a plugin with these resolvers.
    private static func faults(_ resolvers: BatchResolver..., fragment: String = fragment) -> String {
        let plugin = Plugin(
            name: "a",
            fragments: [SchemaFragment(file: "a.graphql", text: fragment)],
            resolvers: resolvers
        )
        do {
            _ = try Composition([plugin])
            return ""
        } catch { return "\(error)" }
    }

    private static func actions(line: Int) -> BatchResolver {
        BatchResolver(type: "Hearing", field: "actions", file: "A.swift", line: line) { (keys: [(String, String)], _) in
            keys.map { [$0.0] }
        }
    }

    @Test("A field with its resolver composes")
    func agreeing() { #expect(Self.faults(Self.actions(line: 3)) == "") }

    @Test("A field without a resolver is named with its place")
    func missing() {
        #expect(Self.faults() == "a: a.graphql:3: Hearing.actions has @resolve but no batch resolver.")
    }

    @Test("A second resolver is refused with both places")
    func twice() {
        #expect(
            Self.faults(Self.actions(line: 3), Self.actions(line: 7))
                == "a: A.swift:7: There are two batch resolvers of Hearing.actions. (see a: A.swift:3)"
        )
    }

    @Test("A resolver of a field without @resolve is refused with its place")
    func stray() {
        let stray = BatchResolver(type: "Hearing", field: "id", file: "A.swift", line: 9) { (keys: [Int64], _) in keys }
        #expect(
            Self.faults(Self.actions(line: 3), stray)
                == "a: A.swift:9: The batch resolver of Hearing.id has no field with @resolve."
        )
    }

    @Test("A resolver whose key is not the field's is refused with both places")
    func key() {
        let narrow = BatchResolver(type: "Hearing", field: "actions", file: "A.swift", line: 4) {
            (keys: [String], _) in keys.map { [$0] }
        }
        #expect(
            Self.faults(narrow)
                == "a: A.swift:4: The batch resolver of Hearing.actions takes a key of 1 columns, @resolve gives 2. "
                + "(see a: a.graphql:3)"
        )
    }

    @Test("A resolver of a dropped fragment's field waits for the plugin that it needs")
    func dropped() throws {
        let plugin = Plugin(
            name: "a",
            fragments: [
                SchemaFragment(file: "a.graphql", text: Self.fragment),
                SchemaFragment(file: "b.graphql", text: "# requires: b\nextend type Hearing { more: Int @resolve }"),
            ],
            resolvers: [
                Self.actions(line: 3),
                BatchResolver(type: "Hearing", field: "more") { (keys: [Int64], _) in keys.map { _ in 1 } },
            ]
        )
        #expect(try Composition([plugin]).resolvers.count == 1)
    }
}
