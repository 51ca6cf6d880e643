import GraphQLExecution
import GraphQLLanguage
import Testing

/// The examples of GraphQL §6.3 and §7.1 in the words of the September 2025 edition, beside those of other suites.
@Suite("The specification's examples of positions and serial execution (§6.3.4, §7.1.4)")
struct ResponsePositionExamples {
    @Test("a birthday and an address are changed one after the other (§6.3.4)")
    func serial() async throws {
        let document = """
            mutation ChangeBirthdayAndAddress($newBirthday: String!, $newAddress: String!) {
              changeBirthday(birthday: $newBirthday) {
                month
              }
              changeAddress(address: $newAddress) {
                street
              }
            }
            """
        #expect(
            try await answer(
                """
                type Query { a: Int }
                type Mutation { changeAddress(address: String!): Address changeBirthday(birthday: String!): Date }
                type Address { street: String } type Date { month: Int }
                """,
                document,
                root: #"{"changeAddress": {"street": "Rue Cujas"}, "changeBirthday": {"month": 3}}"#,
                variables: #"{"newBirthday": "3 March", "newAddress": "Rue Cujas"}"#,
                operationName: "ChangeBirthdayAndAddress"
            ) == #"{"data":{"changeBirthday":{"month":3},"changeAddress":{"street":"Rue Cujas"}}}"#
        )
    }

    private static let document = """
        query ($episode: Episode) {
          hero(episode: $episode) {
            name
            friends {
              name
            }
          }
        }
        """
    private static let sdl = """
        enum Episode { NEW_HOPE EMPIRE JEDI }
        type Query { hero(episode: Episode): Character }
        type Character { name: String friends: [Character] }
        """

    @Test(
        "an error has the path of the position that it is of (§7.1.4)",
        arguments: [
            (#"{"name": {"__error": "e"}, "friends": null}"#, #"["hero","name"]"#, #"{"name":null,"friends":null}"#),
            (#"{"name": "h", "friends": {"__error": "e"}}"#, #"["hero","friends"]"#, #"{"name":"h","friends":null}"#),
            (
                #"{"name": "h", "friends": [{"__error": "e"}]}"#, #"["hero","friends",0]"#,
                #"{"name":"h","friends":[null]}"#
            ),
            (
                #"{"name": "h", "friends": [{"name": {"__error": "e"}}]}"#, #"["hero","friends",0,"name"]"#,
                #"{"name":"h","friends":[{"name":null}]}"#
            ),
        ]
    )
    func path(hero: String, path: String, data: String) async throws {
        let text = try await answer(
            Self.sdl,
            Self.document,
            root: #"{"hero": \#(hero)}"#,
            variables: #"{"episode": "JEDI"}"#
        )
        #expect(text.contains(#""path":\#(path)}]"#))
        #expect(text.hasSuffix(#""data":{"hero":\#(data)}}"#))
        let line = path.hasSuffix("0,\"name\"]") ? 5 : path == #"["hero","name"]"# ? 3 : 4
        #expect(text.contains(#""locations":[{"line":\#(line),"#))
    }
}
