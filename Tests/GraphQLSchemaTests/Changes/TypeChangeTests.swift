import GraphQLSchema
import Testing

@Suite("Changes of types")
struct TypeChangeTests {
    @Test("A type is removed, another added")
    func removedAndAdded() throws {
        #expect(
            try changes(
                from: "type Query { a: String } type Type1 { a: String } type Type2 { a: String }",
                to: "type Query { a: String } type Type2 { a: String } scalar Type3"
            ) == [
                "TYPE_REMOVED Type1: Type1 was removed.",
                "TYPE_ADDED Type3: Type3 was added.",
            ]
        )
    }

    @Test("A built-in scalar goes with the last element that refers to it, and comes with the first")
    func standardScalars() throws {
        let float = "type Query { a: Float }"
        let none = "type Query { a: String }"
        let text = "Standard scalar Float was removed because it is not referenced anymore."
        #expect(
            try changes(from: float, to: none) == [
                "TYPE_REMOVED Float: \(text)",
                "FIELD_CHANGED_KIND Query.a: Field Query.a changed type from Float to String.",
            ]
        )
        #expect(
            try changes(from: none, to: float) == [
                "TYPE_ADDED Float: Float was added.",
                "FIELD_CHANGED_KIND Query.a: Field Query.a changed type from String to Float.",
            ]
        )
    }

    @Test(
        "A type becomes one of another kind",
        arguments: [
            ("scalar T", "type T { a: Int }", "a Scalar type to an Object type"),
            ("type T { a: Int }", "interface T { a: Int }", "an Object type to an Interface type"),
            ("interface T { a: Int }", "union T = Query", "an Interface type to a Union type"),
            ("union T = Query", "enum T { A }", "a Union type to an Enum type"),
            ("enum T { A }", "input T { a: Int }", "an Enum type to an Input type"),
            ("input T { a: Int }", "scalar T", "an Input type to a Scalar type"),
        ]
    )
    func kinds(old: String, new: String, text: String) throws {
        let root = " type Query { a: Int }"
        #expect(
            try changes(from: old + root, to: new + root) == ["TYPE_CHANGED_KIND T: T changed from \(text)."]
        )
    }

    @Test("Values leave and enter an enum")
    func enumValues() throws {
        #expect(
            try changes(from: #"enum E { A "b" B C }"#, to: #"enum E { D A "new" B }"#) == [
                "VALUE_ADDED_TO_ENUM E.D: Enum value E.D was added.",
                "VALUE_REMOVED_FROM_ENUM E.C: Enum value E.C was removed.",
                #"DESCRIPTION_CHANGED E.B: Description of enum value E.B has changed to "new"."#,
            ]
        )
    }

    @Test("Types leave and enter a union")
    func unionMembers() throws {
        let types = "type A { a: U } type B { a: Int } type C { a: Int }"
        #expect(
            try changes(from: "union U = A | B " + types, to: "union U = C | A " + types) == [
                "TYPE_ADDED_TO_UNION U.C: C was added to union type U.",
                "TYPE_REMOVED_FROM_UNION U.B: B was removed from union type U.",
            ]
        )
    }

    @Test("Types and interfaces implement other interfaces than before", arguments: ["type", "interface"])
    func interfaces(kind: String) throws {
        let types = " interface A { a: Int } interface B { a: Int } interface C { a: Int }"
        #expect(
            try changes(
                from: "\(kind) T implements A & B { a: Int }" + types,
                to: "\(kind) T implements C & A { a: Int }" + types
            ) == [
                "IMPLEMENTED_INTERFACE_ADDED T.C: C added to interfaces implemented by T.",
                "IMPLEMENTED_INTERFACE_REMOVED T.B: T no longer implements interface B.",
            ]
        )
    }

    @Test("Descriptions of types come, change and go")
    func descriptions() throws {
        let named = { (text: String) in #"DESCRIPTION_CHANGED A: Description of A has changed to "\#(text)"."# }
        #expect(try changes(from: "scalar A", to: #""new" scalar A"#) == [named("new")])
        #expect(try changes(from: #""old" scalar A"#, to: #""new" scalar A"#) == [named("new")])
        #expect(try changes(from: #""old" scalar A"#, to: "scalar A") == [named("undefined")])
        #expect(try changes(from: #""old" scalar A"#, to: #""" scalar A"#) == [named("")])
    }

    @Test("The order of members, applied directives and root types are no changes")
    func nothing() throws {
        #expect(
            try changes(
                from: "type Query { a(x: Int y: Int): E b: Int } enum E { A B } union U = Query | T type T { a: Int }",
                to: """
                    schema { query: Query mutation: T }
                    type T { a: Int @deprecated } union U = T | Query
                    enum E { B A } type Query { b: Int a(y: Int x: Int): E }
                    """
            ).isEmpty
        )
    }
}
