import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.11 to §2.13.
@Suite("The specification's examples of variables, types and directives (§2.11–§2.13)")
struct VariableExamples {
    private static let profile = """
        query getZuckProfile(
          "The size of the profile picture to fetch."
          $devicePicSize: Int
        ) {
          user(id: 4) {
            id
            name
            profilePic(size: $devicePicSize)
          }
        }
        """
    private static let printedProfile = """
        query getZuckProfile(
        "The size of the profile picture to fetch."
        $devicePicSize: Int
        ) {
          user(id: 4) {
            id
            name
            profilePic(size: $devicePicSize)
          }
        }
        """
    private static let directives = [
        Example(
            "§2.13 directives in an order",
            """
            type Person
              @addExternalFields(source: "profiles")
              @excludeField(name: "photo") {
              name: String
            }
            """,
            printed: """
                type Person @addExternalFields(source: "profiles") @excludeField(name: "photo") {
                  name: String
                }
                """
        ),
        Example(
            "§2.13 directives in another order",
            """
            type Person
              @excludeField(name: "photo")
              @addExternalFields(source: "profiles") {
              name: String
            }
            """,
            printed: """
                type Person @excludeField(name: "photo") @addExternalFields(source: "profiles") {
                  name: String
                }
                """
        ),
    ]

    @Test(
        "are read and printed as they are",
        arguments: [Example("§2.11 a variable with a description", profile, printed: printedProfile)] + directives
    )
    func documents(_ example: Example) throws { try example.expect() }

    @Test("§2.11 A variable has a description, a type and its uses")
    func variable() throws {
        let operation = try operation(Self.profile)
        #expect(operation.variables.map(\.name.text) == ["devicePicSize"])
        #expect(operation.variables.map(\.type.description) == ["Int"])
        #expect(operation.variables.map(\.description?.text) == ["The size of the profile picture to fetch."])
        guard case .field(let user) = operation.selections[0], case .field(let picture) = user.selections[2],
            case .variable(let name) = picture.arguments[0].value.kind
        else { throw NotThat() }
        #expect(name == "devicePicSize")
    }

    @Test(
        "§2.12 A type is a name, a list of a type or one that is not null",
        arguments: ["T", "[T]", "T!", "[[T!]!]!"]
    )
    func types(text: String) throws {
        #expect(try TypeReference(parsing: Source(text)).description == text)
        #expect(try operation("query ($a: \(text)) { b }").variables[0].type.description == text)
    }

    @Test("§2.12 Nothing is not null twice, and a list ends")
    func noTypes() {
        #expect(diagnosis("query ($v: Int!!) { a }") == #"Expected "$", found "!". (1:16)"#)
        #expect(diagnosis("query ($v: [Int) { a }") == #"Expected "]", found ")". (1:16)"#)
        #expect(diagnosis("query ($v: []) { a }") == #"Expected Name, found "]". (1:13)"#)
    }

    @Test("§2.13 The order of directives is kept, for it may mean something")
    func order() throws {
        let orders = try Self.directives.map { try typeDefinition($0.text).directives.map(\.name.text) }
        #expect(orders == [["addExternalFields", "excludeField"], ["excludeField", "addExternalFields"]])
    }
}
