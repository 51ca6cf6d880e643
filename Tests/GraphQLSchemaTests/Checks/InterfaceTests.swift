import GraphQLSchema
import Testing

@Suite("Implementing interfaces")
struct InterfaceTests {
    private func report(_ sdl: String) throws -> [String] {
        try problems(of: "type Query { q: Int } " + sdl)
    }

    @Test(
        "A type may return a subtype and take more optional arguments",
        arguments: [
            "interface F { f: Node } interface Node { id: ID } type A implements F & Node { id: ID f: A }",
            "union U = A interface F { f: U } type A implements F { f: A }",
            "interface F { f: Int } type A implements F { f: Int! }",
            "interface F { f: [Int] } type A implements F { f: [Int!]! }",
            "interface F { f(x: Int): Int } type A implements F { f(x: Int, y: Int, z: Int! = 1): Int }",
            "interface F { f: F } interface G implements F { f: G g: Int } type A implements F & G { f: A g: Int }",
            "interface F { f: Int @deprecated } type A implements F { f: Int @deprecated }",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(sdl) == [])
    }

    @Test("A field must be there")
    func missingField() throws {
        #expect(
            try report("interface F { f: Int } type A implements F { g: Int }") == [
                "Interface field F.f expected but A does not provide it."
            ]
        )
    }

    @Test(
        "A field's type must be the same or a subtype",
        arguments: [
            ("Int", "String"), ("Int!", "Int"), ("[Int]", "Int"), ("Int", "[Int]"), ("[Int!]", "[Int]"),
            ("[Int]!", "[Int]"),
            ("A", "B"), ("F", "B"), ("U", "B"), ("U", "F"),
        ]
    )
    func fieldType(expected: String, found: String) throws {
        let types = "union U = A type B { b: Int } "
        #expect(
            try report(types + "interface F { f: \(expected) } type A implements F { f: \(found) }") == [
                "Interface field F.f expects type \(expected) but A.f is type \(found)."
            ]
        )
    }

    @Test("An argument must be there")
    func missingArgument() throws {
        #expect(
            try report("interface F { f(x: Int): Int } type A implements F { f: Int }") == [
                "Interface field argument F.f(x:) expected but A.f does not provide it."
            ]
        )
    }

    @Test("An argument must have the same type")
    func argumentType() throws {
        #expect(
            try report("interface F { f(x: Int): Int } type A implements F { f(x: Int!): Int }") == [
                "Interface field argument F.f(x:) expects type Int but A.f(x:) is type Int!."
            ]
        )
    }

    @Test("An additional argument must not be required")
    func additionalArgument() throws {
        #expect(
            try report("interface F { f: Int } type A implements F { f(x: Int!): Int }") == [
                """
                Argument "A.f(x:)" must not be required type "Int!" \
                if not provided by the Interface field "F.f".
                """
            ]
        )
    }

    @Test("A field must not be deprecated unless the interface's is")
    func deprecation() throws {
        #expect(
            try report("interface F { f: Int } type A implements F { f: Int @deprecated }") == [
                "Interface field F.f is not deprecated, so implementation field A.f must not be deprecated."
            ]
        )
    }

    @Test("Only interfaces are implemented")
    func kind() throws {
        #expect(
            try report("type B { b: Int } input I { i: Int } type A implements B & I { b: Int i: Int }") == [
                "Type A must only implement Interface types, it cannot implement B.",
                "Type A must only implement Interface types, it cannot implement I.",
            ]
        )
    }

    @Test("An interface is implemented once")
    func once() throws {
        #expect(
            try report("interface F { f: Int } type A implements F & F { f: Int }") == [
                "Type A can only implement F once."
            ]
        )
        #expect(
            try report("interface F { f: Int } type A implements F { f: Int } extend type A implements F") == [
                "Type A can only implement F once."
            ]
        )
    }

    @Test("An interface does not implement itself")
    func itself() throws {
        #expect(
            try report("interface F implements F { f: Int }") == [
                "Type F cannot implement itself because it would create a circular reference."
            ]
        )
    }

    @Test("Interfaces do not implement each other")
    func circle() throws {
        #expect(
            try report("interface F implements G { f: Int } interface G implements F { f: Int }") == [
                "Type F cannot implement G because it would create a circular reference.",
                "Type G cannot implement F because it would create a circular reference.",
            ]
        )
    }

    @Test("An interface's own interfaces are implemented too")
    func transitive() throws {
        #expect(
            try report("interface F { f: Int } interface G implements F { f: Int } type A implements G { f: Int }") == [
                "Type A must implement F because it is implemented by G."
            ]
        )
    }

    @Test("The interface's part and the type's are the places")
    func locations() throws {
        let sdl = """
            type Query { q: Int }
            interface F { a: Int "text" b(x: Int): Int c(x: Int!): Int d: Int }
            type A implements F { a: ID b: Int c(x: Int): Int "text" d("text" x: Int!): Int @deprecated }
            extend type A implements G & F
            interface G implements H { g: Int }
            interface H { g: Int }
            scalar S
            type B implements S { b: Int }
            """
        #expect(
            try typeSystemReport(of: sdl) == [
                "Interface field F.a expects type Int but A.a is type ID. (2:18, 3:26)",
                "Interface field argument F.b(x:) expected but A.b does not provide it. (2:31, 3:29)",
                "Interface field argument F.c(x:) expects type Int! but A.c(x:) is type Int. (2:49, 3:41)",
                """
                Argument "A.d(x:)" must not be required type "Int!" if not provided by the Interface field "F.d". \
                (3:60, 2:60)
                """,
                """
                Interface field F.d is not deprecated, so implementation field A.d must not be deprecated. \
                (3:81, 3:77)
                """,
                "Type A must implement H because it is implemented by G. (5:24, 4:26)",
                "Interface field G.g expected but A does not provide it. (5:28, 3:1, 4:1)",
                "Type A can only implement F once. (3:19, 4:30)",
                "Type B must only implement Interface types, it cannot implement S. (8:19)",
            ]
        )
    }

    @Test("An interface that implements itself, or two each other, is told at the names")
    func circleLocations() throws {
        let sdl = """
            type Query { q: Int } interface F implements F { f: Int }
            interface G implements H { f: Int }
            interface H implements G { f: Int }
            """
        #expect(
            try typeSystemReport(of: sdl) == [
                "Type F cannot implement itself because it would create a circular reference. (1:46)",
                "Type G cannot implement H because it would create a circular reference. (3:24, 2:24)",
                "Type H cannot implement G because it would create a circular reference. (2:24, 3:24)",
            ]
        )
    }

    @Test("A plugin that breaks another's interface is told both places")
    func provenance() {
        #expect(
            diagnostics(of: [
                letters("type Query {\n  q: Int\n}\ninterface Node {\n  id: ID!\n}"),
                dossiers("\ntype Dossier implements Node {\n  id: Int!\n}\ntype Other implements Node { a: Int }"),
            ]) == [
                """
                dossiers: Dossiers.graphql:3: Interface field Node.id expects type ID! but Dossier.id is type Int!. \
                (see letters: Letters.graphql:5)
                """,
                """
                dossiers: Dossiers.graphql:5: Interface field Node.id expected but Other does not provide it. \
                (see letters: Letters.graphql:5)
                """,
            ]
        )
    }
}
