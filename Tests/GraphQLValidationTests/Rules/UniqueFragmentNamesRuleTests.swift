import GraphQLValidation
import Testing

struct UniqueFragmentNamesRuleTests {
    @Test(
        "Fragment names are unique",
        arguments: [
            Check("no fragment", "{ dog { name } }"),
            Check("inline fragments", "{ dog { ... on Dog { name } ... on Dog { barks } } }"),
            Check("an operation of the same name", "query F { dog { ...F } } fragment F on Dog { name }"),
            Check(
                "the same name thrice",
                "fragment F on Dog { name }\nfragment F on Cat { name }\nfragment F on Pet { name }",
                #"1:10,2:10: There can be only one fragment named "F"."#,
                #"1:10,3:10: There can be only one fragment named "F"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueFragmentNames) }
}
