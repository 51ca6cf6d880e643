import Testing

/// The examples of GraphQL §6.4.
@Suite("The specification's examples of fields (§6.4)")
struct FieldExamples {
    @Test("a field's value is resolved on its object (§6.4.2)")
    func soulMate() async throws {
        #expect(
            try await answer(
                "type Query { john: Person } type Person { name: String soulMate: Person }",
                "{ john { soulMate { name } } }",
                root: #"{"john": {"name": "John Lennon", "soulMate": {"name": "Yoko Ono"}}}"#
            )
                == #"{"data":{"john":{"soulMate":{"name":"Yoko Ono"}}}}"#
        )
    }

    @Test("selection sets of fields of one name are merged (§6.4.3)")
    func merging() async throws {
        let document = """
            {
              me {
                firstName
              }
              me {
                lastName
              }
            }
            """
        #expect(
            try await answer(
                "type Query { me: Person } type Person { firstName: String lastName: String }",
                document,
                root: #"{"me": {"lastName": "Lovelace", "firstName": "Ada"}}"#
            )
                == #"{"data":{"me":{"firstName":"Ada","lastName":"Lovelace"}}}"#
        )
    }
}
