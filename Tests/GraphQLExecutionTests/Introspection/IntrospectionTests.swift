import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Introspection")
struct IntrospectionTests {
    private func run(_ text: String, variables: JSONValue? = nil) async throws -> String {
        try await Sample.run(text, variables: variables, over: ScriptedSession(rows: [:]))
    }

    @Test(
        "answers what is asked about a type",
        arguments: [
            ("kind name", "Letter", #"{"kind":"OBJECT","name":"Letter"}"#),
            ("description", "Letter", #"{"description":"A letter."}"#),
            (
                "kind specifiedByURL fields { name }", "Date",
                #"{"kind":"SCALAR","specifiedByURL":"https://example.org/date","fields":null}"#
            ),
            (
                "kind enumValues { name isDeprecated }", "Handling",
                #"{"kind":"ENUM","enumValues":[{"name":"OPEN","isDeprecated":false},{"name":"CLOSED","isDeprecated":false}]}"#
            ),
            (
                "possibleTypes { name } interfaces { name }", "Node",
                #"{"possibleTypes":[{"name":"Person"},{"name":"Office"},{"name":"Letter"}],"interfaces":[]}"#
            ),
            (
                "kind possibleTypes { name } fields { name } interfaces { name }", "Party",
                #"{"kind":"UNION","possibleTypes":[{"name":"Person"},{"name":"Office"}],"fields":null,"interfaces":null}"#
            ),
            (
                "interfaces { name } isOneOf inputFields { name }", "Person",
                #"{"interfaces":[{"name":"Node"}],"isOneOf":null,"inputFields":null}"#
            ),
            (
                "isOneOf kind inputFields { name }", "Key",
                #"{"isOneOf":true,"kind":"INPUT_OBJECT","inputFields":[{"name":"id"},{"name":"number"}]}"#
            ),
            (
                "isOneOf inputFields { name defaultValue type { kind name ofType { name } } }", "Place",
                #"{"isOneOf":false,"inputFields":[{"name":"court","defaultValue":null,"type":{"kind":"NON_NULL","name":null,"#
                    + #""ofType":{"name":"String"}}},{"name":"room","defaultValue":"1","type":{"kind":"NON_NULL","name":null,"#
                    + #""ofType":{"name":"Int"}}}]}"#
            ),
            ("__typename name", "__Type", #"{"__typename":"__Type","name":"__Type"}"#),
        ]
    )
    func types(_ selection: String, _ name: String, _ expected: String) async throws {
        #expect(
            try await run(
                "query ($n: String!) { __type(name: $n) { \(selection) } }",
                variables: .object([.init("n", .string(name))])
            )
                == #"{"data":{"__type":\#(expected)}}"#
        )
    }

    @Test("a type that does not exist is null")
    func unknown() async throws {
        #expect(try await run(#"{ __type(name: "Lettre") { name } }"#) == #"{"data":{"__type":null}}"#)
    }

    @Test("deprecated elements are there when asked for")
    func deprecated() async throws {
        #expect(
            try await run(
                #"""
                { __type(name: "Handling") { enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } } }
                """#
            )
                == #"{"data":{"__type":{"enumValues":[{"name":"OPEN","isDeprecated":false,"deprecationReason":null},"#
                + #"{"name":"CLOSED","isDeprecated":false,"deprecationReason":null},"#
                + #"{"name":"OLD","isDeprecated":true,"deprecationReason":"Use CLOSED."}]}}}"#
        )
        let text = #"query ($d: Boolean!) { __type(name: "Letter") { fields(includeDeprecated: $d) { name } } }"#
        let all = try await run(text, variables: .object([.init("d", .boolean(true))]))
        let current = try await run(text, variables: .object([.init("d", .boolean(false))]))
        #expect(all.contains(#"{"name":"old"}"#))
        #expect(!current.contains(#"{"name":"old"}"#))
        let arguments = try await run(
            #"{ __type(name: "Query") { fields { name a: args { name } b: args(includeDeprecated: true) { name } } } }"#
        )
        #expect(
            arguments.contains(
                #"{"name":"letters","a":[{"name":"filter"},{"name":"limit"},{"name":"place"}],"#
                    + #""b":[{"name":"filter"},{"name":"limit"},{"name":"place"},{"name":"old"}]}"#
            )
        )
    }

    @Test("the schema names its root types, and null for what it has not")
    func roots() async throws {
        #expect(
            try await run(
                "{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }"
            )
                == #"{"data":{"__schema":{"description":"The letters of a court.","queryType":{"name":"Query"},"#
                + #""mutationType":{"name":"Mutation"},"subscriptionType":null}}}"#
        )
    }

    @Test("directives with their locations and arguments")
    func directives() async throws {
        let answer = try await run(
            "{ __schema { directives { name isRepeatable locations args { name type { name ofType { name } } defaultValue } } } }"
        )
        #expect(
            answer.contains(
                #"{"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"#
                    + #""args":[{"name":"if","type":{"name":null,"ofType":{"name":"Boolean"}},"defaultValue":null}]}"#
            )
        )
        #expect(answer.contains(#""name":"deprecated""#) && answer.contains(#""name":"specifiedBy""#))
    }

    @Test("answers graphql-js' introspection query whole")
    func wholeQuery() async throws {
        let answer = try await run(Self.introspectionQuery)
        let value = try JSONReader.read(Array(answer.utf8))
        #expect(value["errors"] == nil)
        guard case .array(let types) = value["data"]?["__schema"]?["types"] else {
            Issue.record("no types")
            return
        }
        let names = types.compactMap { type in
            if case .string(let name) = type["name"] { name } else { nil }
        }
        for name in ["Query", "Letter", "Date", "Int", "__Schema", "__TypeKind", "LetterConnection"] {
            #expect(names.contains(name))
        }
        let letter = types.first { $0["name"] == .string("Letter") }
        guard case .array(let fields) = letter?["fields"],
            let events = fields.first(where: { $0["name"] == .string("events") })
        else {
            Issue.record("no fields")
            return
        }
        // [Event!]!
        #expect(events["type"]?["kind"] == .string("NON_NULL"))
        #expect(events["type"]?["ofType"]?["ofType"]?["ofType"]?["name"] == .string("Event"))
        guard case .array(let arguments) = events["args"] else { return }
        #expect(arguments.first?["defaultValue"] == .string("10"))
    }

    /// What graphql-js' getIntrospectionQuery asks with every option on.
    static let introspectionQuery = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue {
          name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
        }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """
}
