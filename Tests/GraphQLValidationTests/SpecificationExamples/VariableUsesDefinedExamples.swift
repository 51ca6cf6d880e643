import GraphQLValidation
import Testing

/// The examples of GraphQL §5.8.3.
struct VariableUsesDefinedExamples {
    @Test(
        "All variable uses defined",
        arguments: [
            Check(
                "a defined variable",
                """
                query variableIsDefined($atOtherHomes: Boolean) {
                  dog {
                    isHouseTrained(atOtherHomes: $atOtherHomes)
                  }
                }
                """
            ),
            Check(
                "an undefined variable",
                """
                query variableIsNotDefined {
                  dog {
                    isHouseTrained(atOtherHomes: $atOtherHomes)
                  }
                }
                """,
                #"3:34,1:1: Variable "$atOtherHomes" is not defined by operation "variableIsNotDefined"."#
            ),
            Check(
                "a defined variable in a fragment",
                """
                query variableIsDefinedUsedInSingleFragment($atOtherHomes: Boolean) {
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
                "an undefined variable in a fragment",
                """
                query variableIsNotDefinedUsedInSingleFragment {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                fragment isHouseTrainedFragment on Dog {
                  isHouseTrained(atOtherHomes: $atOtherHomes)
                }
                """,
                #"8:32,1:1: Variable "$atOtherHomes" is not defined by operation"#
                    + #" "variableIsNotDefinedUsedInSingleFragment"."#
            ),
            Check(
                "an undefined variable in a nested fragment",
                """
                query variableIsNotDefinedUsedInNestedFragment {
                  dog {
                    ...outerHouseTrainedFragment
                  }
                }

                fragment outerHouseTrainedFragment on Dog {
                  ...isHouseTrainedFragment
                }

                fragment isHouseTrainedFragment on Dog {
                  isHouseTrained(atOtherHomes: $atOtherHomes)
                }
                """,
                #"12:32,1:1: Variable "$atOtherHomes" is not defined by operation"#
                    + #" "variableIsNotDefinedUsedInNestedFragment"."#
            ),
            Check(
                "a variable that two operations define",
                """
                query houseTrainedQueryOne($atOtherHomes: Boolean) {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                query houseTrainedQueryTwo($atOtherHomes: Boolean) {
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
                "a variable that one of two operations defines",
                """
                query houseTrainedQueryOne($atOtherHomes: Boolean) {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                query houseTrainedQueryTwoNotDefined {
                  dog {
                    ...isHouseTrainedFragment
                  }
                }

                fragment isHouseTrainedFragment on Dog {
                  isHouseTrained(atOtherHomes: $atOtherHomes)
                }
                """,
                #"14:32,7:1: Variable "$atOtherHomes" is not defined by operation "houseTrainedQueryTwoNotDefined"."#
            ),
        ]
    )
    func noUndefinedVariables(_ example: Check) throws {
        try example.expect(.noUndefinedVariables, schema: Specification.sdl)
    }
}
