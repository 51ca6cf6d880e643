import GraphQLValidation
import Testing

/// The examples of GraphQL §5.4.3.
struct RequiredArgumentsExamples {
    @Test(
        "Required arguments",
        arguments: [
            Check(
                "given arguments",
                """
                fragment goodBooleanArg on Arguments {
                  booleanArgField(booleanArg: true)
                }

                fragment goodNonNullArg on Arguments {
                  nonNullBooleanArgField(nonNullBooleanArg: true)
                }
                """
            ),
            Check(
                "a nullable argument left out",
                """
                fragment goodBooleanArgDefault on Arguments {
                  booleanArgField
                }
                """
            ),
            Check(
                "a required argument left out",
                """
                fragment missingRequiredArg on Arguments {
                  nonNullBooleanArgField
                }
                """,
                #"2:3: Argument "Arguments.nonNullBooleanArgField(nonNullBooleanArg:)" of type "Boolean!""#
                    + " is required, but it was not provided."
            ),
        ]
    )
    func providedRequiredArguments(_ example: Check) throws {
        try example.expect(.providedRequiredArguments, schema: Specification.sdl)
    }

    @Test(
        "Required arguments are not null",
        arguments: [
            Check(
                "null for a required argument",
                """
                fragment missingRequiredArg on Arguments {
                  nonNullBooleanArgField(nonNullBooleanArg: null)
                }
                """,
                #"2:45: Expected value of non-null type "Boolean!" not to be null."#
            )
        ]
    )
    func valuesOfCorrectType(_ example: Check) throws {
        try example.expect(.valuesOfCorrectType, schema: Specification.sdl)
    }
}
