import Testing

/// The examples of GraphQL §4 as they are written.
@Suite("The specification's examples of introspection (§4)")
struct IntrospectionExamples {
    @Test("a type's fields, each with the name of its type (§4)")
    func user() async throws {
        let sdl = """
            type User {
              id: String
              name: String
              birthday: Date
            }
            """
        let document = """
            {
              __type(name: "User") {
                name
                fields {
                  name
                  type {
                    name
                  }
                }
              }
            }
            """
        #expect(
            try await answer("\(sdl) scalar Date type Query { user: User }", document)
                == #"{"data":{"__type":{"name":"User","fields":[{"name":"id","type":{"name":"String"}},"#
                + #"{"name":"name","type":{"name":"String"}},{"name":"birthday","type":{"name":"Date"}}]}}}"#
        )
    }

    @Test("an input object has input fields and no fields (§4.2.2)")
    func point() async throws {
        #expect(
            try await answer(
                """
                input Point {
                  x: Int
                  y: Int
                }

                type Query { a(at: Point): Int }
                """,
                #"{ __type(name: "Point") { kind name fields { name } inputFields { name type { name } } isOneOf } }"#
            )
                == #"{"data":{"__type":{"kind":"INPUT_OBJECT","name":"Point","fields":null,"inputFields":["#
                + #"{"name":"x","type":{"name":"Int"}},{"name":"y","type":{"name":"Int"}}],"isOneOf":false}}}"#
        )
    }

    @Test("the root of a subscription has no meta-field (§4.1)")
    func subscription() async {
        await expectRefusal("1:16: Anonymous Subscription must not select an introspection top level field.") {
            try await answer(
                "type Query { a: Int } type Subscription { b: Int }",
                "subscription { __typename }"
            )
        }
    }
}
