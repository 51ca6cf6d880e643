import GraphQLLanguage
import GraphQLValidation
import Testing

struct ValuesOfCorrectTypeRuleTests {
    @Test(
        "Scalar literals fit",
        arguments: [
            Check(
                "fitting scalars",
                #"{ arguments { int(value: -2147483648) string(value: """s""") boolean(value: true) } }"#
            ),
            Check("numbers for floats", "{ arguments { a: float(value: 1) b: float(value: 1.5e3) } }"),
            Check("texts and numbers for ids", #"{ arguments { a: id(value: 1) b: id(value: "x") } }"#),
            Check("null where it is allowed", "{ arguments { int(value: null) complex(value: null) } }"),
            Check(
                "any literal of a custom scalar",
                "{ arguments { a: date(value: [{ b: 1 }, C]) b: date(value: 1.5) } }"
            ),
            Check("literals of unknown arguments", "{ arguments { int(unknown: X) } }"),
            Check(
                "a large integer",
                "{ arguments { int(value: 2147483648) } }",
                "1:26: Int cannot represent non 32-bit signed integer value: 2147483648"
            ),
            Check(
                "integers from other literals",
                #"{ arguments { a: int(value: "3") b: int(value: FOUR) c: int(value: 3.0) d: int(value: [1]) } }"#,
                #"1:29: Int cannot represent non-integer value: "3""#,
                "1:48: Int cannot represent non-integer value: FOUR",
                "1:68: Int cannot represent non-integer value: 3.0",
                "1:87: Int cannot represent non-integer value: [1]"
            ),
            Check(
                "other scalars from other literals",
                #"{ arguments { string(value: 1) boolean(value: 0) float(value: "1") id(value: 1.5) } }"#,
                "1:29: String cannot represent a non string value: 1",
                "1:47: Boolean cannot represent a non boolean value: 0",
                #"1:63: Float cannot represent non numeric value: "1""#,
                "1:78: ID cannot represent a non-string and non-integer value: 1.5"
            ),
            Check(
                "null where it is not allowed",
                "{ arguments { nonNullInt(value: null) nonNullStringList(value: [null]) } }",
                #"1:33: Expected value of non-null type "Int!" not to be null."#,
                #"1:65: Expected value of non-null type "String!" not to be null."#
            ),
            Check(
                "a default of a variable and an argument of a directive",
                #"query ($a: Int = "x") { dog @include(if: 1) { name } }"#,
                #"1:18: Int cannot represent non-integer value: "x""#,
                "1:42: Boolean cannot represent a non boolean value: 1"
            ),
            Check(
                "lists and objects with variables, which are nothing here",
                "query ($a: Int) { arguments { a: int(value: [$a, 1]) b: string(value: { x: $a, y: [$a] }) } }",
                "1:45: Int cannot represent non-integer value: [null, 1]",
                "1:71: String cannot represent a non string value: { y: [null] }"
            ),
            Check(
                "an unknown directive's argument, taken for the field's",
                #"{ arguments { int(value: 1) @unknown(value: "x") } }"#,
                #"1:45: Int cannot represent non-integer value: "x""#
            ),
        ]
    )
    func scalars(_ check: Check) throws { try check.expect(.valuesOfCorrectType) }

    @Test(
        "Enum literals fit",
        arguments: [
            Check("a value", "{ dog { doesKnowCommand(dogCommand: SIT) } }"),
            Check(
                "a text with an enum value's name",
                #"{ dog { doesKnowCommand(dogCommand: "SIT") } }"#,
                #"1:37: Enum "DogCommand" cannot represent non-enum value: "SIT". Did you mean the enum value "SIT"?"#
            ),
            Check(
                "a number",
                "{ dog { doesKnowCommand(dogCommand: 2) } }",
                #"1:37: Enum "DogCommand" cannot represent non-enum value: 2."#
            ),
            Check(
                "an unknown value",
                "{ dog { doesKnowCommand(dogCommand: JUGGLE) } }",
                #"1:37: Value "JUGGLE" does not exist in "DogCommand" enum."#
            ),
            Check(
                "a value in other case",
                "{ dog { doesKnowCommand(dogCommand: sit) } }",
                #"1:37: Value "sit" does not exist in "DogCommand" enum. Did you mean the enum value "SIT"?"#
            ),
        ]
    )
    func enums(_ check: Check) throws { try check.expect(.valuesOfCorrectType) }

    @Test(
        "Lists and input objects fit",
        arguments: [
            Check("lists", #"{ arguments { a: stringList(value: ["a", null]) b: stringList(value: []) } }"#),
            Check("one value for a list", #"{ arguments { stringList(value: "a") } }"#),
            Check(
                "an object and one of its kind inside",
                "{ arguments { complex(value: { requiredField: true, nested: { requiredField: false } }) } }"
            ),
            Check(
                "a wrong item and a wrong single value",
                #"{ arguments { a: stringList(value: ["a", 2]) b: stringList(value: 1) } }"#,
                "1:42: String cannot represent a non string value: 2",
                "1:67: String cannot represent a non string value: 1"
            ),
            Check(
                "another literal than an object",
                "{ arguments { complex(value: [1]) } }",
                #"1:30: Expected value of type "ComplexInput" to be an object, found: [1]."#
            ),
            Check(
                "a required field left out",
                "{ arguments { complex(value: { intField: 4 }) } }",
                #"1:30: Expected value of type "ComplexInput" to include required field "requiredField", found: { intField: 4 }."#
            ),
            Check(
                "a wrong field and a null one",
                #"{ arguments { complex(value: { requiredField: true, intField: "x", nonNullField: null }) } }"#,
                #"1:63: Int cannot represent non-integer value: "x""#,
                #"1:82: Expected value of non-null type "Boolean!" not to be null."#
            ),
            Check(
                "unknown fields, one of them similar to a known one",
                "{ arguments { complex(value: { requiredField: true, intFeld: 1, zzz: 2 }) } }",
                #"1:53: Expected value of type "ComplexInput" not to include unknown field "intFeld". Did you mean "intField"?"#
                    + " Found: { requiredField: true, intFeld: 1, zzz: 2 }.",
                #"1:65: Expected value of type "ComplexInput" not to include unknown field "zzz", found: "#
                    + "{ requiredField: true, intFeld: 1, zzz: 2 }."
            ),
        ]
    )
    func composites(_ check: Check) throws { try check.expect(.valuesOfCorrectType) }

    private static let oneOfMessage =
        #"1:28: Within OneOf Input Object type "OneOfInput", exactly one field must be specified,"#
        + " and the value for that field must be non-null."

    @Test(
        "A OneOf input object has exactly one field that is not null",
        arguments: [
            Check("one field", #"{ arguments { oneOf(value: { stringField: "a" }) } }"#),
            Check("a variable", "query ($a: Int!) { arguments { oneOf(value: { intField: $a }) } }"),
            Check("two fields", #"{ arguments { oneOf(value: { stringField: "a", intField: 1 }) } }"#, oneOfMessage),
            Check("no field", "{ arguments { oneOf(value: {}) } }", oneOfMessage),
            Check("null", "{ arguments { oneOf(value: { intField: null }) } }", oneOfMessage),
        ]
    )
    func oneOf(_ check: Check) throws { try check.expect(.valuesOfCorrectType) }

    @Test("A custom scalar's literals are checked by its check")
    func customScalars() throws {
        let options = ValidationOptions(literalChecks: ["Date": { $0.stringText == nil ? "A date is a text" : nil }])
        try Check(
            "",
            #"{ arguments { a: date(value: "2018-06-29") b: date(value: 5) } }"#,
            #"1:59: Expected value of type "Date", but encountered error "A date is a text"; found: 5."#
        ).expect(.valuesOfCorrectType, options: options)
    }
}
