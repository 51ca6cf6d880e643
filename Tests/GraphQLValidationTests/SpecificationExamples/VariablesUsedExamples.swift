import GraphQLValidation
import Testing

/// The examples of GraphQL §5.8.4.
struct VariablesUsedExamples {
    @Test(
        "All variables used",
        arguments: [
            Check(
                "an unused variable",
                """
                query variableUnused($atOtherHomes: Boolean) {
                  dog {
                    isHouseTrained
                  }
                }
                """,
                #"1:22: Variable "$atOtherHomes" is never used in operation "variableUnused"."#
            ),
            Check(
                "a variable used in a fragment",
                """
                query variableUsedInFragment($atOtherHomes: Boolean) {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                fragment isHouseTrainedFragment on Dog {
                  isHouseTrained(atOtherHomes: $atOtherHomes)
                }
                """
            ),
            Check(
                "a variable not used in the fragment",
                """
                query variableNotUsedWithinFragment($atOtherHomes: Boolean) {
                  dog {
                    ...isHouseTrainedWithoutVariableFragment
                  }
                }

                fragment isHouseTrainedWithoutVariableFragment on Dog {
                  isHouseTrained
                }
                """,
                #"1:37: Variable "$atOtherHomes" is never used in operation "variableNotUsedWithinFragment"."#
            ),
            Check(
                "a variable too many in one of two operations",
                """
                query queryWithUsedVar($atOtherHomes: Boolean) {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                query queryWithExtraVar($atOtherHomes: Boolean, $extra: Int) {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                fragment isHouseTrainedFragment on Dog {
                  isHouseTrained(atOtherHomes: $atOtherHomes)
                }
                """,
                #"7:49: Variable "$extra" is never used in operation "queryWithExtraVar"."#
            ),
        ]
    )
    func noUnusedVariables(_ example: Check) throws {
        try example.expect(.noUnusedVariables, schema: Specification.sdl)
    }
}
