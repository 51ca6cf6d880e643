import GraphQLValidation
import Testing

struct KnownTypeNamesRuleTests {
    @Test(
        "Named types exist",
        arguments: [
            Check(
                "known types",
                "query ($a: String, $b: [ID!]!) { pet { ... on Cat { name } ...F } } fragment F on Pet { name }"
            ),
            Check(
                "unknown types",
                """
                query ($a: [[JumbledUpLetters!]]!) {
                  pet { ... on Badger { name } ...F }
                }
                fragment F on Peat { name }
                """,
                #"1:14: Unknown type "JumbledUpLetters"."#,
                #"2:16: Unknown type "Badger"."#,
                #"4:15: Unknown type "Peat". Did you mean "Pet" or "Cat"?"#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.knownTypeNames) }
}
