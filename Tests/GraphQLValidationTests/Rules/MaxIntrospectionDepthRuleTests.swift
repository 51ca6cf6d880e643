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
            Check(
                "a cycle through lists",
                "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...A } } }",
                "1:3: Maximum introspection depth exceeded"
            ),
            Check(
                "a root within a reported one",
                #"{ __schema { types { fields { type { fields { type { fields { name } } } } } __type(name: "A") { fields { type { fields { type { fields { name } } } } } } } } }"#,
                "1:3: Maximum introspection depth exceeded"
            ),
            Check(
                "a fragment that is harmless in one place and not in another",
                """
                { a: __type(name: "A") { ...F } b: __type(name: "B") { fields { type { ...F } } } c: __type(name: "C") { ...F } }
                fragment F on __Type { fields { type { fields { name } } } }
                """,
                "1:33: Maximum introspection depth exceeded"
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.maxIntrospectionDepth) }
}
