import GraphQLValidation
import Testing

struct NoUndefinedVariablesRuleTests {
    @Test(
        "Used variables are defined",
        arguments: [
            Check("a defined variable", "query Q($a: Int) { arguments { int(value: $a) } }"),
            Check(
                "a variable used in a fragment",
                "query Q($a: Int) { arguments { ...F } } fragment F on Arguments { int(value: $a) }"
            ),
            Check("a variable in a directive", "query Q($a: Boolean!) { dog @include(if: $a) { name } }"),
            Check(
                "an undefined variable in a fragment that no operation spreads",
                "fragment F on Arguments { int(value: $a) }"
            ),
            Check(
                "an undefined variable",
                "query Q($a: Int) { arguments { int(value: $b) } }",
                #"1:43,1:1: Variable "$b" is not defined by operation "Q"."#
            ),
            Check(
                "an undefined variable of an anonymous operation, in a list in an object",
                "{ arguments { complex(value: { stringListField: [$b] }) } }",
                #"1:50,1:1: Variable "$b" is not defined."#
            ),
            Check(
                "a variable that one of two operations defines",
                """
                query A($a: Int) { arguments { ...F } }
                query B { arguments { ...F } }
                fragment F on Arguments { ...G }
                fragment G on Arguments { int(value: $a) }
                """,
                #"4:38,2:1: Variable "$a" is not defined by operation "B"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noUndefinedVariables) }
}
