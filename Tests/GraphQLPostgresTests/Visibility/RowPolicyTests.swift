import GraphQLSchema
import Testing

@testable import GraphQLPostgres

@Suite("Row policies")
struct RowPolicyTests {
    private func policies(_ fragment: String) throws -> [String: String] {
        let mapping = try MappingTests.mapping(fragment)
        return Dictionary(
            try mapping.rowPolicies { "v\($0)" }.map { ($0.relation, $0.expression(lists: [])) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test("A table has the plan's condition, with the database's own words for the caller's values")
    func texts() throws {
        #expect(
            try policies(InheritedVisibilityTests.fragment) == [
                "v.matter": "court_code = ANY (v0) AND (NOT sealed OR v4)",
                "v.reply": "EXISTS (SELECT FROM v.matter p WHERE p.id = reply.matter_id)",
                "v.part": "EXISTS (SELECT FROM v.matter p WHERE p.id = part.matter_id)",
                "v.note": "EXISTS (SELECT FROM v.part p WHERE p.id = note.part_id)",
            ]
        )
    }

    @Test("A declaration is named by its own line, not its type's")
    func place() throws {
        let mapping = try MappingTests.mapping(
            "type Matter\n  @table(name: \"v.matter\")\n  @scope(court: \"a\") { id: ID! }\n"
                + "extend type Query { matter(id: ID!): Matter @lookup }\n"
        )
        let policy = try #require(try mapping.rowPolicies { "v\($0)" }.first)
        #expect(policy.provenance?.description == "letters: Letters.graphql:3")
    }

    @Test("Types of one table that say different things of its rows are refused, one that says nothing too")
    func disagreement() throws {
        for other in ["@scope(court: \"b\")", "@scope(court: \"a\", sealed: \"s\")", ""] {
            let mapping = try MappingTests.mapping(
                "type Matter @table(name: \"v.matter\") @scope(court: \"a\") { id: ID! }\n"
                    + "type Thing @table(name: \"v.matter\") \(other) { id: ID! }\n"
                    + "extend type Query { matter(id: ID!): Matter @lookup }\n"
            )
            let failure = #expect(throws: MappingFailure.self) { _ = try mapping.rowPolicies { "v\($0)" } }
            let text = failure?.description ?? ""
            #expect(
                text.contains("@scope of Thing and of Matter: both are rows of v.matter, and must say the same"),
                "\(other): \(text)"
            )
        }
    }
}
