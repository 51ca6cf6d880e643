import GraphQLValidation
import Testing

struct KnownDirectivesRuleTests {
    @Test(
        "Directives are known and stand where they may",
        arguments: [
            Check("standard directives", "{ dog @include(if: true) { name @skip(if: false) } }"),
            Check(
                "each at its place",
                """
                query Q($a: Int @onVariable) @onQuery { dog @onField { ...F @onFragment ... @onFragment { name } } }
                fragment F on Dog @onFragment { name }
                mutation M @onMutation { adopt { name } }
                subscription S @onSubscription { births }
                """
            ),
            Check("an unknown directive", "{ dog @unknown { name } }", #"1:7: Unknown directive "@unknown"."#),
            Check(
                "each at another's place",
                """
                query Q($a: Int @onField) @onMutation { dog @onQuery { ...F @onField ... @onQuery { name } } }
                fragment F on Dog @onSubscription { name }
                """,
                #"1:17: Directive "@onField" may not be used on VARIABLE_DEFINITION."#,
                #"1:27: Directive "@onMutation" may not be used on QUERY."#,
                #"1:45: Directive "@onQuery" may not be used on FIELD."#,
                #"1:61: Directive "@onField" may not be used on FRAGMENT_SPREAD."#,
                #"1:74: Directive "@onQuery" may not be used on INLINE_FRAGMENT."#,
                #"2:19: Directive "@onSubscription" may not be used on FRAGMENT_DEFINITION."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.knownDirectives) }
}
