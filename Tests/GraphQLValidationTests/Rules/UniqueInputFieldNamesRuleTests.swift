import GraphQLValidation
import Testing

struct UniqueInputFieldNamesRuleTests {
    @Test(
        "Input fields are given once",
        arguments: [
            Check("different fields", "{ arguments { complex(value: { requiredField: true, intField: 1 }) } }"),
            Check(
                "the same field at two depths",
                "{ arguments { complex(value: { requiredField: true, nested: { requiredField: true } }) } }"
            ),
            Check(
                "a field thrice",
                "{ arguments { complex(value: { intField: 1, intField: 2, intField: 3 }) } }",
                #"1:32,1:45: There can be only one input field named "intField"."#,
                #"1:32,1:58: There can be only one input field named "intField"."#
            ),
            Check(
                "a field twice in a nested object and in a default",
                "query ($a: ComplexInput = { a: [{ b: 1, b: 2 }] }) { dog { name } }",
                #"1:35,1:41: There can be only one input field named "b"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueInputFieldNames) }
}
