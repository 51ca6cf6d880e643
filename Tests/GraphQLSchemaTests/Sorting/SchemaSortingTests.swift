import GraphQLSchema
import Testing

@Suite("Sorting a schema")
struct SchemaSortingTests {
    private func sorted(_ sdl: String) throws -> String { try Schema.build(sdl).sorted.printed }

    @Test("Fields, interfaces and arguments of object and interface types")
    func fields() throws {
        let sdl = """
            type Query implements FooB & FooA & FooC {
              dummy(b: Int, a20: Int = 1, a3: [Int!]): String
              id: ID
            }
            interface FooC implements FooB & FooA { dummy: String id: ID }
            interface FooB { id: ID dummy: String }
            interface FooA { dummy(c: Int a: Int): String }
            """
        #expect(
            try sorted(sdl) == """
                interface FooA {
                  dummy(a: Int, c: Int): String
                }

                interface FooB {
                  dummy: String
                  id: ID
                }

                interface FooC implements FooA & FooB {
                  dummy: String
                  id: ID
                }

                type Query implements FooA & FooB & FooC {
                  dummy(a3: [Int!], a20: Int = 1, b: Int): String
                  id: ID
                }
                """
        )
    }

    @Test("Members of unions, values of enums and fields of input objects")
    func members() throws {
        let sdl = """
            union U = C | A | B
            enum E { "the last" Z A10 @deprecated A9 }
            input I @oneOf { "second" b: Int @deprecated(reason: "old") a: String }
            type C { a: U } type B { a: U } type A { b: E a(i: I): Int } type Query { a: A }
            """
        #expect(
            try sorted(sdl) == #"""
                type A {
                  a(i: I): Int
                  b: E
                }

                type B {
                  a: U
                }

                type C {
                  a: U
                }

                enum E {
                  A9
                  A10 @deprecated

                  """the last"""
                  Z
                }

                input I @oneOf {
                  a: String

                  """second"""
                  b: Int @deprecated(reason: "old")
                }

                type Query {
                  a: A
                }

                union U = A | B | C
                """#
        )
    }

    @Test("Directives, their locations and arguments")
    func directives() throws {
        let sdl = """
            directive @b(c: Float, a: String) repeatable on UNION | FIELD | ENUM
            "described" directive @a on SCHEMA | OBJECT
            type Query { a: Int }
            """
        let printed = """
            \"""described\"""
            directive @a on OBJECT | SCHEMA

            directive @b(a: String, c: Float) repeatable on ENUM | FIELD | UNION

            type Query {
              a: Int
            }
            """
        #expect(try sorted(sdl) == printed)
    }

    @Test("Types that refer to each other, root types of other names and the schema's description are kept")
    func rootTypes() throws {
        let sdl = """
            "about" schema { query: Z mutation: B subscription: M }
            type Z { b: B a: Z } type M { a: Int } type B { z: Z }
            """
        let schema = try Schema.build(sdl).sorted
        #expect(schema.description == "about")
        #expect(schema.queryTypeName == "Z")
        #expect(schema.mutationTypeName == "B")
        #expect(schema.subscriptionTypeName == "M")
        let definition = "\"\"\"about\"\"\"\nschema {\n  query: Z\n  mutation: B\n  subscription: M\n}"
        #expect(schema.printed.hasPrefix(definition + "\n\ntype B {"))
    }

    @Test("Built-in types and directives stand in their places, their own members unsorted")
    func standard() throws {
        let schema = try Schema.build("type Query { z: ID a: Foo } scalar Foo directive @foo on FIELD").sorted
        #expect(
            schema.types.map(\.name) == [
                "Boolean", "Foo", "ID", "Query", "String", "__Directive", "__DirectiveLocation", "__EnumValue",
                "__Field", "__InputValue", "__Schema", "__Type", "__TypeKind",
            ]
        )
        #expect(schema.directives.map(\.name) == ["deprecated", "foo", "include", "oneOf", "skip", "specifiedBy"])
        #expect(schema.type(named: "__Field")?.fields?.first?.name == "name")
        #expect(schema.directive(named: "deprecated")?.locations.first == "FIELD_DEFINITION")
    }

    @Test("Sorting what is sorted changes nothing")
    func idempotent() throws {
        let once = try Schema.build("type Query { b(z: Int a: Int): B a: Int } enum B { B A } union U = Query").sorted
        #expect(once.sorted.printed == once.printed)
        #expect(once.sorted.types.map(\.name) == once.types.map(\.name))
    }
}
