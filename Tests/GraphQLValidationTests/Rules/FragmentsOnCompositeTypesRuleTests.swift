import GraphQLValidation
import Testing

struct FragmentsOnCompositeTypesRuleTests {
    @Test(
        "Fragments are on composite types",
        arguments: [
            Check("an object", "fragment F on Dog { barks }"),
            Check("an interface", "fragment F on Pet { name }"),
            Check("a union", "fragment F on CatOrDog { __typename }"),
            Check("an inline fragment on an object", "fragment F on Pet { ... on Dog { barks } }"),
            Check("an inline fragment without a type", "fragment F on Pet { ... { name } }"),
            Check("an unknown type, which is another rule's", "fragment F on Nothing { name }"),
            Check(
                "a scalar",
                "fragment F on Boolean { bad }",
                #"1:15: Fragment "F" cannot condition on non composite type "Boolean"."#
            ),
            Check(
                "an enum",
                "fragment F on FurColor { bad }",
                #"1:15: Fragment "F" cannot condition on non composite type "FurColor"."#
            ),
            Check(
                "an input object",
                "fragment F on ComplexInput { bad }",
                #"1:15: Fragment "F" cannot condition on non composite type "ComplexInput"."#
            ),
            Check(
                "an inline fragment on a scalar",
                "fragment F on Pet { ... on String { bad } }",
                #"1:28: Fragment cannot condition on non composite type "String"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.fragmentsOnCompositeTypes) }
}
