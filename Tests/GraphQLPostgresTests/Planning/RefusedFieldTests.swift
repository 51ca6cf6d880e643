import Testing

@Suite("Fields with arguments that cannot be coerced")
struct RefusedFieldTests {
    @Test("nothing is asked for them, neither rows nor a command (§6.4.1)")
    func arguments() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let lookup = try await reads.ask(
                "query ($id: ID = 1) { letter(id: $id) { id } courts { code } }",
                variables: #"{"id": null}"#
            )
            #expect(lookup.json.hasPrefix(#"{"errors":[{"message":"Argument "#))
            #expect(lookup.json.contains(#""path":["letter"]"#))
            #expect(lookup.json.contains(#""data":{"letter":null,"courts":[{"#))
            #expect(lookup.levels.map(\.count) == [1])
            let command = try await reads.ask(
                "mutation ($id: ID = 1) { closeLetter(id: $id) { version } }",
                variables: #"{"id": null}"#
            )
            #expect(command.json.hasSuffix(#""data":null}"#))
            #expect(command.levels.joined().isEmpty)
        }
    }

    @Test("a null condition fails the row or the connection that it stands in (§3.13.1)")
    func conditions() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let row = try await reads.json(
                "query ($a: Boolean = true) { letter(id: 1) { id subject @skip(if: $a) } }",
                variables: #"{"a": null}"#
            )
            #expect(row.contains(#""path":["letter"]"#))
            #expect(row.hasSuffix(#""data":{"letter":null}}"#))
            let page = try await reads.json(
                "query ($a: Boolean = true) { letter(id: 1) { id events { edges { cursor @skip(if: $a) } } } }",
                variables: #"{"a": null}"#
            )
            #expect(page.contains(#""path":["letter","events"]"#))
        }
    }
}
