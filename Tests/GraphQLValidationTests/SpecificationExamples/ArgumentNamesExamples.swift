import GraphQLValidation
import Testing

/// The examples of GraphQL §5.4.1.
struct ArgumentNamesExamples {
    @Test(
        "Argument names",
        arguments: [
            Check(
                "defined arguments",
                """
                fragment argOnRequiredArg on Dog {
                  doesKnowCommand(dogCommand: SIT)
                }

                fragment argOnOptional on Dog {
                  isHouseTrained(atOtherHomes: true) @include(if: true)
                }
                """
            ),
            Check(
                "an unknown argument of a field",
                """
                fragment invalidArgName on Dog {
                  doesKnowCommand(command: CLEAN_UP_HOUSE)
                }
                """,
                #"2:19: Unknown argument "command" on field "Dog.doesKnowCommand". Did you mean "dogCommand"?"#
            ),
            Check(
                "an unknown argument of a directive",
                """
                fragment invalidArgName on Dog {
                  isHouseTrained(atOtherHomes: true) @include(unless: false)
                }
                """,
                #"2:47: Unknown argument "unless" on directive "@include"."#
            ),
            Check(
                "arguments in any order",
                """
                fragment multipleArgs on Arguments {
                  multipleRequirements(x: 1, y: 2)
                }

                fragment multipleArgsReverseOrder on Arguments {
                  multipleRequirements(y: 2, x: 1)
                }
                """
            ),
        ]
    )
    func knownArgumentNames(_ example: Check) throws {
        try example.expect(.knownArgumentNames, schema: Specification.sdl)
    }
}
