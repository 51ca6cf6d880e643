import GraphQLValidation
import Testing

struct MaxIntrospectionDepthRuleTests {
    @Test(
        "Introspection does not nest lists of types three deep",
        arguments: [
            Check("two deep", "{ __schema { types { fields { type { fields { name } } } } } }"),
            Check("deep without lists", "{ __schema { types { ofType { ofType { ofType { ofType { name } } } } } } }"),
            Check("a field called fields elsewhere", "{ dog { fields { fields { fields } } } }"),
            Check(
                "three deep",
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
                "1:3: Maximum introspection depth exceeded"
            ),
            Check(
                "three different lists from one type",
                #"{ __type(name: "A") { interfaces { possibleTypes { inputFields { name } } } } }"#,
                "1:3: Maximum introspection depth exceeded"
            ),
            Check(
                "three deep through fragments",
                """
                { __schema { types { ...A } } }
                fragment A on __Type { fields { type { ...B } } }
                fragment B on __Type { interfaces { ... { ...C } } }
                fragment C on __Type { possibleTypes { name } }
                """,
                "1:3: Maximum introspection depth exceeded"
            ),
            Check(
                "a cycle, which is another rule's",
                "{ __schema { types { ...A } } } fragment A on __Type { ofType { ...A } }"
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.maxIntrospectionDepth) }
}
