import Testing

@testable import GraphQLLanguage

struct TypeSystemDocumentTests {
    @Test("§3.3 A schema has root operations, directives and a description")
    func schema() throws {
        guard case .schema(let schema) = try document(#""d" schema @a { query: Q mutation: M }"#).definitions[0]
        else { throw NotThat() }
        #expect(schema.description?.text == "d")
        #expect(!schema.isExtension)
        #expect(schema.directives.map(\.name.text) == ["a"])
        #expect(schema.operations.map(\.kind) == [.query, .mutation])
        #expect(schema.operations.map(\.type.text) == ["Q", "M"])
    }

    @Test(
        "§3.3.2 A schema extension brings directives or root operations",
        arguments: [
            ("extend schema @a", 1, 0), ("extend schema { query: Q }", 0, 1), ("extend schema @a { query: Q }", 1, 1),
        ]
    )
    func schemaExtension(text: String, directives: Int, operations: Int) throws {
        guard case .schema(let schema) = try document(text).definitions[0] else { throw NotThat() }
        #expect(schema.isExtension)
        #expect(schema.directives.count == directives)
        #expect(schema.operations.count == operations)
    }

    @Test("§3.6 A field has arguments, a type, directives and descriptions")
    func objectType() throws {
        let type = try typeDefinition(
            #"""
            """
            来信
            """
            type Letter implements Node & Dated @table(name: "letter") {
              "编号"
              no(form: Form = SHORT @x, "补零" padded: Boolean): String! @masked(as: NO)
              tags: [String!]!
            }
            """#
        )
        #expect(type.description?.text == "来信")
        #expect(type.description?.isBlock == true)
        #expect(type.name.text == "Letter")
        #expect(type.directives[0].argument("name")?.stringText == "letter")
        guard case .object(let interfaces, let fields) = type.body else { throw NotThat() }
        #expect(interfaces.map(\.text) == ["Node", "Dated"])
        #expect(fields.map(\.name.text) == ["no", "tags"])
        #expect(fields[0].description?.text == "编号")
        #expect(fields[0].type.description == "String!")
        #expect(fields[0].arguments.map(\.name.text) == ["form", "padded"])
        #expect(fields[0].arguments[0].defaultValue?.enumName == "SHORT")
        #expect(fields[0].arguments[0].directives.count == 1)
        #expect(fields[0].arguments[1].description?.text == "补零")
        #expect(fields[0].directives.map(\.name.text) == ["masked"])
        #expect(fields[1].arguments.isEmpty)
    }

    @Test(
        "§3.4 A body may be missing",
        arguments: ["scalar A", "type A", "interface A", "union A", "enum A", "input A"]
    )
    func withoutBody(text: String) throws {
        let type = try typeDefinition(text)
        #expect(type.name.text == "A")
        #expect(Definition.type(type).printed == text)
    }

    @Test(
        "§3.1 An extension brings something of any kind",
        arguments: [
            "extend scalar A @x", "extend type A @x", "extend type A implements B", "extend type A {\n  b: C\n}",
            "extend interface A @x", "extend interface A implements B & C", "extend interface A {\n  b: C\n}",
            "extend union A @x", "extend union A = B | C", "extend enum A @x", "extend enum A {\n  B\n}",
            "extend input A @x", "extend input A {\n  b: C\n}",
        ]
    )
    func extensions(text: String) throws {
        let type = try typeDefinition(text)
        #expect(type.isExtension)
        #expect(type.offset == 0)
        #expect(type.description == nil)
        #expect(Definition.type(type).printed == text)
    }

    @Test("§3.1 An extension's directives and body belong to it")
    func extensionParts() throws {
        let type = try typeDefinition("extend union A @x @y = | B")
        #expect(type.directives.map(\.name.text) == ["x", "y"])
        guard case .union(let members) = type.body else { throw NotThat() }
        #expect(members.map(\.text) == ["B"])
    }

    @Test(
        "§3.6 A delimiter may lead",
        arguments: [
            ("type A implements & B & C", "type A implements B & C"), ("union U = | A | B", "union U = A | B"),
            ("directive @d on | FIELD | QUERY", "directive @d on FIELD | QUERY"),
        ]
    )
    func leadingDelimiter(text: String, printed: String) throws {
        #expect(try document(text).printed == printed)
    }

    @Test("§3.9 An enum has values with descriptions and directives")
    func enumeration() throws {
        let type = try typeDefinition(#"enum E @a { "first" A B @deprecated(reason: "old") on query }"#)
        guard case .enumeration(let values) = type.body else { throw NotThat() }
        #expect(values.map(\.name.text) == ["A", "B", "on", "query"])
        #expect(values[0].description?.text == "first")
        #expect(values[1].directives[0].argument("reason")?.stringText == "old")
    }

    @Test("§3.10 An input has fields with defaults")
    func input() throws {
        let type = try typeDefinition("input X @oneOf { a: Int! = 3 b: [X!] = [{ a: 1 }] @d }")
        guard case .input(let fields) = type.body else { throw NotThat() }
        #expect(fields.map(\.type.description) == ["Int!", "[X!]"])
        #expect(fields[0].defaultValue?.printed == "3")
        #expect(fields[1].defaultValue?.printed == "[{ a: 1 }]")
        #expect(fields[1].directives.count == 1)
    }

    @Test("§3.13 A directive definition may be repeatable and has locations")
    func directive() throws {
        guard
            case .directive(let directive) = try document(
                #""d" directive @log(level: Int = 1, to: String) repeatable on FIELD_DEFINITION | OBJECT"#
            ).definitions[0]
        else { throw NotThat() }
        #expect(directive.description?.text == "d")
        #expect(directive.name.text == "log")
        #expect(directive.arguments.map(\.name.text) == ["level", "to"])
        #expect(directive.isRepeatable)
        #expect(directive.locations.map(\.text) == ["FIELD_DEFINITION", "OBJECT"])
    }

    @Test("A directive definition has directives before the word repeatable")
    func directiveOfDirective() throws {
        guard
            case .directive(let directive) = try document(
                "directive @old(a: Int) @deprecated(reason: \"r\") @x repeatable on FIELD"
            ).definitions[0]
        else { throw NotThat() }
        #expect(directive.directives.map(\.name.text) == ["deprecated", "x"])
        #expect(directive.isRepeatable)
    }

    @Test("A directive extension adds directives")
    func directiveExtension() throws {
        let definition = try document(" extend directive @old @deprecated @x(a: 1)").definitions[0]
        guard case .directiveExtension(let directive) = definition else { throw NotThat() }
        #expect(directive.name.text == "old")
        #expect(directive.directives.map(\.printed) == ["@deprecated", "@x(a: 1)"])
        #expect(definition.offset == 1)
    }

    @Test("§2.2 A definition starts with its description")
    func offsets() throws {
        let text = #"""
            "a" query Q("v" $v: A, $w: B) { x } "b" fragment F on A { x } "c" schema { query: Q }
            "d" type A { "e" f("g" h: I, j: K): L m: N } "o" enum P { "q" R S } "t" directive @u on FIELD extend type A @x
            """#
        let definitions = try document(text).definitions
        let start = { (offset: Int) in String(decoding: Array(text.utf8)[offset..<offset + 3], as: UTF8.self) }
        #expect(definitions.map { start($0.offset) } == [#""a""#, #""b""#, #""c""#, #""d""#, #""o""#, #""t""#, "ext"])
        guard case .operation(let operation) = definitions[0], case .schema(let schema) = definitions[2],
            case .type(let object) = definitions[3], case .object(_, let fields) = object.body,
            case .type(let enumeration) = definitions[4], case .enumeration(let values) = enumeration.body
        else { throw NotThat() }
        #expect(operation.variables.map { start($0.offset) } == [#""v""#, "$w:"])
        #expect(schema.operations.map { start($0.offset) } == ["que"])
        #expect(fields.map { start($0.offset) } == [#""e""#, "m: "])
        #expect(fields[0].arguments.map { start($0.offset) } == [#""g""#, "j: "])
        #expect(values.map { start($0.offset) } == [#""q""#, "S }"])
    }

    @Test(
        "§3.13 Every directive location is one, and two that only graphql-js knows",
        arguments: DirectiveLocation.allCases
    )
    func location(location: DirectiveLocation) {
        #expect(DirectiveLocation.allCases.count == 21)
        #expect(diagnosis("directive @d on \(location.rawValue)") == nil)
    }

    @Test("§2.3 Executable and type-system definitions may stand in one document")
    func mixed() throws {
        let definitions = try document("type A { b: C } query { a } extend type A @x fragment F on A { b }").definitions
        #expect(definitions.count == 4)
    }
}
