import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.2 to §2.4.
@Suite("The specification's examples of documents (§2.2–§2.4)")
struct DocumentExamples {
    private static let described = #"""
        """
        Request the current status of a time machine and its operator.
        You can also check the status for a particular year.
        **Warning:** certain years may trigger an anomaly in the space-time continuum.
        """
        query GetTimeMachineStatus(
          "The unique serial number of the time machine to inspect."
          $machineId: ID!
          "The year to check the status for."
          $year: Int
        ) {
          timeMachine(id: $machineId) {
            ...TimeMachineDetails
            status(year: $year)
          }
        }

        "Details about a time machine and its operator."
        fragment TimeMachineDetails on TimeMachine {
          id
          model
          lastMaintenance
          operator {
            name
            licenseLevel
          }
        }
        """#
    /// Variables on lines of their own are printed without indentation.
    private static let printedDescribed = described.replacing("  \"The", with: "\"The").replacing("  $", with: "$")

    private static let liking = #"""
        """
        Mark story 12345 as "liked"
        and return the updated number of likes on the story
        """
        mutation {
          likeStory(storyID: 12345) {
            story {
              likeCount
            }
          }
        }
        """#

    @Test(
        "are read and printed as they are",
        arguments: [
            Example(
                "§2.2 an operation, its variables and a fragment with descriptions",
                described,
                printed: printedDescribed
            ),
            Example("§2.4 a mutation with a description", liking),
            Example("§2.4 a query in short", "{\n  field\n}"),
        ]
    )
    func documents(_ example: Example) throws { try example.expect() }

    @Test("§2.2 Each description stands with what it describes")
    func descriptions() throws {
        let definitions = try document(Self.described).definitions
        guard case .operation(let operation) = definitions[0], case .fragment(let fragment) = definitions[1] else {
            throw NotThat()
        }
        #expect(
            operation.description?.text == """
                Request the current status of a time machine and its operator.
                You can also check the status for a particular year.
                **Warning:** certain years may trigger an anomaly in the space-time continuum.
                """
        )
        #expect(operation.description?.isBlock == true)
        #expect(
            operation.variables.map(\.description?.text) == [
                "The unique serial number of the time machine to inspect.", "The year to check the status for.",
            ]
        )
        #expect(fragment.description?.text == "Details about a time machine and its operator.")
        #expect(fragment.description?.isBlock == false)
    }

    @Test("§2.3 A document has one definition or more, of operations, fragments and the type system")
    func definitions() throws {
        #expect(try document("{ a } fragment F on T { a } type T { a: Int } extend type T @d").definitions.count == 4)
        #expect(diagnosis("") == "Unexpected <EOF>. (1:1)")
        #expect(diagnosis("# nothing") == "Unexpected <EOF>. (1:10)")
        #expect(diagnosis("foo { a }") == #"Unexpected Name "foo". (1:1)"#)
    }

    @Test(
        "§2.4 An operation is a query, a mutation or a subscription",
        arguments: [("{ a }", .query), ("query { a }", .query), ("mutation { a }", .mutation)]
            + [("subscription { a }", .subscription)] as [(String, OperationKind)]
    )
    func kinds(text: String, kind: OperationKind) throws {
        #expect(try operation(text).kind == kind)
        #expect(try operation(text).name == nil)
    }

    @Test("§2.4 The mutation has one argument and a description of two lines")
    func mutation() throws {
        let mutation = try operation(Self.liking)
        #expect(mutation.kind == .mutation)
        #expect(
            mutation.description?.text
                == "Mark story 12345 as \"liked\"\nand return the updated number of likes on the story"
        )
        guard case .field(let field) = mutation.selections[0] else { throw NotThat() }
        #expect(field.arguments.map(\.name.text) == ["storyID"])
    }

    @Test("§2.4 A query in short is the same as one with its keyword, and has no description")
    func shorthand() throws {
        #expect(try document("query { field }").printed == document("{ field }").printed)
        #expect(try operation("{ field }").kind == .query)
        #expect(diagnosis("query @a { field }") == nil)
        #expect(
            diagnosis(#""short" { field }"#)
                == "Unexpected description, descriptions are not supported on shorthand queries. (1:1)"
        )
    }
}
