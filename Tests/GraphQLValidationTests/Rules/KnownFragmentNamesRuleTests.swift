import GraphQLValidation
import Testing

struct KnownFragmentNamesRuleTests {
    @Test(
        "Spread fragments exist",
        arguments: [
            Check("a fragment defined later", "{ dog { ...F ... on Dog { barks } } } fragment F on Dog { name }"),
            Check(
                "fragments that do not exist",
                "{ dog { ...G ... { ...H } } }\nfragment F on Dog { ...I }",
                #"1:12: Unknown fragment "G"."#,
                #"1:23: Unknown fragment "H"."#,
                #"2:24: Unknown fragment "I"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.knownFragmentNames) }
}
