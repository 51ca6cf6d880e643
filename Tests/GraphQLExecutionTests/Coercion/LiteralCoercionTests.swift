import GraphQLLanguage
import GraphQLSchema
import Testing

@testable import GraphQLExecution

@Suite("LiteralCoercion")
struct LiteralCoercionTests {
    private func coerce(
        _ literal: String,
        as type: String,
        scalars: ScalarCoercions = ScalarCoercions()
    ) throws -> JSONValue {
        let source = Source(literal)
        let coercion = LiteralCoercion(schema: try Sample.schema(), scalars: scalars)
        return try coercion.constant(
            try Value(parsing: source),
            as: try TypeReference(parsing: Source(type))
        )
    }

    @Test(
        "accepts what fits",
        arguments: [
            ("1", "Int", JSONValue.integer(1)), ("1", "Float!", .double(1)), ("1e2", "Float", .double(100)),
            ("\"a\"", "String", .string("a")), ("true", "Boolean", .boolean(true)), ("\"a\"", "ID", .string("a")),
            ("12", "ID", .string("12")), ("OPEN", "Handling", .string("OPEN")), ("null", "[Int]", .null),
            ("[1, null]", "[Int]", .array([.integer(1), .null])), ("1", "[[Int]]", .array([.array([.integer(1)])])),
            ("[1, [2, null], null]", "[[Int]]", .array([.array([.integer(1)]), .array([.integer(2), .null]), .null])),
            ("123456789012345678901234567890", "ID", .string("123456789012345678901234567890")),
            ("1.50", "Float", .double(1.5)), ("-2147483648", "Int", .integer(-2_147_483_648)),
            ("{}", "LetterFilter", .object([.init("handling", .string("OPEN"))])),
            ("{handling: null}", "LetterFilter", .object([.init("handling", .null)])),
            ("{id: 3}", "Key", .object([.init("id", .string("3"))])),
            ("{room: 2, court: \"x\"}", "Place", .object([.init("court", .string("x")), .init("room", .integer(2))])),
        ]
    )
    func accepted(_ literal: String, _ type: String, _ expected: JSONValue) throws {
        #expect(try coerce(literal, as: type) == expected)
    }

