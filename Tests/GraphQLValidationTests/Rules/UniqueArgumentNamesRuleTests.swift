import GraphQLValidation
import Testing

struct UniqueArgumentNamesRuleTests {
    @Test(
        "Arguments are given once",
        arguments: [
            Check(
                "the same argument on two fields",
                "{ a: arguments { int(value: 1) } b: arguments { int(value: 2) } }"
            ),
            Check("the same argument on a field and its directive", #"{ dog { name(name: 1) @tag(name: "a") } }"#),
            Check(
                "an argument thrice",
                "{ arguments { int(value: 1, value: 2, value: 3) } }",
                #"1:19,1:29,1:39: There can be only one argument named "value"."#
            ),
            Check(
                "an argument of a directive twice",
                #"{ dog @tag(name: "a", name: "b") { name } }"#,
                #"1:12,1:23: There can be only one argument named "name"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.uniqueArgumentNames) }
}
