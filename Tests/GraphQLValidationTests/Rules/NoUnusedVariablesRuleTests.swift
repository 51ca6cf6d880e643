import GraphQLValidation
import Testing

struct NoUnusedVariablesRuleTests {
    @Test(
        "Defined variables are used",
        arguments: [
            Check("a variable in a field", "query ($a: Int) { arguments { int(value: $a) } }"),
            Check(
                "a variable in a fragment of a fragment",
                "query ($a: Int) { arguments { ...F } } fragment F on Arguments { ...G } fragment G on Arguments { int(value: $a) }"
            ),
            Check("a cycle", "query ($a: Int) { arguments { ...F } } fragment F on Arguments { int(value: $a) ...F }"),
            Check(
                "variables that are not used",
                "query Q($a: Int, $b: Int) { arguments { int(value: $b) } }\nquery ($c: Int) { dog { name } }",
                #"1:9: Variable "$a" is never used in operation "Q"."#,
                #"2:8: Variable "$c" is never used."#
            ),
            Check(
                "a variable used in a fragment of another operation",
                "query A($a: Int) { dog { name } }\nquery B($a: Int) { arguments { ...F } }\nfragment F on Arguments { int(value: $a) }",
                #"1:9: Variable "$a" is never used in operation "A"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noUnusedVariables) }
}
