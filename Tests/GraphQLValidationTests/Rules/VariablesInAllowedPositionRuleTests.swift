import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

struct VariablesInAllowedPositionRuleTests {
    @Test(
        "Variables fit where they are used",
        arguments: [
            Check("the same type", "query ($a: Int) { arguments { int(value: $a) } }"),
            Check("a stricter type", "query ($a: Int!) { arguments { int(value: $a) } }"),
            Check("a list", "query ($a: [String!]!) { arguments { stringList(value: $a) } }"),
            Check("a default that is not null", "query ($a: Int = 1) { arguments { nonNullInt(value: $a) } }"),
            Check("a place with a default", "query ($a: Int) { arguments { nonNullIntWithDefault(value: $a) } }"),
            Check(
                "an input field with a default",
                "query ($a: Boolean) { arguments { complex(value: { nonNullField: $a }) } }"
            ),
            Check("an item of a list", "query ($a: String) { arguments { stringList(value: [$a]) } }"),
            Check("a directive", "query ($a: Boolean!) { dog @include(if: $a) { name } }"),
            Check("an unknown type, which is another rule's", "query ($a: Unknown) { arguments { int(value: $a) } }"),
            Check("an unknown argument, which is another rule's", "query ($a: Int) { arguments { int(other: $a) } }"),
            Check(
                "a looser type",
                "query ($a: Int) { arguments { nonNullInt(value: $a) } }",
                #"1:8,1:49: Variable "$a" of type "Int" used in position expecting type "Int!"."#
            ),
            Check(
                "a default of null",
                "query ($a: Int = null) { arguments { nonNullInt(value: $a) } }",
                #"1:8,1:56: Variable "$a" of type "Int" used in position expecting type "Int!"."#
            ),
            Check(
                "another type, in a fragment",
                "query Q($a: String) { arguments { ...F } }\nfragment F on Arguments { int(value: $a) }",
                #"1:9,2:38: Variable "$a" of type "String" used in position expecting type "Int"."#
            ),
            Check(
                "one value for a list",
                "query ($a: String) { arguments { stringList(value: $a) } }",
                #"1:8,1:52: Variable "$a" of type "String" used in position expecting type "[String]"."#
            ),
            Check(
                "a list of looser items",
                "query ($a: [String]) { arguments { nonNullStringList(value: $a) } }",
                #"1:8,1:61: Variable "$a" of type "[String]" used in position expecting type "[String!]"."#
            ),
            Check(
                "a looser type in a directive",
                "query ($a: Boolean) { dog @include(if: $a) { name } }",
                #"1:8,1:40: Variable "$a" of type "Boolean" used in position expecting type "Boolean!"."#
            ),
            Check(
                "a required variable for a OneOf field",
                "query ($a: String!) { arguments { oneOf(value: { stringField: $a }) } }"
            ),
            Check(
                "a nullable variable for a OneOf field",
                "query ($a: String) { arguments { oneOf(value: { stringField: $a }) } }",
                #"1:8,1:62: Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "OneOfInput"."#
            ),
            Check(
                "an item of a list for one value, which is another rule's",
                "query ($a: String) { arguments { int(value: [$a]) } }"
            ),
            Check(
                "an unknown directive's argument, taken for the field's",
                "query ($a: String) { arguments { int(value: 1) @unknown(value: $a) } }",
                #"1:8,1:64: Variable "$a" of type "String" used in position expecting type "Int"."#
            ),
            Check(
                "a name defined twice, of which the last counts",
                "query ($a: Int, $a: String) { arguments { int(value: $a) } }",
                #"1:17,1:54: Variable "$a" of type "String" used in position expecting type "Int"."#
            ),
            Check(
                "a nullable variable with a default for a OneOf field",
                #"query ($a: String = "x") { arguments { oneOf(value: { stringField: $a }) } }"#,
                #"1:8,1:68: Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "OneOfInput"."#
            ),
            Check(
                "a described variable",
                "query (\n\"what for\" $a: Int) { arguments { nonNullInt(value: $a) } }",
                #"2:1,2:53: Variable "$a" of type "Int" used in position expecting type "Int!"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.variablesInAllowedPosition) }

    @Test(
        "A OneOf object in a non-null place asks for a non-null variable too; one of several fields is refused as it is"
    )
    func oneOfInNonNullPlace() throws {
        let schema = try Schema.build("type Query { f(one: One!): Int } input One @oneOf { a: Int b: Int }")
        func messages(_ text: String) throws -> [String] {
            validate(try Document(parsing: Source(text)), against: schema).map(\.message)
        }
        #expect(
            try messages("query ($v: Int) { f(one: { a: $v }) }") == [
                "Variable \"$v\" is of type \"Int\" but must be non-nullable to be used for OneOf Input Object \"One\"."
            ]
        )
        #expect(
            try messages("query ($v: Int) { f(one: { a: $v, b: 1 }) }") == [
                "Within OneOf Input Object type \"One\", exactly one field must be specified,"
                    + " and the value for that field must be non-null."
            ]
        )
    }
}
