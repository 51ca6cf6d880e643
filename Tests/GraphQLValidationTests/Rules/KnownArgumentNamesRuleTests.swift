import GraphQLValidation
import Testing

struct KnownArgumentNamesRuleTests {
    @Test(
        "Arguments are defined",
        arguments: [
            Check("known arguments in any order", "{ arguments { two(second: 1, first: 2) } }"),
            Check("arguments of an unknown field", "{ dog { unknown(a: 1) } }"),
            Check("arguments of an unknown directive", "{ dog @unknown(a: 1) { name } }"),
            Check(
                "a similar argument",
                "{ arguments { two(frist: 1, second: 2) } }",
                #"1:19: Unknown argument "frist" on field "Arguments.two". Did you mean "first"?"#
            ),
            Check(
                "an argument of an interface's field",
                "{ pet { name(command: SIT) } }",
                #"1:14: Unknown argument "command" on field "Pet.name"."#
            ),
            Check(
                "an argument of a directive",
                "{ dog @skip(unless: true) { name @include(iff: true) } }",
                #"1:13: Unknown argument "unless" on directive "@skip"."#,
                #"1:43: Unknown argument "iff" on directive "@include". Did you mean "if"?"#
            ),
            Check(
                "an argument of introspection",
                "{ __typename(a: 1) }",
                #"1:14: Unknown argument "a" on field "Query.__typename"."#
            ),
            Check(
                "an argument of a directive that the document defines",
                "{ dog @own(by: 1, of: 2) { name } } directive @own(by: Int) on FIELD",
                #"1:19: Unknown argument "of" on directive "@own"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.knownArgumentNames) }
}
