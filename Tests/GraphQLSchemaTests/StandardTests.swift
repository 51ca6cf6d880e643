import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("What every schema has")
struct StandardTests {
    private func schema() throws -> Schema {
        try Schema.build(
            "type Query { a(x: Int = 3, y: [String!]! = [\"a\"]): F } interface F { f: Int } enum E { A } union U = Query scalar S input I { a: Int }"
        )
    }

    private func shape(_ name: String) throws -> [String] {
        let fields = try #require(try schema().type(named: name)?.fields)
        return fields.map { field in
            let arguments = field.arguments.map {
                "\($0.name): \($0.type)" + ($0.printedDefaultValue.map { " = \($0)" } ?? "")
            }
            return field.name + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))") + ": \(field.type)"
        }
    }

    @Test("The introspection types are those of the September 2025 edition, and what graphql-js 17 adds for directives")
    func introspectionTypes() throws {
        #expect(
            try shape("__Schema") == [
                "description: String", "types: [__Type!]!", "queryType: __Type!", "mutationType: __Type",
                "subscriptionType: __Type", "directives(includeDeprecated: Boolean! = false): [__Directive!]!",
            ]
        )
        #expect(
            try shape("__Type") == [
                "kind: __TypeKind!", "name: String", "description: String", "specifiedByURL: String",
                "fields(includeDeprecated: Boolean! = false): [__Field!]", "interfaces: [__Type!]",
                "possibleTypes: [__Type!]", "enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]",
                "inputFields(includeDeprecated: Boolean! = false): [__InputValue!]", "ofType: __Type",
                "isOneOf: Boolean",
            ]
        )
        #expect(
            try shape("__Field") == [
                "name: String!", "description: String",
                "args(includeDeprecated: Boolean! = false): [__InputValue!]!", "type: __Type!",
                "isDeprecated: Boolean!", "deprecationReason: String",
            ]
        )
        #expect(
            try shape("__InputValue") == [
                "name: String!", "description: String", "type: __Type!", "defaultValue: String",
                "isDeprecated: Boolean!", "deprecationReason: String",
            ]
        )
        #expect(
            try shape("__EnumValue") == [
                "name: String!", "description: String", "isDeprecated: Boolean!", "deprecationReason: String",
            ]
        )
        #expect(
            try shape("__Directive") == [
                "name: String!", "description: String", "isRepeatable: Boolean!",
                "locations: [__DirectiveLocation!]!", "args(includeDeprecated: Boolean! = false): [__InputValue!]!",
                "isDeprecated: Boolean!", "deprecationReason: String",
            ]
        )
    }

    @Test("The introspection enums have every kind and every location")
    func introspectionEnums() throws {
        let schema = try schema()
        guard case .enumeration(let kinds) = schema.type(named: "__TypeKind"),
            case .enumeration(let locations) = schema.type(named: "__DirectiveLocation")
        else {
            Issue.record("no enums")
            return
        }
        #expect(kinds.values.map(\.name) == TypeKind.allCases.map(\.rawValue))
        #expect(Set(locations.values.map(\.name)) == Set(DirectiveLocation.allCases.map(\.rawValue)))
    }

    @Test("The built-in directives have the arguments and locations of the specification")
    func directives() throws {
        let schema = try schema()
        func shape(_ name: String) -> String? {
            schema.directive(named: name).map { directive in
                let arguments = directive.arguments.map {
                    "\($0.name): \($0.type)" + ($0.printedDefaultValue.map { " = \($0)" } ?? "")
                }
                return "(\(arguments.joined(separator: ", "))) \(directive.locations.joined(separator: " "))"
            }
        }
        #expect(shape("skip") == "(if: Boolean!) FIELD FRAGMENT_SPREAD INLINE_FRAGMENT")
        #expect(shape("include") == "(if: Boolean!) FIELD FRAGMENT_SPREAD INLINE_FRAGMENT")
        #expect(
            shape("deprecated")
                == """
                (reason: String! = "No longer supported") FIELD_DEFINITION ARGUMENT_DEFINITION \
                INPUT_FIELD_DEFINITION ENUM_VALUE DIRECTIVE_DEFINITION
                """
        )
        #expect(shape("specifiedBy") == "(url: String!) SCALAR")
        #expect(shape("oneOf") == "() INPUT_OBJECT")
        #expect(schema.directives.allSatisfy { !$0.isRepeatable })
    }

    @Test("Built-in elements are described in sentences of single spaces")
    func descriptions() throws {
        let schema = try schema()
        let reason = try #require(schema.directive(named: "deprecated")?.argument(named: "reason")?.description)
        #expect(
            reason.hasPrefix("Explains why this element was deprecated, usually also including a suggestion for how")
        )
        let texts =
            schema.directives.flatMap { [$0.description] + $0.arguments.map(\.description) }
            + schema.types.flatMap { [$0.description] + ($0.fields ?? []).map(\.description) }
        #expect(texts.compactMap(\.self).count > 20)
        #expect(!texts.compactMap(\.self).contains { $0.contains("  ") || $0.contains(" \n") })
    }

    @Test("The fields that no type lists are there for the executor")
    func metaFields() {
        #expect("\(SchemaField.schemaMeta.name): \(SchemaField.schemaMeta.type)" == "__schema: __Schema!")
        #expect("\(SchemaField.typeMeta.name): \(SchemaField.typeMeta.type)" == "__type: __Type")
        #expect(SchemaField.typeMeta.argument(named: "name")?.type.description == "String!")
        #expect("\(SchemaField.typenameMeta.name): \(SchemaField.typenameMeta.type)" == "__typename: String!")
    }

    @Test("Types and references know their kind")
    func kinds() throws {
        let schema = try schema()
        func kind(_ name: String) -> TypeKind? { schema.type(named: name)?.kind }
        #expect(kind("Query") == .object)
        #expect(kind("F") == .interface)
        #expect(kind("U") == .union)
        #expect(kind("E") == .enumeration)
        #expect(kind("S") == .scalar)
        #expect(kind("I") == .inputObject)
        let type = try #require(schema.rootType(for: .query)?.field(named: "a")?.argument(named: "y")?.type)
        #expect(schema.kind(of: type) == .nonNull)
        #expect(schema.kind(of: type.nullable) == .list)
        #expect(schema.kind(of: TypeReference.named(Name("Nowhere", offset: 0))) == nil)
    }

    @Test("A default value is printed as GraphQL writes it")
    func defaults() throws {
        let field = try #require(try schema().rootType(for: .query)?.field(named: "a"))
        #expect(field.arguments.map(\.printedDefaultValue) == ["3", "[\"a\"]"])
    }
}
