import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.5 to §2.9.
@Suite("The specification's examples of selections (§2.5–§2.9)")
struct SelectionExamples {
    private static let fields = [
        Example("§2.5 three fields", "{\n  id\n  firstName\n  lastName\n}"),
        Example(
            "§2.6 fields down to scalars",
            """
            {
              me {
                id
                firstName
                lastName
                birthday {
                  month
                  day
                }
                friends {
                  name
                }
              }
            }
            """
        ),
        Example(
            "§2.6 what is globally accessible",
            """
            # `me` could represent the currently logged in viewer.
            {
              me {
                name
              }
            }

            # `user` represents one of many users in a graph of data, referred to by a
            # unique identifier.
            {
              user(id: 4) {
                name
              }
            }
            """,
            printed: """
                {
                  me {
                    name
                  }
                }

                {
                  user(id: 4) {
                    name
                  }
                }
                """
        ),
        Example(
            "§2.7 an argument",
            """
            {
              user(id: 4) {
                id
                name
                profilePic(size: 100)
              }
            }
            """
        ),
        Example(
            "§2.7 many arguments",
            """
            {
              user(id: 4) {
                id
                name
                profilePic(width: 100, height: 50)
              }
            }
            """
        ),
        Example("§2.7 arguments in an order", "{\n  picture(width: 200, height: 100)\n}"),
        Example("§2.7 arguments in another order", "{\n  picture(height: 100, width: 200)\n}"),
        Example(
            "§2.8 two aliases",
            """
            {
              user(id: 4) {
                id
                name
                smallPic: profilePic(size: 64)
                bigPic: profilePic(size: 1024)
              }
            }
            """
        ),
        Example(
            "§2.8 an alias at the top",
            """
            {
              zuck: user(id: 4) {
                id
                name
              }
            }
            """
        ),
    ]

    private static let fragments = [
        Example(
            "§2.9 no fragments",
            """
            query noFragments {
              user(id: 4) {
                friends(first: 10) {
                  id
                  name
                  profilePic(size: 50)
                }
                mutualFriends(first: 10) {
                  id
                  name
                  profilePic(size: 50)
                }
              }
            }
            """
        ),
        Example(
            "§2.9 fragments",
            """
            query withFragments {
              user(id: 4) {
                friends(first: 10) {
                  ...friendProfile
                }
                mutualFriends(first: 10) {
                  ...friendProfile
                }
              }
            }
            """
        ),
        Example(
            "§2.9 a fragment with a description",
            """
            "Fields required to render a friend's profile"
            fragment friendProfile on User {
              id
              name
              profilePic(size: 50)
            }
            """
        ),
        Example(
            "§2.9 nested fragments",
            """
            query withNestedFragments {
              user(id: 4) {
                friends(first: 10) {
                  ...friendFields
                }
                mutualFriends(first: 10) {
                  ...friendFields
                }
              }
            }

            fragment friendFields on User {
              id
              name
              ...standardProfilePic
            }

            fragment standardProfilePic on User {
              profilePic(size: 50)
            }
            """
        ),
        Example(
            "§2.9.1 fragments by type",
            """
            query FragmentTyping {
              profiles(handles: ["zuck", "coca-cola"]) {
                handle
                ...userFragment
                ...pageFragment
              }
            }

            fragment userFragment on User {
              friends {
                count
              }
            }

            fragment pageFragment on Page {
              likers {
                count
              }
            }
            """
        ),
        Example(
            "§2.9.2 inline fragments by type",
            """
            query inlineFragmentTyping {
              profiles(handles: ["zuck", "coca-cola"]) {
                handle
                ... on User {
                  friends {
                    count
                  }
                }
                ... on Page {
                  likers {
                    count
                  }
                }
              }
            }
            """
        ),
        Example(
            "§2.9.2 an inline fragment without a type",
            """
            query inlineFragmentNoType($expandedInfo: Boolean) {
              user(handle: "zuck") {
                id
                name
                ... @include(if: $expandedInfo) {
                  firstName
                  lastName
                  birthday
                }
              }
            }
            """
        ),
    ]

    @Test("are read and printed as they are", arguments: fields + fragments)
    func documents(_ example: Example) throws { try example.expect() }

    /// The fields of the first field of a document's first operation.
    private func subfields(_ text: String) throws -> [Field] {
        guard case .operation(let operation) = try document(text).definitions[0],
            case .field(let field) = operation.selections[0]
        else { throw NotThat() }
        return field.selections.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }

    @Test("§2.7 A field has the arguments that stand in its parentheses")
    func arguments() throws {
        let fields = try subfields(Self.fields[4].text)
        #expect(fields.map(\.name.text) == ["id", "name", "profilePic"])
        #expect(fields.map { $0.arguments.map(\.name.text) } == [[], [], ["width", "height"]])
        #expect(diagnosis("{ a() }") == #"Expected Name, found ")". (1:5)"#)
        #expect(diagnosis("{ a(: 1) }") == #"Expected Name, found ":". (1:5)"#)
    }

    @Test("§2.8 A response name is the field's name, or its alias if it has one")
    func responseNames() throws {
        let fields = try subfields(Self.fields[7].text)
        #expect(fields.map(\.responseKey) == ["id", "name", "smallPic", "bigPic"])
        #expect(fields.map(\.name.text) == ["id", "name", "profilePic", "profilePic"])
        #expect(diagnosis("{ a: }") == #"Expected Name, found "}". (1:6)"#)
        #expect(diagnosis("{ a: b: c }") == #"Expected Name, found ":". (1:7)"#)
    }

    @Test("§2.9 A fragment is named by anything but on")
    func fragmentNames() {
        #expect(diagnosis("fragment on on T { a }") == #"Unexpected Name "on". (1:10)"#)
        #expect(diagnosis("{ ...on }") == #"Expected Name, found "}". (1:9)"#)
        #expect(diagnosis("fragment one on on { a } { ...one ... on on { a } }") == nil)
    }

    @Test("§2.9.1 A fragment has a type condition, an inline one may have none")
    func typeConditions() {
        #expect(diagnosis("fragment f { a }") == #"Expected "on", found "{". (1:12)"#)
        #expect(diagnosis("{ ... on Dog }") == #"Expected "{", found "}". (1:14)"#)
        #expect(diagnosis("{ ... { a } }") == nil)
    }
}
