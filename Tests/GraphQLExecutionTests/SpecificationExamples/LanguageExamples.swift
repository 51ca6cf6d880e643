import Testing

/// The examples of GraphQL §2.2 to §2.11 that say what a document means, executed.
@Suite("The specification's examples of the language, executed (§2)")
struct LanguageExamples {
    private static let user = """
        type Query { user(id: Int, handle: String): User }
        type User {
          id: Int name: String profilePic(size: Int): String firstName: String lastName: String birthday: String
          friends(first: Int): [User] mutualFriends(first: Int): [User]
        }
        """

    @Test("descriptions and comments change nothing (§2.2)")
    func descriptions() async throws {
        let described = #"""
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
        let plain = """
            query GetTimeMachineStatus($machineId: ID!, $year: Int) {
              timeMachine(id: $machineId) { ...TimeMachineDetails status(year: $year) }
            }
            fragment TimeMachineDetails on TimeMachine { id model lastMaintenance operator { name licenseLevel } }
            """
        for document in [described, plain] {
            #expect(
                try await answer(
                    """
                    type Query { timeMachine(id: ID!): TimeMachine }
                    type TimeMachine {
                      id: ID model: String lastMaintenance: Int operator: Operator status(year: Int): String
                    }
                    type Operator { name: String licenseLevel: Int }
                    """,
                    document,
                    root: """
                        {"timeMachine": {"id": "DMC-12", "model": "DeLorean", "lastMaintenance": 1885,
                        "operator": {"name": "Emmett", "licenseLevel": 88}, "status": {"__args": true}}}
                        """,
                    variables: #"{"machineId": "DMC-12", "year": 1955}"#
                )
                    == #"{"data":{"timeMachine":{"id":"DMC-12","model":"DeLorean","lastMaintenance":1885,"#
                    + #""operator":{"name":"Emmett","licenseLevel":88},"status":{"year":1955}}}}"#
            )
        }
    }

    @Test("a story is liked, and its likes are read (§2.4)")
    func mutation() async throws {
        let document = #"""
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
        #expect(
            try await answer(
                """
                type Query { a: Int }
                type Mutation { likeStory(storyID: Int): LikePayload }
                type LikePayload { story: Story } type Story { likeCount: Int }
                """,
                document,
                root: #"{"likeStory": {"story": {"likeCount": 1}}}"#
            ) == #"{"data":{"likeStory":{"story":{"likeCount":1}}}}"#
        )
    }

    @Test("a selection selects what it names and nothing more (§2.5, §2.6)")
    func selections() async throws {
        let sdl = """
            type Query { id: Int firstName: String lastName: String age: Int me: Person }
            type Person { id: Int firstName: String lastName: String age: Int birthday: Date friends: [Person] name: String }
            type Date { year: Int month: Int day: Int }
            """
        #expect(
            try await answer(
                sdl,
                "{\n  id\n  firstName\n  lastName\n}",
                root: #"{"lastName": "L", "firstName": "F", "id": 1, "age": 30}"#
            ) == #"{"data":{"id":1,"firstName":"F","lastName":"L"}}"#
        )
        #expect(
            try await answer(
                sdl,
                "{ me { id firstName lastName birthday { month day } friends { name } } }",
                root: """
                    {"me": {"id": 1, "firstName": "F", "lastName": "L", "age": 3, "birthday": {"year": 1, "month": 2, "day": 3},
                    "friends": [{"name": "A", "age": 1}, {"name": "B"}]}}
                    """
            )
                == #"{"data":{"me":{"id":1,"firstName":"F","lastName":"L","birthday":{"month":2,"day":3},"#
                + #""friends":[{"name":"A"},{"name":"B"}]}}}"#
        )
    }

    @Test(
        "arguments and fields of input objects mean the same in any order (§2.7, §2.10.8)",
        arguments: [
            "{ picture(width: 200, height: 100) nearestThing(location: { lon: 12.43, lat: -53.211 }) }",
            "{ picture(height: 100, width: 200) nearestThing(location: { lat: -53.211, lon: 12.43 }) }",
        ]
    )
    func order(document: String) async throws {
        #expect(
            try await answer(
                """
                type Query { picture(width: Int, height: Int): String nearestThing(location: Location): String }
                input Location { lon: Float lat: Float }
                """,
                document,
                root: #"{"picture": {"__args": true}, "nearestThing": {"__args": true}}"#
            )
                == #"{"data":{"picture":{"width":200,"height":100},"#
                + #""nearestThing":{"location":{"lon":12.43,"lat":-53.211}}}}"#
        )
    }

    @Test("an alias is the key of a result, with the arguments of its own field (§2.7, §2.8)")
    func aliases() async throws {
        let root = #"{"user": {"id": 4, "name": "Mark Zuckerberg", "profilePic": {"__args": true}}}"#
        #expect(
            try await answer(
                Self.user,
                """
                {
                  user(id: 4) {
                    id
                    name
                    smallPic: profilePic(size: 64)
                    bigPic: profilePic(size: 1024)
                  }
                }
                """,
                root: root
            )
                == #"{"data":{"user":{"id":4,"name":"Mark Zuckerberg","smallPic":{"size":64},"bigPic":{"size":1024}}}}"#
        )
        #expect(
            try await answer(Self.user, "{\n  zuck: user(id: 4) {\n    id\n    name\n  }\n}", root: root)
                == #"{"data":{"zuck":{"id":4,"name":"Mark Zuckerberg"}}}"#
        )
    }

    private static let friends = """
        {"user": {"friends": [{"id": 1, "name": "A", "profilePic": "a.jpg"}],
        "mutualFriends": [{"id": 2, "name": "B", "profilePic": "b.jpg"}]}}
        """

    @Test(
        "operations with and without fragments have the same response (§2.9)",
        arguments: [
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
            """,
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

            "Fields required to render a friend's profile"
            fragment friendProfile on User {
              id
              name
              profilePic(size: 50)
            }
            """,
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
            """,
        ]
    )
    func fragments(document: String) async throws {
        #expect(
            try await answer(Self.user, document, root: Self.friends)
                == #"{"data":{"user":{"friends":[{"id":1,"name":"A","profilePic":"a.jpg"}],"#
                + #""mutualFriends":[{"id":2,"name":"B","profilePic":"b.jpg"}]}}}"#
        )
    }

    @Test(
        "fragments of a type select of values of that type (§2.9.1, §2.9.2)",
        arguments: [
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
            """,
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
            """,
        ]
    )
    func typeConditions(document: String) async throws {
        #expect(
            try await answer(
                """
                type Query { profiles(handles: [String]): [Profile] }
                interface Profile { handle: String }
                type User implements Profile { handle: String friends: Crowd }
                type Page implements Profile { handle: String likers: Crowd }
                type Crowd { count: Int }
                """,
                document,
                root: """
                    {"profiles": [
                      {"__typename": "User", "handle": "zuck", "friends": {"count": 1234}, "likers": {"count": 0}},
                      {"__typename": "Page", "handle": "coca-cola", "likers": {"count": 90234512}, "friends": {"count": 0}}
                    ]}
                    """
            )
                == #"{"data":{"profiles":[{"handle":"zuck","friends":{"count":1234}},"#
                + #"{"handle":"coca-cola","likers":{"count":90234512}}]}}"#
        )
    }

    private static func expandedInfo(_ type: String) -> String {
        """
        query inlineFragmentNoType($expandedInfo: \(type)) {
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
    }

    @Test("an inline fragment without a type holds a directive for its fields (§2.9.2)")
    func untyped() async throws {
        let root = """
            {"user": {"id": 4, "name": "Mark Zuckerberg", "firstName": "Mark", "lastName": "Zuckerberg", "birthday": "May 14"}}
            """
        let short = #"{"data":{"user":{"id":4,"name":"Mark Zuckerberg""#
        func respond(_ isExpanded: Bool) async throws -> String {
            try await answer(
                Self.user,
                Self.expandedInfo("Boolean!"),
                root: root,
                variables: #"{"expandedInfo": \#(isExpanded)}"#
            )
        }
        #expect(try await respond(false) == short + "}}}")
        #expect(
            try await respond(true)
                == short + #","firstName":"Mark","lastName":"Zuckerberg","birthday":"May 14"}}}"#
        )
    }

    @Test(
        "documents that are examples of the language only are refused (§2.9.2, §2.10.5)",
        arguments: [
            (
                expandedInfo("Boolean"),
                #"1:28,5:22: Variable "$expandedInfo" of type "Boolean" used in position expecting type "Boolean!"."#
            ),
            (
                "{\n  field(arg: null)\n  field\n}",
                """
                2:3,3:3: Fields "field" conflict because they have differing arguments. \
                Use different aliases on the fields to fetch both if this was intentional.
                """
            ),
        ]
    )
    func refused(document: String, problem: String) async throws {
        await expectRefusal(problem) {
            try await answer(Self.user.replacing("type Query {", with: "type Query { field(arg: Int): Int"), document)
        }
    }

    @Test("null is an argument's value, which nothing is not (§2.10.5)")
    func null() async throws {
        #expect(
            try await answer(
                "type Query { field(arg: Int): String }",
                "{ null: field(arg: null) nothing: field }",
                root: #"{"field": {"__args": true}}"#
            ) == #"{"data":{"null":{"arg":null},"nothing":{}}}"#
        )
    }

    @Test(
        "a block string and a standard string are the same message (§2.10.4)",
        arguments: [
            #"""
            mutation {
              sendEmail(message: """
                Hello,
                  World!

                Yours,
                  GraphQL.
              """)
            }
            """#,
            #"""
            mutation {
              sendEmail(message: "Hello,\n  World!\n\nYours,\n  GraphQL.")
            }
            """#,
        ]
    )
    func strings(document: String) async throws {
        #expect(
            try await answer(
                "type Query { a: Int } type Mutation { sendEmail(message: String): String }",
                document,
                root: #"{"sendEmail": {"__args": true}}"#
            ) == #"{"data":{"sendEmail":{"message":"Hello,\n  World!\n\nYours,\n  GraphQL."}}}"#
        )
    }

    @Test("a variable's value is given with the request (§2.11)")
    func variables() async throws {
        #expect(
            try await answer(
                Self.user,
                """
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
                """,
                root: #"{"user": {"id": 4, "name": "Mark Zuckerberg", "profilePic": {"__args": true}}}"#,
                variables: #"{"devicePicSize": 60}"#
            ) == #"{"data":{"user":{"id":4,"name":"Mark Zuckerberg","profilePic":{"size":60}}}}"#
        )
    }
}
