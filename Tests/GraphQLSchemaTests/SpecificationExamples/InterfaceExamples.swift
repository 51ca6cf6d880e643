import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.7 as definitions.
@Suite("The specification's examples of interfaces (§3.7)")
struct InterfaceExamples {
    private static let entities = """
        interface NamedEntity {
          name: String
        }

        interface ValuedEntity {
          value: Int
        }

        type Person implements NamedEntity {
          name: String
          age: Int
        }

        type Business implements NamedEntity & ValuedEntity {
          name: String
          value: Int
          employeeCount: Int
        }
        """
    private static let resources = """
        interface Node {
          id: ID!
        }

        interface Resource implements Node {
          id: ID!
          url: String
        }

        """
    private static let image = """
        interface Image implements Resource & Node {
          id: ID!
          url: String
          thumbnail: String
        }
        """

    @Test(
        "are valid, or break the rules that the specification says",
        arguments: [
            TypeSystemExample("§3.7 types that implement interfaces", entities),
            TypeSystemExample(
                "§3.7 a field that yields an interface",
                """
                type Contact {
                  entity: NamedEntity
                  phoneNumber: String
                  address: String
                }
                """,
                assuming: "type Query { contact: Contact } \(entities)"
            ),
            TypeSystemExample(
                "§3.7 an interface that implements one",
                String(resources.dropLast()),
                assuming: "type Query { node: Node }"
            ),
            TypeSystemExample(
                "§3.7 an interface that implements one and what that implements",
                "\(resources)\n\(image)",
                assuming: "type Query { node: Node }"
            ),
            TypeSystemExample(
                "§3.7 an interface that does not implement what its own implements",
                "\(resources)\n\(image.replacing(" & Node", with: ""))",
                assuming: "type Query { node: Node }",
                problems: ["Type Image must implement Node because it is implemented by Resource. (5:31, 10:28)"]
            ),
            TypeSystemExample(
                "§3.7 an interface without the field of the one that it implements",
                """
                interface Node {
                  id: ID!
                }

                interface Resource implements Node {
                  url: String
                }
                """,
                problems: ["Interface field Node.id expected but Resource does not provide it. (2:3, 5:1)"]
            ),
            TypeSystemExample(
                "§3.7 interfaces that implement themselves and each other",
                """
                interface Node implements Named & Node {
                  id: ID!
                  name: String
                }

                interface Named implements Node & Named {
                  id: ID!
                  name: String
                }
                """,
                problems: [
                    "Type Node cannot implement itself because it would create a circular reference. (1:35)",
                    "Type Named cannot implement itself because it would create a circular reference. (6:35)",
                ]
            ),
            TypeSystemExample(
                "§3.7.1 a field that is added to an interface and to what implements it",
                """
                extend interface NamedEntity {
                  nickname: String
                }

                extend type Person {
                  nickname: String
                }

                extend type Business {
                  nickname: String
                }
                """,
                assuming: "type Query { entity: NamedEntity } \(entities)"
            ),
            TypeSystemExample(
                "§3.7.1 a field that is added to an interface alone",
                """
                extend interface NamedEntity {
                  nickname: String
                }
                """,
                assuming: "type Query { entity: NamedEntity }\n\(entities)",
                problems: [
                    "Interface field NamedEntity.nickname expected but Person does not provide it. (2:3, 13:1)",
                    "Interface field NamedEntity.nickname expected but Business does not provide it. (2:3, 18:1)",
                ]
            ),
            TypeSystemExample(
                "§3.7.1 a directive that is added",
                "extend interface NamedEntity @addedDirective",
                assuming: "type Query { entity: NamedEntity } directive @addedDirective on INTERFACE \(entities)"
            ),
        ]
    )
    func examples(_ example: TypeSystemExample) throws { try example.expect() }

    @Test("§3.7 An interface knows what implements it, and types which interfaces they do")
    func implementations() throws {
        let schema = try Schema.build("\(Self.entities) \(Self.resources) \(Self.image) type Query { node: Node }")
        #expect(schema.implementers(of: "NamedEntity") == ["Person", "Business"])
        #expect(schema.possibleTypes(of: "NamedEntity").map(\.name) == ["Person", "Business"])
        #expect(schema.possibleTypes(of: "ValuedEntity").map(\.name) == ["Business"])
        #expect(schema.implementers(of: "Node") == ["Resource", "Image"])
        #expect(schema.possibleTypes(of: "Node").isEmpty)
    }

    @Test("§3.6 A deprecated field implements a deprecated one only (IsValidImplementation)")
    func deprecation() throws {
        #expect(
            try typeSystemReport(
                of: "type Query implements I { a: Int @deprecated } interface I { a: Int }"
            ) == [
                "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated."
                    + " (1:34, 1:30)"
            ]
        )
    }

    @Test(
        "§3.6 A field's type may be narrower than the interface's (IsValidImplementationFieldType)",
        arguments: [
            ("String", "String", true), ("String!", "String", true), ("String", "String!", false),
            ("[String!]!", "[String]", true), ("[String]", "[String!]", false), ("[String]", "String", false),
            ("Person", "NamedEntity", true), ("[Person]", "[NamedEntity]", true), ("NamedEntity", "Person", false),
            ("Person", "Found", true), ("Business", "Found", false), ("Found", "Person", false),
        ]
    )
    func narrowing(type: String, promised: String, isValid: Bool) throws {
        let sdl = """
            type Query implements I { a: \(type) }
            interface I { a: \(promised) }
            union Found = Person
            \(Self.entities)
            """
        let messages = try typeSystemReport(of: sdl)
        #expect(
            messages
                == (isValid
                    ? [] : ["Interface field I.a expects type \(promised) but Query.a is type \(type). (2:18, 1:30)"])
        )
    }
}
