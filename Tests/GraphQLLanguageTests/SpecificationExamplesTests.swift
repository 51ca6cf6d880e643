import Testing

@testable import GraphQLLanguage

/// The examples of the specification's section 2 (GraphQL, September 2025).
struct SpecificationExamplesTests {
    @Test(
        "§2 Every example document is one, and is the same after printing",
        arguments: [
            #"""
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
            """#,
            #"""
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
            """#,
            "{ field }", "{ id firstName lastName }",
            "{ me { id firstName lastName birthday { month day } friends { name } } }",
            "# `me` could represent the currently logged in viewer.\n{ me { name } }", "{ user(id: 4) { name } }",
            "{ user(id: 4) { id name profilePic(size: 100) } }",
            "{ user(id: 4) { id name profilePic(width: 100, height: 50) } }",
            "{ user(id: 4) { id name smallPic: profilePic(size: 64) bigPic: profilePic(size: 1024) } }",
            "{ zuck: user(id: 4) { id name } }",
            """
            query noFragments { user(id: 4) {
              friends(first: 10) { id name profilePic(size: 50) } mutualFriends(first: 10) { id name profilePic(size: 50) }
            } }
            """,
            """
            query withFragments { user(id: 4) {
              friends(first: 10) { ...friendProfile } mutualFriends(first: 10) { ...friendProfile }
            } }
            "Fields required to render a friend's profile"
            fragment friendProfile on User { id name profilePic(size: 50) }
            """,
            """
            query withNestedFragments { user(id: 4) {
              friends(first: 10) { ...friendFields } mutualFriends(first: 10) { ...friendFields }
            } }
            fragment friendFields on User { id name ...standardProfilePic }
            fragment standardProfilePic on User { profilePic(size: 50) }
            """,
            """
            query FragmentTyping { profiles(handles: ["zuck", "coca-cola"]) { handle ...userFragment ...pageFragment } }
            fragment userFragment on User { friends { count } }
            fragment pageFragment on Page { likers { count } }
            """,
            """
            query inlineFragmentTyping { profiles(handles: ["zuck", "coca-cola"]) {
              handle ... on User { friends { count } } ... on Page { likers { count } }
            } }
            """,
            """
            query inlineFragmentNoType($expandedInfo: Boolean) { user(handle: "zuck") {
              id name ... @include(if: $expandedInfo) { firstName lastName birthday }
            } }
            """,
            "{ field(arg: null) field }",
            """
            query getZuckProfile("The size of the profile picture to fetch." $devicePicSize: Int) {
              user(id: 4) { id name profilePic(size: $devicePicSize) }
            }
            """,
            #"type Person @addExternalFields(source: "profiles") @excludeField(name: "photo") { name: String }"#,
            #"type Person @excludeField(name: "photo") @addExternalFields(source: "profiles") { name: String }"#,
        ]
    )
    func documents(text: String) throws {
        let first = try document(text)
        #expect(try outline(document(first.printed)) == outline(first))
    }

    @Test(
        "§2.1.6, §2.10.7 Commas, white space and repeated commas make no difference",
        arguments: [
            ("{ picture(width: 200, height: 100) }", "{picture(width:200 height:100)}"),
            ("{ a(b: [1, 2, 3]) }", "{ a(b: [1 2,, 3,]) }"),
            (#"{ a(b: { name: "Hello world", score: 1.0 }) }"#, #"{ a(b: { name: "Hello world" score: 1.0 }) }"#),
        ]
    )
    func same(one: String, other: String) throws {
        #expect(try outline(document(one)) == outline(document(other)))
    }

    @Test(
        "§2.7, §2.10.8, §2.13 Arguments, object fields and directives keep the order in which they are written",
        arguments: [
            ("{ picture(width: 200, height: 100) }", "{ picture(height: 100, width: 200) }"),
            (
                "{ nearestThing(location: { lon: 12.43, lat: -53.211 }) }",
                "{ nearestThing(location: { lat: -53.211, lon: 12.43 }) }"
            ),
            ("type A @b @c", "type A @c @b"),
        ]
    )
    func order(one: String, other: String) throws {
        #expect(try outline(document(one)) != outline(document(other)))
    }

    @Test(
        "§2.10.1, §2.10.2 Sequences without lexical representation are none",
        arguments: [
            ("00", #"Invalid number, unexpected digit after 0: "0"."#),
            ("0x123", #"Invalid number, expected digit but got: "x"."#),
            ("123L", #"Invalid number, expected digit but got: "L"."#),
            ("1.23.4", #"Invalid number, expected digit but got: "."."#),
            ("0x1.2p3", #"Invalid number, expected digit but got: "x"."#),
        ]
    )
    func noNumbers(text: String, message: String) {
        let error = #expect(throws: SyntaxError.self) { try value(text) }
        #expect(error?.message == message)
    }

    @Test("§2.10.1, §2.10.2 Numbers are read as written", arguments: ["-123", "1.0", "1e50", "6.0221413e23"])
    func numbers(text: String) throws {
        #expect(try value(text).printed == text)
    }

    @Test("§2.10.4 An escape sequence means a scalar value or is none")
    func escapes() throws {
        #expect(try value(#""\uD83D\uDCA9""#).stringText == value(#""\u{1F4A9}""#).stringText)
        #expect(try value(#""\uD83D\uDCA9""#).stringText == "💩")
        #expect(try value(#""\u000A""#).stringText == "\n")
        #expect(try value(#""""\n""""#).stringText == "\\n")
        for text in [#""\uDEAD""#, #""\u{110000}""#] {
            #expect(throws: SyntaxError.self) { try value(text) }
        }
    }

    @Test("§2.10.4 Three quotes twice are one empty block string, not three empty strings")
    func emptyBlockString() throws {
        guard case .string("", isBlock: true) = try value(#""""""""#).kind else { throw NotThat() }
    }

    @Test("§2.10.4 A block string is the same as the quoted string that it stands for")
    func blockStrings() throws {
        let block = "\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\""
        #expect(try value(block).stringText == value(#""Hello,\n  World!\n\nYours,\n  GraphQL.""#).stringText)
        let spaced = "\"\"\"\nThis starts with and ends with an empty line,\nwhich makes it easier to read.\n\"\"\""
        #expect(try value(spaced).printed == spaced)
        let tight =
            "\"\"\"This does not start with or end with any empty lines,\nwhich makes it a little harder to read.\"\"\""
        #expect(
            try value(tight).stringText
                == "This does not start with or end with any empty lines,\nwhich makes it a little harder to read."
        )
    }
}
