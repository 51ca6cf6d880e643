import GraphQLValidation
import Testing

/// The examples of GraphQL §5.2.2.1.
struct OperationNameUniquenessExamples {
    @Test(
        "Operation name uniqueness",
        arguments: [
            Check(
                "two names",
                """
                query getDogName {
                  dog {
                    name
                  }
                }

                query getOwnerName {
                  dog {
                    owner {
                      name
                    }
                  }
                }
                """
            ),
            Check(
                "one name twice",
                """
                query getName {
                  dog {
                    name
                  }
                }

                query getName {
                  dog {
                    owner {
                      name
                    }
                  }
                }
                """,
                #"1:7,7:7: There can be only one operation named "getName"."#
            ),
            Check(
                "one name for two kinds",
                """
                query dogOperation {
                  dog {
                    name
                  }
                }

                mutation dogOperation {
                  mutateDog {
                    id
                  }
                }
                """,
                #"1:7,7:10: There can be only one operation named "dogOperation"."#
            ),
        ]
    )
    func uniqueOperationNames(_ example: Check) throws {
        try example.expect(.uniqueOperationNames, schema: Specification.sdl)
    }
}
