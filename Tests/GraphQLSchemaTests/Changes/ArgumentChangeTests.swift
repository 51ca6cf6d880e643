import GraphQLSchema
import Testing

@Suite("Changes of arguments")
struct ArgumentChangeTests {
    private func changes(from old: String, to new: String, _ kind: String = "type") throws -> [String] {
        let types = " scalar A scalar B input I { a: Int b: [I] }"
        return try GraphQLSchemaTests.changes(
            from: "\(kind) T { f(\(old)): Int }" + types,
            to: "\(kind) T { f(\(new)): Int }" + types
        )
    }

    @Test("Arguments are removed and added", arguments: ["type", "interface"])
    func removedAndAdded(kind: String) throws {
        #expect(
            try changes(from: "a: Int b: Int", to: "c: Int! d: Int e: Int! = 1 b: Int", kind) == [
                "ARG_REMOVED T.f(a:): Argument T.f(a:) was removed.",
                "REQUIRED_ARG_ADDED T.f(c:): A required argument T.f(c:) was added.",
                "OPTIONAL_ARG_ADDED T.f(d:): An optional argument T.f(d:) was added.",
                "OPTIONAL_ARG_ADDED T.f(e:): An optional argument T.f(e:) was added.",
            ]
        )
    }

    /// Whatever a client gave must still be accepted.
    @Test(
        "An argument's type may become nullable, nothing else",
        arguments: [
            ("A", "A", nil), ("A!", "A", true), ("[A!]", "[A]", true), ("[A]!", "[A]", true),
            ("[[A!]!]!", "[[A]]", true),
            ("A", "A!", false), ("A", "B", false), ("A", "[A]", false), ("[A]", "A", false), ("[A]", "[A!]", false),
            ("[A]", "[A]!", false), ("A!", "B!", false), ("A!", "B", false), ("[A]!", "A", false),
            ("[A]", "[[A]]", false),
        ] as [(String, String, Bool?)]
    )
    func types(old: String, new: String, isSafe: Bool?) throws {
        let text = "T.f(a:): Argument T.f(a:) has changed type from \(old) to \(new)."
        #expect(
            try changes(from: "a: \(old)", to: "a: \(new)")
                == (isSafe.map { ["ARG_CHANGED_KIND\($0 ? "_SAFE" : "") \(text)"] } ?? [])
        )
    }

    @Test("Default values come, change and go")
    func defaultValues() throws {
        #expect(
            try changes(from: "a: A", to: "a: A = 1") == [
                "ARG_DEFAULT_VALUE_ADDED T.f(a:): T.f(a:) added a defaultValue 1."
            ]
        )
        #expect(
            try changes(from: #"a: A = "x""#, to: "a: A = [1]") == [
                #"ARG_DEFAULT_VALUE_CHANGE T.f(a:): T.f(a:) has changed defaultValue from "x" to [1]."#
            ]
        )
        #expect(
            try changes(from: "a: A = null", to: "a: A") == [
                "ARG_DEFAULT_VALUE_CHANGE T.f(a:): T.f(a:) defaultValue was removed."
            ]
        )
    }

    @Test("The order of an object's fields does not count in a default value, that of a list's items does")
    func sortedDefaultValues() throws {
        #expect(
            try changes(
                from: "a: I = { b: [{ b: [], a: 1 }], a: 2 }",
                to: "a: I = { a: 2, b: [{ a: 1, b: [] }] }"
            ).isEmpty
        )
        #expect(
            try changes(from: "a: I = { b: [{ a: 2 }, { a: 1 }], a: 2 }", to: "a: I = { b: [{ a: 1 }, { a: 2 }] }") == [
                "ARG_DEFAULT_VALUE_CHANGE T.f(a:): T.f(a:) has changed defaultValue"
                    + " from { a: 2, b: [{ a: 2 }, { a: 1 }] } to { b: [{ a: 1 }, { a: 2 }] }."
            ]
        )
    }

    @Test("Of a type and a default value that both change, one is reported")
    func typeAndDefaultValue() throws {
        #expect(
            try changes(from: "a: A = 1", to: "a: B = 2") == [
                "ARG_CHANGED_KIND T.f(a:): Argument T.f(a:) has changed type from A to B."
            ]
        )
        #expect(
            try changes(from: "a: A!", to: "a: A = 2") == [
                "ARG_DEFAULT_VALUE_ADDED T.f(a:): T.f(a:) added a defaultValue 2."
            ]
        )
        #expect(try changes(from: "a: A! = 1", to: "a: A = 1").isEmpty)
    }

    @Test("A description changes")
    func description() throws {
        #expect(
            try changes(from: #""x" a: A"#, to: #""y" a: A"#) == [
                #"DESCRIPTION_CHANGED T.f(a:): Description of argument T.f(a) has changed to "y"."#
            ]
        )
    }

    @Test("Arguments that go are reported before those that change, and these before those that come")
    func order() throws {
        let kinds = try changes(from: "a: A b: A = 1", to: "c: A b: A = 2").map { $0.prefix { $0 != " " } }
        #expect(kinds == ["ARG_REMOVED", "ARG_DEFAULT_VALUE_CHANGE", "OPTIONAL_ARG_ADDED"])
    }
}
