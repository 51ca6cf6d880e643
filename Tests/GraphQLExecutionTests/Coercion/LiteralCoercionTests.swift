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
        let coercion = LiteralCoercion(schema: try Sample.schema(), scalars: scalars, source: source)
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
            ("null", "Int!", #"Expected value of type "Int!", found null."#),
            ("1.0", "Int", "Int cannot represent non-integer value: 1.0"),
            ("99999999999", "Int", "Int cannot represent non 32-bit signed integer value: 99999999999"),
            ("\"1\"", "Float", "Float cannot represent non numeric value: \"1\""),
            ("1", "String", "String cannot represent a non string value: 1"),
            ("A", "String", "String cannot represent value: A"), ("1.5", "ID", "ID cannot represent value: 1.5"),
            ("1", "Boolean", "Boolean cannot represent a non boolean value: 1"),
            ("\"OPEN\"", "Handling", #"Expected value of type "Handling", found "OPEN"."#),
            ("SHUT", "Handling", #"Expected value of type "Handling", found SHUT."#),
            ("[1]", "Place", #"Expected value of type "Place", found […]."#),
            ("{}", "Place", #"Field "Place.court" of required type "String!" was not provided."#),
            ("{court: \"x\", rom: 1}", "Place", #"Field "rom" is not defined by type "Place"."#),
            ("{}", "Key", #"OneOf Input Object "Key" must specify exactly one key."#),
            ("$a", "Int", #"Variable "$a" is not defined."#),
            (
                "{a: 1}", "Date",
                #"Expected value of type "Date", found {…}; A string, number or boolean is expected"#
            ),
            ("1", "Letter", #"Expected value of type "Letter", found 1."#),
        ]
    )
    func refused(_ literal: String, _ type: String, _ message: String) {
        #expect {
            try coerce(literal, as: type)
        } throws: { error in
            guard let error = error as? GraphQLError else { return false }
            return error.message == message && error.code == "BAD_USER_INPUT" && error.locations.count == 1
        }
    }

    @Test("a custom scalar's own reason stands in the error, at the literal")
    func customScalar() throws {
        let scalars = ScalarCoercions([
            "Date": { _ throws(ScalarRejection) in throw ScalarRejection("There is no such day.") }
        ])
        #expect(
            throws: GraphQLError(
                #"Expected value of type "Date", found "2018-02-30"; There is no such day."#,
                locations: [SourceLocation(line: 1, column: 14)],
                code: "BAD_USER_INPUT"
            )
        ) { try coerce(#"{receivedOn: "2018-02-30"}"#, as: "LetterFilter", scalars: scalars) }
    }
}
