import GraphQLValidation
import Testing

struct KnownOperationTypesRuleTests {
    @Test(
        "The schema supports the operation",
        arguments: [
            Check("a query", "{ a }"),
            Check("a mutation", "mutation { a }", "1:1: The mutation operation is not supported by the schema."),
            Check(
                "a subscription beside a query",
                "query Q { a }\nsubscription S { a }",
                "2:1: The subscription operation is not supported by the schema."
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.knownOperationTypes, schema: "type Query { a: String }") }
}
