import GraphQLValidation
import Testing

struct NoSchemaIntrospectionCustomRuleTests {
    private static func disabled(_ field: String) -> String {
        "GraphQL introspection has been disabled, but the requested query contained the field \"\(field)\"."
    }

    @Test(
        "The schema is not asked for",
        arguments: [
            Check("plain fields and __typename", "{ __typename letter { __typename id } }"),
            Check(
                "the schema",
                "{ __schema { queryType { name } types { fields { name } } } }",
                "1:3: \(disabled("__schema"))",
                "1:14: \(disabled("queryType"))",
                "1:33: \(disabled("types"))",
                "1:41: \(disabled("fields"))"
            ),
            Check("a type", #"{ t: __type(name: "Letter") { name } }"#, "1:3: \(disabled("__type"))"),
            Check(
                "in a fragment",
                "{ ...F } fragment F on Query { __schema { ...G } } fragment G on __Schema { directives { name } }",
                "1:32: \(disabled("__schema"))",
                "1:77: \(disabled("directives"))"
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noSchemaIntrospection, schema: Registry.sdl) }
}
