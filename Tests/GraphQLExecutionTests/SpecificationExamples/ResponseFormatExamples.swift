import GraphQLExecution
import GraphQLLanguage
import Testing

/// The examples of GraphQL §7.1.
@Suite("The specification's examples of responses (§7.1)")
struct ResponseFormatExamples {
    private static let root = #"""
        {"hero": {"name": "R2-D2", "friends": [
          {"id": "1000", "name": "Luke Skywalker"},
          {"id": "1002", "name": {"__error": "Name for character with ID 1002 could not be fetched."}},
          {"id": "1003", "name": "Leia Organa"}
        ]}}
        """#

    /// The specification leaves the variable's definition out; it stands before the brace that it begins with.
    private func respond(nameType: String) async throws -> String {
        let document = """
            query ($episode: Episode) {
              hero(episode: $episode) {
                name
                heroFriends: friends {
                  id
                  name
                }
              }
            }
            """
        return try await answer(
            """
            enum Episode { NEW_HOPE EMPIRE JEDI }
            type Query { hero(episode: Episode): Character }
            type Character { id: ID name: \(nameType) friends: [Character] }
            """,
            document,
            root: Self.root
        )
    }

    private static let errors =
        #""errors":[{"message":"Name for character with ID 1002 could not be fetched.","#
        + #""locations":[{"line":6,"column":7}],"path":["hero","heroFriends",1,"name"]}]"#

    @Test("a name that cannot be fetched is null, its error says where (Errors)")
    func nullable() async throws {
        #expect(
            try await respond(nameType: "String")
                == "{\(Self.errors),"
                + #""data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},"#
                + #"{"id":"1002","name":null},{"id":"1003","name":"Leia Organa"}]}}}"#
        )
    }

    @Test("the null of a Non-Null name bubbles up to its character, the error is the same (Errors)")
    func nonNull() async throws {
        #expect(
            try await respond(nameType: "String!")
                == "{\(Self.errors),"
                + #""data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},"#
                + #"null,{"id":"1003","name":"Leia Organa"}]}}}"#
        )
    }

    @Test("what an error adds stands in its extensions, never beside message, locations and path (Errors)")
    func extensions() throws {
        let error = GraphQLError(
            "Name for character with ID 1002 could not be fetched.",
            locations: [SourceLocation(line: 6, column: 7)],
            path: [.field("hero"), .field("heroFriends"), .index(1), .field("name")],
            code: "CAN_NOT_FETCH_BY_ID",
            extensions: [.init("timestamp", .string("Fri Feb 9 14:33:09 UTC 2018"))]
        )
        #expect(
            String(decoding: GraphQLResponse.refusal([error]).body, as: UTF8.self)
                == "{" + String(Self.errors.dropLast(2))
                + #","extensions":{"code":"CAN_NOT_FETCH_BY_ID","timestamp":"Fri Feb 9 14:33:09 UTC 2018"}}]}"#
        )
    }

    @Test(
        "each part of the data has its position (Path)",
        arguments: [
            (["hero", "name"], JSONValue.string("R2-D2")),
            (["hero", "friends", "0", "name"], .string("Luke Skywalker")),
            (["hero", "friends", "1", "name"], .null),
        ]
    )
    func positions(_ path: [String], _ expected: JSONValue) async throws {
        let text = try await answer(
            "type Query { hero: Character } type Character { name: String friends: [Character] }",
            "{ hero { name friends { name } } }",
            root: Self.root
        )
        var value = try JSONReader.read(Array(text.utf8))["data"]
        for segment in path {
            if case .array(let items) = value, let index = Int(segment) {
                value = items[index]
            } else {
                value = value?[segment]
            }
        }
        #expect(value == expected)
    }
}