    @Test(
        "refuses what does not",
        arguments: [
            ("null", "Int!", #"Expected value of non-null type "Int!" not to be null."#, "", 0),
            ("1.0", "Int", "Int cannot represent non-integer value: 1.0", "", 0),
            ("2147483648", "Int", "Int cannot represent non 32-bit signed integer value: 2147483648", "", 0),
            ("\"1\"", "Float", "Float cannot represent non numeric value: \"1\"", "", 0),
            ("1e999", "Float", "Float cannot represent non numeric value: 1e999", "", 0),
            ("1", "String", "String cannot represent a non string value: 1", "", 0),
            ("A", "String", "String cannot represent a non string value: A", "", 0),
            ("1.5", "ID", "ID cannot represent a non-string and non-integer value: 1.5", "", 0),
            ("A", "ID", "ID cannot represent a non-string and non-integer value: A", "", 0),
            ("1", "Boolean", "Boolean cannot represent a non boolean value: 1", "", 0),
            ("[true]", "Boolean", "Boolean cannot represent a non boolean value: [true]", "", 0),
            (
                "\"OPEN\"", "Handling",
                #"Enum "Handling" cannot represent non-enum value: "OPEN". Did you mean the enum value "OPEN"?"#, "", 0
            ),
            ("true", "Handling", #"Enum "Handling" cannot represent non-enum value: true."#, "", 0),
            ("SHUT", "Handling", #"Value "SHUT" does not exist in "Handling" enum."#, "", 0),
            (
                "OPENED", "Handling",
                #"Value "OPENED" does not exist in "Handling" enum. Did you mean the enum value "OPEN"?"#, "", 0
            ),
            ("[1]", "Place", #"Expected value of type "Place" to be an object, found: [1]."#, "", 0),
            ("{}", "Place", #"Expected value of type "Place" to include required field "court", found: {  }."#, "", 0),
            (
                "{court: \"x\", rom: 1}", "Place",
                #"Expected value of type "Place" not to include unknown field "rom". Did you mean "room"? "#
                    + #"Found: { court: "x", rom: 1 }."#,
                "", 13
            ),
            ("[1, [2, 3.5]]", "[[Int]]", "Int cannot represent non-integer value: 3.5", " at [1][1]", 8),
            (
                "{nested: {words: [1, null]}}", "LetterFilter",
                #"Expected value of non-null type "Int!" not to be null."#, " at .nested.words[1]", 21
            ),
            ("{}", "Key", Self.notOneOf, "", 0), ("{id: 1, number: \"2\"}", "Key", Self.notOneOf, "", 0),
            ("{id: null}", "Key", Self.notOneOf, " at .id", 0),
            (
                "$a", "Int!", #"Expected variable "$a" provided to type "Int!" to provide a runtime value."#, "", 0
            ),
            (
                "{id: $a}", "Key",
                #"Expected variable "$a" provided to field "id" for OneOf Input Object type "Key" to provide a "#
                    + "runtime value.",
                "", 0
            ),
            ("1", "Letter", #"Expected value of type "Letter", found: 1."#, "", 0),
        ]
    )
    func refused(_ literal: String, _ type: String, _ message: String, _ place: String, _ offset: Int) {
        #expect {
            try coerce(literal, as: type)
        } throws: { error in
            guard let fault = error as? LiteralCoercion.Fault else { return false }
            return fault.message == message && fault.path.inInputValue == place && fault.offset == offset
        }
    }

    private static let notOneOf =
        #"Within OneOf Input Object type "Key", exactly one field must be specified, "#
        + "and the value for that field must be non-null."

    @Test("a variable in a OneOf Input Object must have a value (GraphQL §3.10.1)", arguments: [true, false])
    func oneOfVariable(_ isNull: Bool) throws {
        let source = Source("query ($a: ID) { count }")
        guard case .operation(let operation) = try Document(parsing: source).definitions.first else { return }
        let coercion = LiteralCoercion(
            schema: try Sample.schema(),
            scalars: ScalarCoercions(),
            variables: VariableScope(
                definitions: operation.variables,
                variant: PlanVariant(states: [isNull ? .null : .absent]),
                deciding: [0]
            )
        )
        #expect {
            try coercion.expression(Value(parsing: Source("{id: $a}")), as: .named(Name("Key", offset: 0)))
        } throws: { error in
            guard let fault = error as? LiteralCoercion.Fault else { return false }
            return fault.path.isEmpty
                && fault.message
                    == #"Expected variable "$a" provided to field "id" for OneOf Input Object type "Key" "#
                    + (isNull ? "not to be null." : "to provide a runtime value.")
        }
    }

    @Test("leaves suggestions out when told so")
    func noSuggestions() throws {
        let coercion = LiteralCoercion(schema: try Sample.schema(), scalars: ScalarCoercions(), hidesSuggestions: true)
        let message = { (literal: String, type: String) -> String? in
            do throws(LiteralCoercion.Fault) {
                _ = try coercion.constant(Value(.enumeration(literal), offset: 0), as: .named(Name(type, offset: 0)))
                return nil
            } catch {
                return error.message
            }
        }
        #expect(message("OPENED", "Handling") == #"Value "OPENED" does not exist in "Handling" enum."#)
    }

    @Test(
        "a custom scalar without a coercion takes any literal as it is",
        arguments: [
            ("{a: 1}", JSONValue.object([.init("a", .integer(1))])), ("OPEN", .string("OPEN")),
            ("\"\"\"\n  a\n    b\n\"\"\"", .string("a\n  b")),
            ("[1, 2.5, \"a\", true, null]", .array([.integer(1), .double(2.5), .string("a"), .boolean(true), .null])),
            ("123456789012345678901234567890", .bigInteger("123456789012345678901234567890")),
            ("{a: {b: [C]}}", .object([.init("a", .object([.init("b", .array([.string("C")]))]))])), ("[]", .array([])),
        ]
    )
    func anyLiteral(_ literal: String, _ expected: JSONValue) throws {
        #expect(try coerce(literal, as: "Date") == expected)
    }

    @Test("a custom scalar's own reason stands in the error, at the literal")
    func customScalar() throws {
        let scalars = ScalarCoercions([
            "Date": { _ throws(ScalarRejection) in throw ScalarRejection("There is no such day.") }
        ])
        #expect {
            try coerce(#"{receivedOn: "2018-02-30"}"#, as: "LetterFilter", scalars: scalars)
        } throws: { error in
            guard let fault = error as? LiteralCoercion.Fault else { return false }
            return fault.message
                == #"Expected value of type "Date", but encountered error "There is no such day."; found: "2018-02-30"."#
                && fault.path == [.field("receivedOn")] && fault.offset == 13
        }
    }

    @Test("refuses a default that needs itself")
    func circularDefault() throws {
        let schema = try Schema.build("type Query { a: Int } input A { b: B = {} } input B { a: A = {}, n: Int }")
        let coercion = LiteralCoercion(schema: schema, scalars: ScalarCoercions())
        let type = TypeReference.named(Name("A", offset: 0))
        #expect {
            try coercion.constant(Value(.object([]), offset: 0), as: type)
        } throws: { error in
            (error as? LiteralCoercion.Fault)?.message
                == #"The default value of input field "A.b" refers to itself."#
        }
    }
}
