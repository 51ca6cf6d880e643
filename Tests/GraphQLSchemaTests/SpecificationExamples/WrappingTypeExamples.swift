import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.4, §3.11 and §3.12 as definitions.
@Suite("The specification's examples of wrapping types (§3.4, §3.11, §3.12)")
struct WrappingTypeExamples {
    @Test(
        "§3.11, §3.12 A list or a Non-Null type wraps another type",
        arguments: [
            ("pets: [Pet]", "[Pet]", "Pet", false), ("matrix: [[Int]]", "[[Int]]", "Int", false),
            ("name: String!", "String!", "String", true), ("a: [Int!]", "[Int!]", "Int", false),
            ("a: [Int]!", "[Int]!", "Int", true), ("a: [[Int!]!]!", "[[Int!]!]!", "Int", true),
        ]
    )
    func wrapping(field: String, type: String, named: String, isNonNull: Bool) throws {
        let schema = try Schema.build("type Query { \(field) } type Pet { name: String }")
        #expect(schema.problems.isEmpty)
        let reference = try #require(schema.type(named: "Query")?.fields?.first?.type)
        #expect(reference.description == type)
        #expect(reference.namedType == named)
        #expect(reference.isNonNull == isNonNull)
    }

    @Test("§3.12 A Non-Null type does not wrap another")
    func nonNullTwice() {
        #expect(refusals(of: "type Query { name: String!! }") == [#"Syntax Error: Expected Name, found "!"."#])
    }

    @Test(
        "§3.4.2 Inputs are of input types, outputs of output types, however they are wrapped",
        arguments: [
            ("Int", true, true), ("E", true, true), ("I", true, false), ("O", false, true), ("F", false, true),
            ("U", false, true),
        ]
    )
    func inputAndOutput(name: String, isInput: Bool, isOutput: Bool) throws {
        let types = "enum E { A } input I { a: Int } type O { a: Int } interface F { a: Int } union U = O"
        for type in [name, "[\(name)]", "\(name)!", "[\(name)!]!"] {
            #expect(
                try typeSystemReport(of: "type Query { a(b: \(type)): Int } \(types)")
                    == (isInput ? [] : ["The type of Query.a(b:) must be Input Type but got: \(type). (1:19)"])
            )
            #expect(
                try typeSystemReport(of: "type Query { a: \(type) } \(types)")
                    == (isOutput ? [] : ["The type of Query.a must be Output Type but got: \(type). (1:17)"])
            )
        }
    }
}
