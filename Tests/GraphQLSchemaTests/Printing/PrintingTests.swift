import GraphQLSchema
import Testing

/// The expected texts are those of graphql-core `print_schema` for the same SDL.
@Suite("Printing a schema")
struct PrintingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sdl: String
        let printed: String

        var testDescription: String { name }
    }

    @Test("A schema is printed as graphql-js prints it, and reads back as the same", arguments: cases)
    func printed(_ example: Case) throws {
        let schema = try Schema.build(example.sdl)
        #expect(schema.printed == example.printed)
        #expect(try Schema.build(schema.printed).printed == example.printed)
    }

    @Test("A deprecated directive says so before it says whether it is repeatable")
    func deprecatedDirectives() throws {
        let sdl = """
            directive @a @deprecated on FIELD

            directive @b(x: Int = 1) @deprecated(reason: "use c") repeatable on FIELD | QUERY

            directive @c on FIELD

            type Query {
              a: Int
            }
            """
        let schema = try Schema.build(sdl)
        #expect(schema.printed == sdl)
        #expect(schema.sorted.printed == sdl)
    }

    @Test("Built-in scalars, directives and introspection types are left out, also where SDL defines them anew")
    func standard() throws {
        let sdl = "type Query {\n  a: ID\n}"
        let own = """
            directive @skip(if: Boolean!, why: String) on FIELD directive @oneOf on INPUT_OBJECT
            scalar ID scalar Float type __Type { a: Int }
            """
        #expect(try Schema.build(sdl + own).printed == sdl)
    }

    @Test("An empty description is printed, none is not")
    func emptyDescription() throws {
        let sdl = """
            \"""\"""
            type Query {
              a(
                \"""\"""
                x: Int
                y: Int
              ): Int
              b(x: Int, y: Int): Int
            }
            """
        #expect(try Schema.build(sdl).printed == sdl)
    }

    @Test("An empty object and long values are printed as graphql-js prints values")
    func values() throws {
        let long = String(repeating: "x", count: 80)
        let sdl = """
            type Query {
              a(x: I = {  }, y: [String] = []): Int
              b(x: [String] = [
              "\(long)"
              "b"
            ]): Int
            }

            input I {
              a: Int
            }
            """
        #expect(try Schema.build(sdl).printed == sdl)
    }

    @Test("A default is printed as written")
    func defaults() throws {
        let sdl = "type Query {\n  a(x: Float = -1.0e10, y: In = { a: 1 }): Int\n}\n\ninput In {\n  a: Int\n}"
        #expect(try Schema.build(sdl).printed == sdl)
    }

    @Test("A schema definition is printed when a type has a root's name but is none")
    func unusedRootName() throws {
        let sdl = "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}"
        #expect(try Schema.build(sdl).printed == sdl)
    }

    @Test("A schema without roots has no schema definition")
    func noRoots() throws {
        #expect(try Schema.build("type Other { a: Int }").printed == "type Other {\n  a: Int\n}")
    }

    static let cases = [
        Case(
            name: "Everything",
            sdl: ##"""
                """The schema.""" schema { query: Query }
                "The root" type Query implements Node & Other { "first" a: String
                 "second" b("an x" x: Int = 3, y: [String!]! = ["a", "b"] @deprecated): Int! @deprecated(reason: "use \"a\"\n")
                 c: Int @deprecated d(x: Int): E id: ID! }
                interface Other { a: String } interface Node implements Other { id: ID! a: String }
                enum E { "one" ONE  TWO @deprecated "three" THREE @deprecated(reason: "gone") }
                union U = Query | Q2 type Q2 { a: U } union V = Query
                scalar S @specifiedBy(url: "https://example.org/s") "date" scalar D
                input I { "d" a: Int = 1 b: E = ONE c: [I] e: Float = 1.5 s: String = "x\"y" n: Int = null t: Boolean = true @deprecated(reason: "r") }
                input O @oneOf { a: Int b: String }
                directive @plain on FIELD "described" directive @d(a: Int = 1, b: String) repeatable on OBJECT | FIELD_DEFINITION
                directive @e("x" a: Int b: Int) on FIELD
                """##,
            printed: ##"""
                """The schema."""
                schema {
                  query: Query
                }

                directive @plain on FIELD

                """described"""
                directive @d(a: Int = 1, b: String) repeatable on OBJECT | FIELD_DEFINITION

                directive @e(
                  """x"""
                  a: Int
                  b: Int
                ) on FIELD

                """The root"""
                type Query implements Node & Other {
                  """first"""
                  a: String

                  """second"""
                  b(
                    """an x"""
                    x: Int = 3
                    y: [String!]! = ["a", "b"] @deprecated
                  ): Int! @deprecated(reason: "use \"a\"\n")
                  c: Int @deprecated
                  d(x: Int): E
                  id: ID!
                }

                interface Other {
                  a: String
                }

                interface Node implements Other {
                  id: ID!
                  a: String
                }

                enum E {
                  """one"""
                  ONE
                  TWO @deprecated

                  """three"""
                  THREE @deprecated(reason: "gone")
                }

                union U = Query | Q2

                type Q2 {
                  a: U
                }

                union V = Query

                scalar S @specifiedBy(url: "https://example.org/s")

                """date"""
                scalar D

                input I {
                  """d"""
                  a: Int = 1
                  b: E = ONE
                  c: [I]
                  e: Float = 1.5
                  s: String = "x\"y"
                  n: Int = null
                  t: Boolean = true @deprecated(reason: "r")
                }

                input O @oneOf {
                  a: Int
                  b: String
                }
                """##
        ),
        Case(
            name: "Descriptions of every shape",
            sdl: ##"""
                type Query {
                """
                A long description that is longer than seventy characters, so that it is put on lines of its own.
                """
                a: Int
                """
                Two
                  lines
                """
                b: Int
                "ends with a quote\""
                c: Int
                " leading blank"
                d: Int
                "with \"\"\" inside"
                e: Int
                "back\\slash\\"
                f: Int
                "control \u0007"
                g: Int
                ""
                h(""" x """ x: Int "" y: Int): Int
                "  all\n  indented"
                i: Int
                "trailing\n"
                j: Int
                "\nleading"
                k: Int
                "收到来信 📨"
                l: Int
                "tab\there"
                m: Int
                }
                """##,
            printed: ##"""
                type Query {
                  """
                  A long description that is longer than seventy characters, so that it is put on lines of its own.
                  """
                  a: Int

                  """
                  Two
                    lines
                  """
                  b: Int

                  """
                  ends with a quote"
                  """
                  c: Int

                  """ leading blank"""
                  d: Int

                  """with \""" inside"""
                  e: Int

                  """
                  back\slash\
                  """
                  f: Int

                  "control \u0007"
                  g: Int

                  """"""
                  h(
                    """ x """
                    x: Int

                    """"""
                    y: Int
                  ): Int

                  "  all\n  indented"
                  i: Int

                  "trailing\n"
                  j: Int

                  "\nleading"
                  k: Int

                  """收到来信 📨"""
                  l: Int

                  """tab	here"""
                  m: Int
                }
                """##
        ),
        Case(
            name: "Only a scalar",
            sdl: ##"""
                scalar Date
                """##,
            printed: ##"""
                scalar Date
                """##
        ),
        Case(
            name: "Types without members",
            sdl: ##"""
                type Query type Empty enum E union U input I interface F
                """##,
            printed: ##"""
                type Query

                type Empty

                enum E

                union U

                input I

                interface F
                """##
        ),
        Case(
            name: "Default root names",
            sdl: ##"""
                type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }
                """##,
            printed: ##"""
                type Query {
                  a: Int
                }

                type Mutation {
                  a: Int
                }

                type Subscription {
                  a: Int
                }
                """##
        ),
        Case(
            name: "Extensions around a definition",
            sdl: ##"""
                extend type Query { b: Int } type Query { a: Int } extend type Query { c: Int }
                """##,
            printed: ##"""
                type Query {
                  a: Int
                  b: Int
                  c: Int
                }
                """##
        ),
        Case(
            name: "A described schema with another root name",
            sdl: ##"""
                "desc" schema { query: Q } type Q { a: Int }
                """##,
            printed: ##"""
                """desc"""
                schema {
                  query: Q
                }

                type Q {
                  a: Int
                }
                """##
        ),
    ]
}
