import GraphQLValidation
import Testing

struct NoUnusedFragmentsRuleTests {
    @Test(
        "Every fragment is used",
        arguments: [
            Check(
                "a fragment used by another",
                "{ dog { ...F } } fragment F on Dog { ...G } fragment G on Dog { name }"
            ),
            Check("a cycle that is used", "{ dog { ...F } } fragment F on Dog { ...G } fragment G on Dog { ...F }"),
            Check(
                "a fragment that is not used",
                "{ dog { ...F } }\nfragment F on Dog { name }\nfragment G on Dog { name }",
                #"3:1: Fragment "G" is never used."#
            ),
            Check(
                "fragments that use only each other",
                "{ dog { name } }\nfragment F on Dog { ...G }\nfragment G on Dog { ...F }",
                #"2:1: Fragment "F" is never used."#,
                #"3:1: Fragment "G" is never used."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noUnusedFragments) }
}
