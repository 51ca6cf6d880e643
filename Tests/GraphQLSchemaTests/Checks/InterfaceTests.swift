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
