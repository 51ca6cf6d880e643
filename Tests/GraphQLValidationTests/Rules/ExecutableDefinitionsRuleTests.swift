import GraphQLValidation
import Testing

struct ExecutableDefinitionsRuleTests {
    @Test(
        "Only operations and fragments are executable",
        arguments: [
            Check("an operation", "{ dog { name } }"),
            Check("an operation and a fragment", "query Q { dog { ...F } }\nfragment F on Dog { name }"),
            Check(
                "a type definition and an extension",
                "{ dog { name } }\ntype Cow { name: String }\nextend type Dog { color: String }",
                #"2:1: The "Cow" definition is not executable."#,
                #"3:1: The "Dog" definition is not executable."#
            ),
            Check(
                "a schema definition and an extension",
                "schema { query: Query }\nextend schema @onField",
                "1:1: The schema definition is not executable.",
                "2:1: The schema definition is not executable."
            ),
            Check(
                "a directive definition",
                "directive @a on FIELD",
                #"1:1: The "a" definition is not executable."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.executableDefinitions) }
}
