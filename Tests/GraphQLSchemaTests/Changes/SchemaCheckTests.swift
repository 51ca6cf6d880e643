import GraphQLSchema
import Testing

@Suite("Checking a schema against the published one")
struct SchemaCheckTests {
    private let published = """
        type Query { letter(id: ID!, old: Int): Letter }
        type Letter { id: ID! "where it came from" sender: String oldField: String }
        union Found = Query | Letter
        enum State { OPEN CLOSED }
        directive @tag on FIELD | QUERY
        """
    private let composed = #"""
        type Query { letter(id: ID!): Letter }
        type Letter { id: ID! """who\nsent it""" sender: String received: Int }
        union Found = Letter
        enum State { OPEN CLOSED ARCHIVED }
        directive @tag on FIELD
        """#.replacing(#"\n"#, with: "\n")

    private func check(allowed: [String]) throws -> SchemaCheck {
        try SchemaCheck(published: Schema.build(published), composed: Schema.build(composed), allowed: allowed)
    }

    @Test("A breaking change that is not allowed is refused")
    func refused() throws {
        let check = try check(allowed: [])
        #expect(!check.passes)
        #expect(
            check.refused.map(\.name) == [
                "ARG_REMOVED:Query.letter(old:)", "FIELD_REMOVED:Letter.oldField",
                "TYPE_REMOVED_FROM_UNION:Found.Query",
                "DIRECTIVE_LOCATION_REMOVED:@tag.QUERY",
            ]
        )
        #expect(check.allowed.isEmpty)
    }

    @Test("Breaking changes are allowed by coordinate or by name")
    func allowed() throws {
        let check = try check(
            allowed: [
                "Letter.oldField", "ARG_REMOVED:Query.letter(old:)", "Found.Query",
                "DIRECTIVE_LOCATION_REMOVED:@tag.QUERY",
            ]
        )
        #expect(check.passes)
        #expect(check.allowed.count == 4)
        #expect(check.unusedAllowances.isEmpty)
    }

    @Test("A name allows that one change, not another of the same element, nor what the element contains")
    func exact() throws {
        let check = try check(allowed: [
            "FIELD_CHANGED_KIND:Letter.oldField", "Letter", "Query.letter", "FIELD_REMOVED",
        ])
        #expect(check.refused.count == 4)
        #expect(
            check.unusedAllowances == [
                "FIELD_CHANGED_KIND:Letter.oldField", "Letter", "Query.letter", "FIELD_REMOVED",
            ]
        )
    }

    @Test("An allowance that no breaking change needs is reported once")
    func unused() throws {
        let check = try check(allowed: ["Letter.gone", "Letter.oldField", "State.ARCHIVED", "Letter.gone"])
        #expect(check.unusedAllowances == ["Letter.gone", "State.ARCHIVED"])
    }

    @Test("The report groups changes by severity and says how to allow one")
    func report() throws {
        #expect(
            try check(allowed: [
                "Letter.oldField", "Found.Query", "DIRECTIVE_LOCATION_REMOVED:@tag.QUERY", "Letter.gone",
            ])
            .report == """
                Breaking, not allowed:
                  ARG_REMOVED:Query.letter(old:)  Argument Query.letter(old:) was removed.

                Breaking, allowed:
                  FIELD_REMOVED:Letter.oldField  Field Letter.oldField was removed.
                  TYPE_REMOVED_FROM_UNION:Found.Query  Query was removed from union type Found.
                  DIRECTIVE_LOCATION_REMOVED:@tag.QUERY  QUERY was removed from @tag.

                Dangerous:
                  VALUE_ADDED_TO_ENUM:State.ARCHIVED  Enum value State.ARCHIVED was added.

                Safe:
                  FIELD_ADDED:Letter.received  Field Letter.received was added.
                  DESCRIPTION_CHANGED:Letter.sender  Description of field Letter.sender has changed to "who sent it".

                Allowed without need, to be taken off the list:
                  Letter.gone

                A breaking change is allowed by its name or coordinate: ARG_REMOVED:Query.letter(old:) or Query.letter(old:)
                """
        )
    }

    @Test("Two equal schemas have nothing to report")
    func same() throws {
        let schema = try Schema.build(published)
        let check = SchemaCheck(published: schema, composed: schema, allowed: [])
        #expect(check.passes)
        #expect(check.report == "No changes.")
        let unused = SchemaCheck(published: schema, composed: schema, allowed: ["Letter"])
        #expect(unused.passes)
        #expect(unused.report == "No changes.\n\nAllowed without need, to be taken off the list:\n  Letter")
    }
}
