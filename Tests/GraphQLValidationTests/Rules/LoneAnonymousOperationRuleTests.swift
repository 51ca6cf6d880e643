import GraphQLValidation
import Testing

struct LoneAnonymousOperationRuleTests {
    @Test(
        "An anonymous operation stands alone",
        arguments: [
            Check("no operation", "fragment F on Dog { name }"),
            Check("one anonymous operation with a fragment", "{ dog { ...F } } fragment F on Dog { name }"),
            Check("several named operations", "query A { dog { name } } query B { dog { name } }"),
            Check(
                "two anonymous operations",
                "{ dog { name } }\n{ cat { name } }",
                "1:1: This anonymous operation must be the only defined operation.",
                "2:1: This anonymous operation must be the only defined operation."
            ),
            Check(
                "an anonymous and a named operation",
                "{ dog { name } }\nmutation M { adopt { name } }",
                "1:1: This anonymous operation must be the only defined operation."
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.loneAnonymousOperation) }
}
