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
            Check(
                "undefined variables in directives wherever they stand",
                """
                query @onQuery(a: $a) { dog @onField(a: $b) { ...F @onFragment(a: $c) ... @onFragment(a: $d) { name } } }
                fragment F on Dog @onFragment(a: $e) { name }
                """,
                #"1:19,1:1: Variable "$a" is not defined."#,
                #"1:41,1:1: Variable "$b" is not defined."#,
                #"1:67,1:1: Variable "$c" is not defined."#,
                #"1:90,1:1: Variable "$d" is not defined."#,
                #"2:34,1:1: Variable "$e" is not defined."#
            ),
            Check(
                "more variables than are searched one by one",
                "query Q(\((0..<20).map { "$v\($0): Int" }.joined(separator: " "))) { arguments { \((0..<21).map { "k\($0): int(value: $v\($0))" }.joined(separator: " ")) } }",
                #"1:650,1:1: Variable "$v20" is not defined by operation "Q"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noUndefinedVariables) }
}
