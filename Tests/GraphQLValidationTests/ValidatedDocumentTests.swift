import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

struct ValidatedDocumentTests {
    @Test("A valid document keeps its document and schema")
    func valid() throws {
        let schema = try Schema.build(Zoo.sdl)
        let validated = try ValidatedDocument(validating: try Zoo.parse("{ dog { name } }"), against: schema)
        #expect(validated.document.definitions.count == 1)
        #expect(validated.schema === schema)
    }

    @Test("The standard introspection query is accepted")
    func introspection() throws {
        let document = """
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
                name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated
                deprecationReason
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
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
                kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
              } } } } }
            }
            """
        #expect(try Zoo.refusal(of: try Zoo.parse(document)) == [])
    }

    @Test("Errors of different rules are reported together")
    func errors() throws {
        let errors = try Zoo.refusal(of: try Zoo.parse("query ($a: Int) { dog { naem } nothing ...F }"))
        #expect(
            errors.map(\.message) == [
                #"Variable "$a" is never used."#,
                #"Cannot query field "naem" on type "Dog". Did you mean "name"?"#,
                #"Cannot query field "nothing" on type "Query"."#,
                #"Unknown fragment "F"."#,
            ]
        )
        #expect(errors.allSatisfy { $0.code == "GRAPHQL_VALIDATION_FAILED" })
    }

    @Test("Validation stops after the allowed number of errors and says so")
    func tooManyErrors() throws {
        let fields = (0..<20).map { "unknown\($0)" }.joined(separator: " ")
        let errors = try Zoo.errors(in: "{ \(fields) }", options: ValidationOptions(maxErrors: 3))
        #expect(errors.count == 4)
        #expect(errors.last?.message == "Too many validation errors, error limit reached. Validation aborted.")
    }

    @Test("No error may be allowed at all")
    func noErrorAllowed() throws {
        let errors = try Zoo.errors(in: "{ unknown }", options: ValidationOptions(maxErrors: 0))
        #expect(errors.map(\.message) == ["Too many validation errors, error limit reached. Validation aborted."])
        #expect(try Zoo.errors(in: "{ dog { name } }", options: ValidationOptions(maxErrors: 0)) == [])
    }

    @Test("Errors are reported as the document is read, operation by operation")
    func order() throws {
        let document = """
            query A($a: Int, $b: Boolean = 1) { dog { naem(surname: $c) @unknown } nothing }
            query B($d: Unknown) { dog }
            """
        let errors = try Zoo.errors(in: document)
        #expect(
            errors.map(\.message) == [
                #"Variable "$c" is not defined by operation "A"."#,
                #"Variable "$a" is never used in operation "A"."#,
                #"Variable "$b" is never used in operation "A"."#,
                "Boolean cannot represent a non boolean value: 1",
                #"Cannot query field "naem" on type "Dog". Did you mean "name"?"#,
                #"Unknown directive "@unknown"."#,
                #"Cannot query field "nothing" on type "Query"."#,
                #"Variable "$d" is never used in operation "B"."#,
                #"Unknown type "Unknown"."#,
                #"Field "dog" of type "Dog" must have a selection of subfields. Did you mean "dog { ... }"?"#,
            ]
        )
    }

    @Test("A schema without the types that it names does not hinder validation")
    func damagedSchema() throws {
        let schema = Schema(
            description: nil,
            types: [
                .object(
                    ObjectType(
                        name: "Query",
                        description: nil,
                        interfaces: ["Nowhere"],
                        fields: [
                            SchemaField(
                                name: "lost",
                                description: nil,
                                arguments: [],
                                type: .named(Name("Lost", offset: 0)),
                                deprecationReason: nil,
                                directives: [],
                                provenance: nil
                            )
                        ],
                        directives: [],
                        provenance: nil
                    )
                )
            ],
            directives: [],
            queryTypeName: "Query",
            mutationTypeName: "Mutation",
            subscriptionTypeName: nil
        )
        let document = try Zoo.parse(
            "{ lost { a } lost(x: {y: 1}) ... on Nowhere { b } } mutation { c } subscription ($d: In = {e: [1]}) { f }"
        )
        let messages = validate(document, against: schema).map(\.message)
        #expect(messages.contains(#"Unknown type "Nowhere"."#))
        #expect(messages.contains("The mutation operation is not supported by the schema."))
    }

    @Test("Locations count lines and code points", arguments: ["\n", "\r\n", "\r"])
    func locations(lineEnd: String) throws {
        let errors = try Zoo.errors(
            in: "# 信访\(lineEnd)query A {\(lineEnd) dog { name(surname: \"信\") } }\(lineEnd)query A { dog { name } }",
            breaking: [.uniqueOperationNames, .valuesOfCorrectType]
        )
        #expect(
            errors.map(\.written) == [
                #"3:22: Boolean cannot represent a non boolean value: "信""#,
                #"2:7,4:7: There can be only one operation named "A"."#,
            ]
        )
    }

    @Test("Rules are found by graphql-js' names")
    func ruleNames() {
        #expect(ValidationRule(rawValue: "FieldsOnCorrectTypeRule") == .fieldsOnCorrectType)
        #expect(ValidationRule(rawValue: "NoSuchRule") == nil)
        #expect(ValidationRule(rawValue: "DeferStreamDirectiveLabelRule") == .deferStreamDirectiveLabel)
        #expect(ValidationRule(rawValue: "DeferStreamDirectiveLabel") == .deferStreamDirectiveLabel)
        #expect(ValidationRule(rawValue: "NoDeprecatedCustomRule") == .noDeprecated)
        #expect(!ValidationRule.specified.contains(.noDeprecated))
        #expect(ValidationRule.specified.count == 32)
        #expect(ValidationRule.specified.first == .executableDefinitions)
        #expect(ValidationRule.specified.last == .maxIntrospectionDepth)
    }
}
