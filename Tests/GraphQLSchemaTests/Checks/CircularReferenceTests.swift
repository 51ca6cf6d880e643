import GraphQLSchema
import Testing

@Suite("Circular references of input objects (§3.10)")
struct CircularReferenceTests {
    private func report(_ sdl: String) throws -> [String] {
        try typeSystemReport(of: "\(sdl)\ntype Query { q: Int }")
    }

    private func infinite(_ type: String, _ fields: String) -> String {
        "Input Object \(type) cannot be provided a finite value because it references itself through fields: \(fields)."
    }

    @Test(
        "A circle that can be left is none",
        arguments: [
            "input I { self: I list: [I!]! }", "input I { j: J! } input J { i: I }",
            "input I @oneOf { self: I a: Int }", "input I @oneOf { list: [I!] }",
            "input I { j: J! } input J @oneOf { i: I a: Int }",
            "input I @oneOf { j: J } input J { i: I }",
        ]
    )
    func finite(sdl: String) throws {
        #expect(try report(sdl) == [])
    }

    @Test("An input object does not need itself: every step of the circle is a place")
    func needed() throws {
        #expect(try report("input I { \"text\" self: I! }") == [infinite("I", "I.self") + " (1:11)"])
        #expect(
            try report("input I { b: J! }\ninput J { c: K! }\ninput K { d: I! }") == [
                infinite("I", "I.b, J.c, K.d") + " (1:11, 2:11, 3:11)"
            ]
        )
    }

    @Test("Every circle is told, where it closes")
    func several() throws {
        #expect(
            try report("input I { a: J! }\ninput J { b: I! c: J! }") == [
                infinite("I", "I.a, J.b") + " (1:11, 2:11)", infinite("J", "J.c") + " (2:17)",
            ]
        )
    }

    @Test("What leads into a circle is not part of it")
    func entrance() throws {
        #expect(try report("input A { i: I! }\ninput I { i: I! }") == [infinite("I", "I.i") + " (2:11)"])
    }

    @Test("A OneOf input object whose every field needs itself has no value (§3.10.1)")
    func oneOf() throws {
        #expect(try report("input I @oneOf { self: I }") == [infinite("I", "I.self") + " (1:18)"])
        #expect(
            try report("input I @oneOf { j: J k: J }\ninput J { i: I! }") == [
                infinite("I", "I.j, J.i") + " (1:18, 2:11)"
            ]
        )
    }

    @Test("A chain or ring of input objects is followed to its end, however long")
    func long() throws {
        let count = 5_000
        let chain = (0..<count).map { "input I\($0) { next: I\($0 + 1)! }" }.joined(separator: " ")
        #expect(try report(chain + " input I\(count) { end: Int }") == [])
        #expect(try report(chain + " input I\(count) { next: I0! }").count == 1)
        let defaults = (0..<count).map { "input I\($0) { next: I\($0 + 1) = {} }" }.joined(separator: " ")
        #expect(try report(defaults + " input I\(count) { end: Int }") == [])
        #expect(try report(defaults + " input I\(count) { next: I0 = {} }").count == 1)
    }

    private func endless(_ field: String, _ others: String...) -> String {
        "Invalid circular reference. The default value of Input Object field \(field) references itself"
            + (others.isEmpty ? "" : " via the default values of: \(others.joined(separator: ", "))") + "."
    }

    @Test(
        "A default that ends the circle is none",
        arguments: [
            "input I { self: I = {self: null} }", "input I { self: I = null }", "input I { list: [I] = [] }",
            "input I { a: I = {a: null, b: {a: null}} b: I }",
        ]
    )
    func finiteDefaults(sdl: String) throws {
        #expect(try report(sdl) == [])
    }

    @Test("A default value does not need itself: the default values are the places")
    func defaults() throws {
        #expect(try report("input I { self: I = {} }") == [endless("I.self") + " (1:21)"])
        #expect(try report("input I { list: [I] = [{}] }") == [endless("I.list") + " (1:23)"])
        #expect(
            try report("input I { b: J = {} }\ninput J { c: I = {} }") == [endless("I.b", "J.c") + " (1:18, 2:18)"]
        )
    }

    @Test("A default that names a field passes that field's default by")
    func partialDefaults() throws {
        #expect(
            try report("input I { a: I = {a: {b: null}} b: I = {} }") == [
                endless("I.a") + " (1:18)", endless("I.a", "I.b") + " (1:18, 1:40)", endless("I.b") + " (1:40)",
            ]
        )
    }
}
