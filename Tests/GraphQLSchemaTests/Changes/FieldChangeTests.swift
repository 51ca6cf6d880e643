import GraphQLSchema
import Testing

@Suite("Changes of fields")
struct FieldChangeTests {
    @Test("Fields are removed and added", arguments: ["type", "interface"])
    func removedAndAdded(kind: String) throws {
        #expect(
            try changes(from: "\(kind) T { a: Int b: Int }", to: "\(kind) T { c: Int a: Int }") == [
                "FIELD_REMOVED T.b: Field T.b was removed.",
                "FIELD_ADDED T.c: Field T.c was added.",
            ]
        )
    }

    @Test("A description changes")
    func description() throws {
        #expect(
            try changes(from: "type T { a: Int }", to: #"type T { "a number" a: Int }"#) == [
                #"DESCRIPTION_CHANGED T.a: Description of field T.a has changed to "a number"."#
            ]
        )
    }

    /// What a client selected must stay valid, and what it expects of the result must hold.
    @Test(
        "A field's type may become non-null, nothing else",
        arguments: [
            ("A", "A", nil), ("A", "A!", true), ("[A]", "[A!]", true), ("[A]", "[A]!", true),
            ("[[A]]", "[[A!]!]!", true),
            ("[A!]", "[A!]!", true), ("A!", "A", false), ("A", "B", false), ("A", "[A]", false), ("[A]", "A", false),
            ("[A!]", "[A]", false), ("[A]!", "[A]", false), ("A", "[A]!", false), ("A", "B!", false),
            ("A!", "B!", false),
            ("[A]", "[[A]]", false), ("[A]", "A!", false), ("[[A!]!]", "[[A]!]!", false),
        ] as [(String, String, Bool?)]
    )
    func types(old: String, new: String, isSafe: Bool?) throws {
        let types = " type A { a: Int } type B { a: Int }"
        let found = try changes(from: "type T { f: \(old) }" + types, to: "type T { f: \(new) }" + types)
        let text = "T.f: Field T.f changed type from \(old) to \(new)."
        #expect(found == (isSafe.map { ["FIELD_CHANGED_KIND\($0 ? "_SAFE" : "") \(text)"] } ?? []))
    }
}
