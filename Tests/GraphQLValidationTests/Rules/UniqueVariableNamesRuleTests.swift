import GraphQLValidation
import Testing

struct UniqueVariableNamesRuleTests {
    @Test(
        "Variable names are unique",
        arguments: [
            Check(
                "the same name in two operations",
                "query A($x: Int) { dog { name } } query B($x: Int) { dog { name } }"
            ),
            Check(
                "a name twice and one thrice",
                "query ($x: Int, $y: Int, $x: Int!, $y: Int, $x: ID) { dog { name } }",
                #"1:9,1:27,1:46: There can be only one variable named "$x"."#,
                #"1:18,1:37: There can be only one variable named "$y"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueVariableNames) }
}
