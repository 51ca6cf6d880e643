import GraphQLValidation
import Testing

struct UniqueDirectivesPerLocationRuleTests {
    @Test(
        "Directives are not repeated at one place",
        arguments: [
            Check("different directives", "{ dog @onField @include(if: true) { name } }"),
            Check("the same one at two places", "{ dog @onField { name @onField } }"),
            Check("a repeatable one", #"{ dog { name @tag(name: "a") @tag(name: "b") } }"#),
            Check("an unknown one, which is another rule's", "{ dog @unknown @unknown { name } }"),
            Check(
                "the same one thrice",
                "{ dog @onField @onField @onField { name } }",
                #"1:7,1:16: The directive "@onField" can only be used once at this location."#,
                #"1:7,1:25: The directive "@onField" can only be used once at this location."#
            ),
            Check(
                "the same one on an operation and on a fragment",
                "query Q @onQuery @onQuery { dog { name } }\nfragment F on Dog @onFragment @onFragment { name }",
                #"1:9,1:18: The directive "@onQuery" can only be used once at this location."#,
                #"2:19,2:31: The directive "@onFragment" can only be used once at this location."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueDirectivesPerLocation) }
}
