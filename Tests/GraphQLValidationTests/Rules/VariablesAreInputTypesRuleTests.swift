import GraphQLValidation
import Testing

struct VariablesAreInputTypesRuleTests {
    @Test(
        "Variables are of input types",
        arguments: [
            Check(
                "scalars, enums, input objects",
                "query ($a: String, $b: [FurColor!]!, $c: ComplexInput) { dog { name } }"
            ),
            Check("an unknown type, which is another rule's", "query ($a: Unknown) { dog { name } }"),
            Check(
                "an object, a union and an interface",
                "query ($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name } }",
                #"1:12: Variable "$a" cannot be non-input type "Dog"."#,
                #"1:21: Variable "$b" cannot be non-input type "[[CatOrDog!]]!"."#,
                #"1:41: Variable "$c" cannot be non-input type "Pet"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.variablesAreInputTypes) }
}
