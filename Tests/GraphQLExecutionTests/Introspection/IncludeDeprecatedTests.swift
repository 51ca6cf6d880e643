import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// GraphQL §4.2: `includeDeprecated: Boolean! = false` wherever elements can be deprecated.
@Suite("Deprecated elements in introspection")
struct IncludeDeprecatedTests {
    private func answer(_ text: String, variables: JSONValue? = nil) async throws -> String {
        let schema = try Schema.build(
            """
            type Query { new(a: Int b: Int @deprecated(reason: "gone")): Int old: Int @deprecated }
            interface Node { id: Int old: Int @deprecated(reason: "") }
            enum E { A B @deprecated(reason: "use A") }
            input I { a: Int b: Int @deprecated }
            directive @d(a: Int b: Int @deprecated) on FIELD
            directive @old @deprecated(reason: "use d") on FIELD
            """
        )
        let document = try Document(parsing: Source(text))
        let validated = try ValidatedDocument(validating: document, against: schema)
        let response = await execute(validated, variables: variables)
        return String(decoding: response.body, as: UTF8.self)
    }

    private static let listings = [
        (#"__type(name: "Query") { list: fields"#, #""new""#, #""new","old""#),
        (#"__type(name: "Node") { list: fields"#, #""id""#, #""id","old""#),
        (#"__type(name: "E") { list: enumValues"#, #""A""#, #""A","B""#),
        (#"__type(name: "I") { list: inputFields"#, #""a""#, #""a","b""#),
    ]

    @Test("are left out unless they are asked for", arguments: listings)
    func listed(field: String, current: String, all: String) async throws {
        func names(_ list: String) -> String {
            list.split(separator: ",").map { #"{"name":\#($0)}"# }.joined(separator: ",")
        }
        for argument in ["", "(includeDeprecated: false)"] {
            #expect(
                try await answer("{ \(field)\(argument) { name } } }")
                    == #"{"data":{"__type":{"list":[\#(names(current))]}}}"#
            )
        }
        #expect(
            try await answer("{ \(field)(includeDeprecated: true) { name } } }")
                == #"{"data":{"__type":{"list":[\#(names(all))]}}}"#
        )
        let byVariable = "query ($d: Boolean! = true) { \(field)(includeDeprecated: $d) { name } } }"
        #expect(try await answer(byVariable) == #"{"data":{"__type":{"list":[\#(names(all))]}}}"#)
        #expect(
            try await answer(byVariable, variables: .object([.init("d", .boolean(false))]))
                == #"{"data":{"__type":{"list":[\#(names(current))]}}}"#
        )
    }

    @Test("are left out of arguments of fields and of directives")
    func arguments() async throws {
        #expect(
            try await answer(
                #"{ __type(name: "Query") { fields { current: args { name } args(includeDeprecated: true) { name } } } }"#
            )
                == #"{"data":{"__type":{"fields":[{"current":[{"name":"a"}],"args":[{"name":"a"},{"name":"b"}]}]}}}"#
        )
        #expect(
            try await answer(
                "{ __schema { directives { name current: args { name } args(includeDeprecated: true) { name } } } }"
            )
            .hasPrefix(
                #"{"data":{"__schema":{"directives":[{"name":"d","current":[{"name":"a"}],"#
                    + #""args":[{"name":"a"},{"name":"b"}]},{"name":"include""#
            )
        )
    }

    @Test("are left out of directives")
    func directives() async throws {
        let current = try await answer("{ __schema { directives { name isDeprecated deprecationReason } } }")
        #expect(!current.contains(#""old""#) && !current.contains(#""isDeprecated":true"#))
        let all = try await answer(
            "{ __schema { directives(includeDeprecated: true) { name isDeprecated deprecationReason } } }"
        )
        #expect(all.contains(#"{"name":"d","isDeprecated":false,"deprecationReason":null}"#))
        #expect(all.contains(#"{"name":"old","isDeprecated":true,"deprecationReason":"use d"}"#))
    }

    @Test("say why they are deprecated, an empty reason included")
    func reasons() async throws {
        let text = #"""
            {
              a: __type(name: "Query") { fields(includeDeprecated: true) { isDeprecated deprecationReason } }
              b: __type(name: "Node") { fields(includeDeprecated: true) { isDeprecated deprecationReason } }
              c: __type(name: "E") { enumValues(includeDeprecated: true) { isDeprecated deprecationReason } }
              d: __type(name: "I") { inputFields(includeDeprecated: true) { isDeprecated deprecationReason } }
            }
            """#
        func list(_ reason: String) -> String {
            #"[{"isDeprecated":false,"deprecationReason":null},{"isDeprecated":true,"deprecationReason":"\#(reason)"}]"#
        }
        #expect(
            try await answer(text)
                == #"{"data":{"a":{"fields":\#(list("No longer supported"))},"b":{"fields":\#(list(""))},"#
                + #""c":{"enumValues":\#(list("use A"))},"d":{"inputFields":\#(list("No longer supported"))}}}"#
        )
    }

    @Test("cannot be asked for with null")
    func null() async throws {
        await #expect(throws: ValidationFailure.self) {
            try await answer(#"{ __type(name: "E") { enumValues(includeDeprecated: null) { name } } }"#)
        }
    }
}
