import GraphQLSchema
import Testing

@Suite("Changes of input fields")
struct InputFieldChangeTests {
    private func changes(from old: String, to new: String) throws -> [String] {
        try GraphQLSchemaTests.changes(
            from: "input I { \(old) } scalar A scalar B",
            to: "input I { \(new) } scalar A scalar B"
        )
    }

    @Test("Fields are added and removed")
    func addedAndRemoved() throws {
        #expect(
            try changes(from: "a: A b: A", to: "c: A! d: A e: A! = 1 b: A") == [
                "REQUIRED_INPUT_FIELD_ADDED I.c: A required field I.c was added.",
                "OPTIONAL_INPUT_FIELD_ADDED I.d: An optional field I.d was added.",
                "OPTIONAL_INPUT_FIELD_ADDED I.e: An optional field I.e was added.",
                "FIELD_REMOVED I.a: Field I.a was removed.",
            ]
        )
    }

    @Test(
        "A field's type may become nullable, nothing else",
        arguments: [
            ("A!", "A", true), ("[A!]!", "[A]", true), ("A", "A!", false), ("A", "B", false), ("[A]", "A", false),
            ("[A]", "[A!]", false), ("A", "[A]", false), ("[A!]", "[[A!]]", false), ("A!", "[A!]", false),
        ]
    )
    func types(old: String, new: String, isSafe: Bool) throws {
        let kind = isSafe ? "FIELD_CHANGED_KIND_SAFE" : "FIELD_CHANGED_KIND"
        #expect(
            try changes(from: "a: \(old)", to: "a: \(new)") == [
                "\(kind) I.a: Field I.a changed type from \(old) to \(new)."
            ]
        )
    }

    @Test("Default values come, change and go")
    func defaultValues() throws {
        #expect(
            try changes(from: "a: A b: A = 1 c: A = 1", to: "a: A = E b: A = 2 c: A") == [
                "INPUT_FIELD_DEFAULT_VALUE_ADDED I.a: I.a added a defaultValue E.",
                "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.b: I.b has changed defaultValue from 1 to 2.",
                "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.c: I.c defaultValue was removed.",
            ]
        )
    }

    @Test("A description changes")
    func description() throws {
        #expect(
            try changes(from: "a: A", to: #""y" a: A!"#) == [
                "FIELD_CHANGED_KIND I.a: Field I.a changed type from A to A!.",
                #"DESCRIPTION_CHANGED I.a: Description of input-field I.a has changed to "y"."#,
            ]
        )
    }
}
