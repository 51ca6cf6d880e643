import GraphQLValidation
import Testing

struct ProvidedRequiredArgumentsRuleTests {
    @Test(
        "Required arguments are given",
        arguments: [
            Check("both of them", "{ arguments { two(first: 1, second: 2) } }"),
            Check("none where all are optional", "{ arguments { optional nonNullIntWithDefault } }"),
            Check("an unknown argument, which is another rule's", "{ dog { isHouseTrained(unknown: true) } }"),
            Check(
                "one of two",
                "{ arguments { two(first: 1) } }",
                #"1:15: Argument "Arguments.two(second:)" of type "Int!" is required, but it was not provided."#
            ),
            Check(
                "none of two",
                "{ arguments { two } }",
                #"1:15: Argument "Arguments.two(first:)" of type "Int!" is required, but it was not provided."#,
                #"1:15: Argument "Arguments.two(second:)" of type "Int!" is required, but it was not provided."#
            ),
            Check(
                "a directive's",
                "{ dog @include { name @skip(unless: true) } }",
                #"1:7: Argument "@include(if:)" of type "Boolean!" is required, but it was not provided."#,
                #"1:23: Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided."#
            ),
            Check(
                "introspection's",
                "{ __type { name } }",
                #"1:3: Argument "<meta>.__type(name:)" of type "String!" is required, but it was not provided."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.providedRequiredArguments) }
}
