import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Ids that are unique in the whole API")
struct NodeTests {
    private static func id(_ typename: String, _ key: String) -> String {
        NodeID(typename: typename, key: key).encoded
    }

    @Test("An id leads to its object by one statement in one round trip")
    func node() async throws {
        try await SharedDatabase.withOwnReads(script: Casework.script, fragments: Casework.fragments) { reads in
            let query = """
                query ($id: ID!) { node(nodeId: $id) { nodeId __typename ... on Letter { subject court { name } }
                  ... on Dossier { volumes } ... on Court { code } } }
                """
            let variables = #"{"id": "\#(Self.id("Letter", "1"))"}"#
            _ = try await reads.ask(query, variables: variables)
            let before = reads.pool.statistics
            let answer = try await reads.ask(query, variables: variables)
            let after = reads.pool.statistics
            #expect(
                answer.json == """
                    {"data":{"node":{"nodeId":"TGV0dGVyOjE=","__typename":"Letter","subject":"土地 \\"纠纷\\"",\
                    "court":{"name":"阳泉中院"}}}}
                    """
            )
            #expect(after.pipelines - before.pipelines == 1)
            // With BEGIN and COMMIT, since this pool's statements see states of their own without.
            #expect(after.statements - before.statements == 3)
            let court = try await reads.ask(query, variables: #"{"id": "\#(Self.id("Court", "晋03"))"}"#)
            #expect(court.json == #"{"data":{"node":{"nodeId":"Q291cnQ65pmLMDM=","__typename":"Court","code":"晋03"}}}"#)
            #expect(court.levels.map(\.count) == [1])
        }
    }

    @Test(
        "An id that leads nowhere is null, and asks for nothing where it names no row",
        arguments: [
            ("x", 0), ("", 0), ("TGV0dGVyOjE", 0), (id("Lettre", "1"), 0), (id("Matter", "1"), 0),
            (id("Letter", ""), 0),
            (id("Letter", "x"), 0), (id("Letter", "+1"), 0), (id("Letter", "01"), 0), (id("Letter", "1:1"), 0),
            (id("Letter", "9223372036854775808"), 0), (id("Court", "a\0"), 0), (id("Letter", "99"), 1),
            (id("Letter", "-1"), 1), (id("Letter", "5"), 1), (id("Letter", "3"), 1), (id("Dossier", "3"), 1),
        ]
    )
    func nowhere(_ id: String, _ statements: Int) async throws {
        try await SharedDatabase.casework.withReads { reads in
            let answer = try await reads.ask(
                "query ($id: ID!) { node(nodeId: $id) { __typename } }",
                variables: #"{"id": "\#(id.replacing("\0", with: "\\u0000"))"}"#
            )
            #expect(answer.json == #"{"data":{"node":null}}"#)
            #expect(answer.levels.joined().count == statements)
        }
    }

    @Test("Several ids keep their order and may occur twice: a statement for each type that occurs")
    func nodes() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let ids = [
                Self.id("Letter", "2"), "x", Self.id("Dossier", "1"), Self.id("Letter", "5"), Self.id("Letter", "1"),
                Self.id("Letter", "2"),
            ]
            let list = ids.map { "\"\($0)\"" }.joined(separator: ", ")
            let answer = try await reads.ask(
                "{ nodes(nodeIds: [\(list)]) { ... on Letter { letterNo firstEvents(first: 1) { id } } ... on Dossier { title } } }"
            )
            #expect(
                answer.json == """
                    {"data":{"nodes":[{"letterNo":"A2","firstEvents":[{"id":"4"}]},null,{"title":"土地卷"},null,\
                    {"letterNo":"A1","firstEvents":[{"id":"6"}]},{"letterNo":"A2","firstEvents":[{"id":"4"}]}]}}
                    """
            )
            #expect(answer.levels.map(\.count) == [2, 1])
            #expect(try await reads.json("{ nodes(nodeIds: []) { nodeId } }") == #"{"data":{"nodes":[]}}"#)
        }
    }

    @Test("Ids beside other fields are one round trip with them")
    func besideOthers() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let answer = try await reads.ask(
                """
                { a: node(nodeId: "\(Self.id("Letter", "1"))") { nodeId } courts(level: HIGH) { code }
                  b: node(nodeId: "\(Self.id("Staff", "3"))") { nodeId ... on Staff { name } } }
                """
            )
            #expect(
                answer.json == """
                    {"data":{"a":{"nodeId":"TGV0dGVyOjE="},"courts":[{"code":"京"},{"code":"晋"}],\
                    "b":{"nodeId":"U3RhZmY6Mw==","name":"丙"}}}
                    """
            )
            #expect(answer.levels.map(\.count) == [3])
        }
    }

    @Test("An object's id leads back to it, from wherever it was read")
    func roundTrip() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let query =
                "{ search { nodes { ... on Node { nodeId } ... on Letter { letterNo } } } letter(id: 6) { nodeId } }"
            let json = try await reads.json(query)
            let ids = json.matches(of: /"nodeId":"([^"]+)"/).map { String($0.1) }
            #expect(ids.count == 8)
            let list = ids.map { "\"\($0)\"" }.joined(separator: ", ")
            let again = try await reads.json("{ nodes(nodeIds: [\(list)]) { nodeId } }")
            #expect(again.matches(of: /"nodeId":"([^"]+)"/).map { String($0.1) } == ids)
        }
    }

    @Test("More ids than a page has rows are refused, for their field alone")
    func tooMany() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let ids = "[" + Array(repeating: "\"x\"", count: 201).joined(separator: ",") + "]"
            let query =
                "query ($ids: [ID!]!) { node(nodeId: \"\(Self.id("Staff", "1"))\") { nodeId } nodes(nodeIds: $ids) { nodeId } }"
            let answer = try await reads.ask(query, variables: "{\"ids\": \(ids)}")
            #expect(
                answer.json.contains(#""path":["nodes"],"extensions":{"code":"PAGE_SIZE","found":201,"limit":200}"#)
            )
            #expect(answer.json.hasSuffix(#""data":null}"#))
        }
    }
}
