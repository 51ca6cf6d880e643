import Testing

@Suite("Examples of the specification, sections 6 and 7")
struct ResponseExampleTests {
    @Test("the subfields of fields with one response name are merged (§6.3.2, §6.4.3)")
    func merged() async throws {
        #expect(
            try await answer(
                "type Query { me: User } type User { firstName: String lastName: String }",
                "{ me { firstName } me { lastName } }",
                root: #"{"me": {"firstName": "Ada", "lastName": "Lovelace"}}"#
            ) == #"{"data":{"me":{"firstName":"Ada","lastName":"Lovelace"}}}"#
        )
    }

    @Test("a field is collected where its response name is first met (§6.3.2)")
    func collected() async throws {
        let sdl = "type Query { a: A b: Int } type A { subfield1: Int subfield2: Int }"
        let document = "{ a { subfield1 } ...ExampleFragment } fragment ExampleFragment on Query { a { subfield2 } b }"
        #expect(
            try await answer(sdl, document, root: #"{"a": {"subfield2": 2, "subfield1": 1}, "b": 3}"#)
                == #"{"data":{"a":{"subfield1":1,"subfield2":2},"b":3}}"#
        )
    }

    @Test(
        "the response map has the order of the document, fragments in their place (§7.2.2)",
        arguments: [
            ("{ foo ...Frag qux } fragment Frag on Query { bar baz }", "foo bar baz qux"),
            (
                "{ foo ...Ignored ...Matching bar } fragment Ignored on Node { qux baz } fragment Matching on Query { bar qux foo }",
                "foo bar qux"
            ),
            ("{ foo @skip(if: true) bar foo }", "bar foo"),
        ]
    )
    func ordered(_ document: String, _ keys: String) async throws {
        let sdl = """
            type Query implements Other { foo: Int bar: Int baz: Int qux: Int n: Node }
            interface Other { foo: Int } interface Node { qux: Int baz: Int }
            type Both implements Node & Other { foo: Int qux: Int baz: Int }
            """
        // A fragment that cannot apply is no valid one: an interface in between lets it stand.
        let document = document.replacing("...Ignored ", with: "... on Other { ...Ignored } ")
        let members = keys.split(separator: " ").map { #""\#($0)":1"# }.joined(separator: ",")
        #expect(
            try await answer(sdl, document, root: #"{"foo": 1, "bar": 1, "baz": 1, "qux": 1}"#)
                == #"{"data":{\#(members)}}"#
        )
    }

    private func heroes(_ type: String) async throws -> String {
        try await answer(
            """
            type Query { hero(episode: Episode): Character } enum Episode { EMPIRE }
            type Character { id: ID name: \(type) friends: [Character] }
            """,
            """
            query ($episode: Episode) {
              hero(episode: $episode) {
                name
                heroFriends: friends {
                  id
                  name
                }
              }
            }
            """,
            root: #"""
                {"hero": {"name": "R2-D2", "friends": [{"id": "1000", "name": "Luke Skywalker"},
                 {"id": "1002", "name": {"__error": "Name for character with ID 1002 could not be fetched."}},
                 {"id": "1003", "name": "Leia Organa"}]}}
                """#,
            variables: #"{"episode": "EMPIRE"}"#
        )
    }

    private let error =
        #"{"errors":[{"message":"Name for character with ID 1002 could not be fetched.","#
        + #""locations":[{"line":6,"column":7}],"path":["hero","heroFriends",1,"name"]}],"#

    @Test("an error's path leads to the null that it left (§7.1.6)")
    func errorPath() async throws {
        #expect(
            try await heroes("String")
                == error + #""data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},"#
                + #"{"id":"1002","name":null},{"id":"1003","name":"Leia Organa"}]}}}"#
        )
    }

    @Test("or into the object that is null because of it (§6.4.4, §7.1.6)")
    func errorPathNonNull() async throws {
        #expect(
            try await heroes("String!")
                == error + #""data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},"#
                + #"null,{"id":"1003","name":"Leia Organa"}]}}}"#
        )
    }
}
