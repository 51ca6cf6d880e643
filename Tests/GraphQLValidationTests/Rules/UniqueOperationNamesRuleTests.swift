import GraphQLValidation
import Testing

struct UniqueOperationNamesRuleTests {
    @Test(
        "Operation names are unique",
        arguments: [
            Check("no operation", "fragment F on Dog { name }"),
            Check("one anonymous operation", "{ dog { name } }"),
            Check("different names", "query A { dog { name } } mutation B { adopt { name } }"),
            Check("a fragment of the same name", "query A { dog { ...A } } fragment A on Dog { name }"),
            Check(
                "the same name twice",
                "query A { dog { name } }\nquery A { cat { name } }",
                #"1:7,2:7: There can be only one operation named "A"."#
            ),
            Check(
                "the same name for operations of different kinds",
                "query A { dog { name } }\nmutation A { adopt { name } }\nsubscription A { births }",
                #"1:7,2:10: There can be only one operation named "A"."#,
                #"1:7,3:14: There can be only one operation named "A"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueOperationNames) }
}
