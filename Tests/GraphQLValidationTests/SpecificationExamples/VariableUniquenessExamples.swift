import GraphQLValidation
import Testing

/// The examples of GraphQL §5.8.1.
struct VariableUniquenessExamples {
    @Test(
        "Variable uniqueness",
        arguments: [
            Check(
                "a name twice",
                """
                query houseTrainedQuery($atOtherHomes: Boolean, $atOtherHomes: Boolean) {
                  dog {
                    isHouseTrained(atOtherHomes: $atOtherHomes)
                  }
                }
                """,
                #"1:26,1:50: There can be only one variable named "$atOtherHomes"."#
            ),
            Check(
                "a name in two operations",
                """
                query A($atOtherHomes: Boolean) {
                  ...HouseTrainedFragment
                }

                query B($atOtherHomes: Boolean) {
                  ...HouseTrainedFragment
                }

                fragment HouseTrainedFragment on Query {
                  dog {
                    isHouseTrained(atOtherHomes: $atOtherHomes)
                  }
                }
                """
            ),
        ]
    )
    func uniqueVariableNames(_ example: Check) throws {
        try example.expect(.uniqueVariableNames, schema: Specification.sdl)
    }
}
