import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Building a schema from SDL")
struct BuildTests {
    private func refusal(of sdl: String) -> [String] {
        do throws(SchemaFailure) {
            _ = try Schema.build(sdl)
            return []
        } catch {
            return error.diagnostics.map(\.graphQLError.report)
        }
    }

    @Test("A document and its text make the same schema; operations in it have no effect")
    func documents() throws {
        let sdl = "type Query { a: Int }"
        let document = try Document(parsing: Source(sdl + " query Q { a } fragment F on Query { a }"))
        #expect(try Schema.build(document).printed == Schema.build(sdl).printed)
    }

    @Test("A syntax error is refused with its place")
    func syntax() {
        #expect(refusal(of: "type Query {\n  a Int\n}") == ["Syntax Error: Expected \":\", found Name \"Int\". (2:5)"])
    }

    @Test("What breaks a rule for SDL documents is refused in document order, with its places")
    func rules() {
        #expect(
            refusal(of: "type A { a: B }\nscalar A @c") == [
                "Unknown type \"B\". Did you mean \"A\"? (1:13)",
                "There can be only one type named \"A\". (1:6, 2:8)", "Unknown directive \"@c\". (2:10)",
            ]
        )
    }

    @Test("Columns count Unicode code points, lines end with any of the three line ends (§7.1.6)")
    func columns() {
        #expect(
            refusal(of: "\"信访🏛\" type A { a: B }\r\ntype C { a: D }\rtype E { \"é\" a: F }").map { $0.suffix(6) } == [
                "(1:19)", "(2:13)", "(3:17)",
            ]
        )
    }

    @Test("The values of @deprecated and @specifiedBy must be strings (§3.13.3, §3.13.4)")
    func directiveValues() {
        #expect(
            refusal(
                of:
                    "type Query { a: S @deprecated(reason: 3) b: S @deprecated(reason: null) }\nscalar S @specifiedBy(url: A)"
            )
                == [
                    "Argument \"@deprecated(reason:)\" has invalid value: String cannot represent a non string value: 3 (1:39)",
                    """
                    Argument "@deprecated(reason:)" has invalid value: \
                    Expected value of non-null type "String!" not to be null. (1:67)
                    """,
                    "Argument \"@specifiedBy(url:)\" has invalid value: String cannot represent a non string value: A (2:28)",
                ]
        )
        #expect(
            refusal(of: "directive @specifiedBy on SCALAR scalar S @specifiedBy") == [
                "Argument \"@specifiedBy(url:)\" of required type \"String!\" was not provided. (1:43)"
            ]
        )
    }

    @Test("Nothing is read of the extensions of a directive that there is not")
    func unreadValues() {
        #expect(refusal(of: "extend directive @nowhere @deprecated(reason: 1)").isEmpty)
    }

    @Test("Root types have their default names unless a schema definition says (§3.3.1)")
    func roots() throws {
        let types = "type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int } type A { a: Int } "
        func roots(_ sdl: String) throws -> [String?] {
            let schema = try Schema.build(types + sdl)
            return [schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName]
        }
        #expect(try roots("") == ["Query", "Mutation", "Subscription"])
        #expect(try roots("schema { query: A }") == ["A", nil, nil])
        #expect(try roots("schema { query: A } extend schema { mutation: Query }") == ["A", "Query", nil])
        #expect(try roots("extend schema { query: A }") == ["Query", "Mutation", "Subscription"])
    }

    @Test("The schema keeps its definition's description and directives, extensions after them")
    func definition() throws {
        let schema = try Schema.build(
            """
            extend schema @b
            "text" schema @a { query: Query }
            type Query { a: Int } directive @a on SCHEMA directive @b on SCHEMA
            """
        )
        #expect(schema.description == "text")
        #expect(schema.appliedDirectives.map(\.name.text) == ["a", "b"])
    }

    @Test("Types come as defined, each followed by the built-in ones that it is the first to need")
    func order() throws {
        func names(_ sdl: String) throws -> [String] { try Schema.build(sdl).types.map(\.name) }
        let introspection = [
            "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive",
            "__DirectiveLocation",
        ]
        #expect(
            try names(
                "type A implements B { a: C! } interface B { a(x: Int): C } union U = A input I { f: Float } scalar C"
            )
                == ["A", "B", "Int", "U", "I", "Float", "C", "Boolean", "String"] + introspection
        )
        #expect(
            try names("directive @d(x: ID) on FIELD type Query { a: __EnumValue }") == [
                "Query", "__EnumValue", "String", "Boolean", "ID", "__Schema", "__Type", "__TypeKind", "__Field",
                "__InputValue", "__Directive", "__DirectiveLocation",
            ]
        )
        #expect(try names("scalar ID type Query { a: Int }").prefix(3) == ["ID", "Query", "Int"])
    }

    @Test("A built-in scalar that is defined again stays what it is")
    func builtInScalar() throws {
        guard case .scalar(let scalar) = try Schema.build("\"mine\" scalar ID @specifiedBy(url: \"u\")").types.first
        else {
            Issue.record("no scalar")
            return
        }
        #expect(scalar.specifiedByURL == nil)
        #expect(scalar.description?.hasPrefix("The `ID` scalar type") == true)
    }

    @Test("A built-in directive that is defined again takes the place of its own")
    func builtInDirective() throws {
        let schema = try Schema.build("directive @skip on FIELD directive @a on FIELD")
        #expect(schema.directives.map(\.name) == ["skip", "a", "include", "deprecated", "specifiedBy", "oneOf"])
        #expect(schema.directive(named: "skip")?.arguments.isEmpty == true)
    }

    @Test("A directive knows whether it is repeatable and deprecated, its extensions counted in")
    func directives() throws {
        let schema = try Schema.build(
            """
            directive @a repeatable on DIRECTIVE_DEFINITION
            directive @b @deprecated(reason: "no") @a on FIELD
            directive @c on FIELD extend directive @c @a @deprecated extend directive @skip @deprecated
            """
        )
        #expect(schema.directive(named: "a")?.isRepeatable == true)
        #expect(schema.directive(named: "a")?.deprecationReason == nil)
        #expect(schema.directive(named: "b")?.deprecationReason == "no")
        #expect(schema.directive(named: "c")?.deprecationReason == "No longer supported")
        #expect(schema.directive(named: "c")?.directives.map(\.name.text) == ["a", "deprecated"])
        #expect(schema.directive(named: "skip")?.deprecationReason == nil)
    }

    @Test("Of several addresses of a scalar's specification the last counts")
    func specifiedBy() throws {
        let sdl = """
            scalar S @specifiedBy(url: "a") extend scalar S @specifiedBy(url: "b") extend scalar S @x
            directive @specifiedBy(url: String!) repeatable on SCALAR directive @x on SCALAR
            """
        guard case .scalar(let scalar) = try Schema.build(sdl).type(named: "S") else {
            Issue.record("no scalar")
            return
        }
        #expect(scalar.specifiedByURL == "b")
    }
}
