import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("The introspection query")
struct IntrospectionQueryTests {
    private func answer(_ sdl: String, _ query: IntrospectionQuery = IntrospectionQuery()) throws -> JSONValue {
        try JSONReader.read(query.response(of: try Schema.build(sdl)).body)
    }

    private func schema(_ sdl: String, _ query: IntrospectionQuery = IntrospectionQuery()) throws -> JSONValue? {
        try answer(sdl, query)["data"]?["__schema"]
    }

    @Test("A schema lists its types in the order of their definition, each before the built-in ones it brings (§4.2.1)")
    func types() throws {
        guard case .array(let types) = try schema("type Query { a: F } type F { b: ID }")?["types"] else {
            Issue.record("no types")
            return
        }
        #expect(types.prefix(5).map { $0["name"] } == ["Query", "F", "ID", "Boolean", "String"].map(JSONValue.string))
    }

    @Test("A schema that breaks the rules of the type system is described all the same")
    func invalid() throws {
        let schema = try schema("union Query = Query | S scalar S")
        #expect(schema?["queryType"]?["kind"] == .string("UNION"))
        guard case .array(let types) = schema?["types"], case .array(let members) = types[0]["possibleTypes"] else {
            Issue.record("no union")
            return
        }
        #expect(members.map { $0["name"] } == [.string("Query"), .string("S")])
    }

    @Test("Without a query root there is no data but an error")
    func noQuery() throws {
        let answer = try answer("scalar S")
        #expect(answer["data"] == .null)
        guard case .array(let errors) = answer["errors"] else {
            Issue.record("no errors")
            return
        }
        #expect(errors.map { $0["message"] } == [.string("Schema is not configured to execute query operation.")])
    }

    @Test("Only what is chosen is asked for")
    func choices() throws {
        var query = IntrospectionQuery()
        let sdl = "\"about\" schema { query: Query } type Query { a: Int }"
        #expect(try schema(sdl)?["description"] == nil)
        query.includesSchemaDescription = true
        #expect(try schema(sdl, query)?["description"] == .string("about"))
    }

    private func keys(_ value: JSONValue?) -> [String] {
        if case .object(let members) = value { members.map(\.name) } else { [] }
    }

    @Test("Without choices it asks for no more than every server knows")
    func defaults() throws {
        let schema = try schema("type Query { a(x: Int): Int }")
        #expect(keys(schema) == ["queryType", "mutationType", "subscriptionType", "types", "directives"])
        guard case .array(let types) = schema?["types"], case .array(let fields) = types[0]["fields"],
            case .array(let arguments) = fields[0]["args"], case .array(let directives) = schema?["directives"]
        else {
            Issue.record("no arguments")
            return
        }
        #expect(
            keys(types[0]) == [
                "kind", "name", "description", "fields", "inputFields", "interfaces", "enumValues", "possibleTypes",
            ]
        )
        #expect(keys(fields[0]) == ["name", "description", "args", "type", "isDeprecated", "deprecationReason"])
        #expect(keys(arguments[0]) == ["name", "description", "type", "defaultValue"])
        #expect(keys(directives[0]) == ["name", "description", "locations", "args"])
    }

    @Test("With every choice it asks for all that it can ask for")
    func everything() throws {
        var query = IntrospectionQuery()
        query.includesSpecifiedByURL = true
        query.includesRepeatable = true
        query.includesDeprecatedInputs = true
        query.includesOneOf = true
        let schema = try schema("type Query { a(x: Int @deprecated): Int } directive @d repeatable on FIELD", query)
        guard case .array(let types) = schema?["types"], case .array(let fields) = types[0]["fields"],
            case .array(let arguments) = fields[0]["args"], case .array(let directives) = schema?["directives"]
        else {
            Issue.record("no arguments")
            return
        }
        #expect(keys(types[0]).starts(with: ["kind", "name", "description", "specifiedByURL", "isOneOf", "fields"]))
        #expect(keys(arguments[0]).suffix(2) == ["isDeprecated", "deprecationReason"])
        #expect(arguments[0]["isDeprecated"] == .boolean(true))
        #expect(keys(directives[0]) == ["name", "description", "isRepeatable", "locations", "args"])
        #expect(directives.map { $0["isRepeatable"] == .boolean(true) } == [true, false, false, false, false, false])
    }

    @Test("Descriptions can be left out")
    func withoutDescriptions() throws {
        var query = IntrospectionQuery()
        query.includesDescriptions = false
        query.includesSchemaDescription = true
        let described = try Schema.build("\"about\" schema { query: Query } \"a type\" type Query { a: Int }")
        #expect(!String(decoding: query.response(of: described).body, as: UTF8.self).contains("\"description\":"))
    }

    @Test("A type of more wrappers than the query's depth is cut off")
    func depth() throws {
        var query = IntrospectionQuery()
        query.typeDepth = 1
        guard case .array(let types) = try schema("type Query { a: [Int!] }", query)?["types"],
            case .array(let fields) = types[0]["fields"]
        else {
            Issue.record("no fields")
            return
        }
        #expect(fields[0]["type"]?["ofType"]?["kind"] == .string("NON_NULL"))
        #expect(fields[0]["type"]?["ofType"]?["ofType"] == nil)
    }

    @Test("A query deeper than the parser reads is refused, not a crash")
    func tooDeep() throws {
        var query = IntrospectionQuery()
        query.typeDepth = 1_000
        let answer = try answer("type Query { a: Int }", query)
        #expect(answer["data"] == nil)
        #expect(answer["errors"] != nil)
    }

    @Test("A deprecated directive is listed only when deprecated ones are asked for")
    func deprecatedDirectives() throws {
        let sdl = "directive @old @deprecated(reason: \"gone\") on FIELD type Query { a: Int }"
        guard case .array(let directives) = try schema(sdl)?["directives"] else {
            Issue.record("no directives")
            return
        }
        #expect(
            directives.map { $0["name"] }
                == ["include", "skip", "deprecated", "specifiedBy", "oneOf"].map(JSONValue.string)
        )
    }
}
