import Testing

/// The examples of GraphQL §3.3 and §3.6 to §3.8 that are requested of a type system.
@Suite("The specification's examples of composite types, executed (§3.3, §3.6–§3.8)")
struct CompositeTypeExamples {
    @Test("a field of a root is queried if the root has it (§3.3.1)")
    func rootFields() async throws {
        let query = "query {\n  myName\n}"
        let mutation = """
            mutation {
              setName(name: "Zuck") {
                newName
              }
            }
            """
        let payload = "type Payload { newName: String }"
        #expect(
            try await answer("type Query { myName: String }", query, root: #"{"myName": "Zuck"}"#)
                == #"{"data":{"myName":"Zuck"}}"#
        )
        await expectRefusal(#"2:3: Cannot query field "myName" on type "Query"."#) {
            try await answer("type Query { yours: String }", query)
        }
        #expect(
            try await answer(
                "type Query { a: Int } type Mutation { setName(name: String): Payload } \(payload)",
                mutation,
                root: #"{"setName": {"newName": "Zuck"}}"#
            ) == #"{"data":{"setName":{"newName":"Zuck"}}}"#
        )
        await expectRefusal(#"2:3: Cannot query field "setName" on type "Mutation"."#) {
            try await answer("type Query { a: Int } type Mutation { b: Int }", mutation)
        }
        await expectRefusal("1:1: The mutation operation is not supported by the schema.") {
            try await answer("type Query { setName(name: String): Payload } \(payload)", mutation)
        }
    }

    /// The query root is the person that the documents select from.
    private static let person = """
        schema { query: Person }
        type Person { name: String age: Int picture(size: Int): Url relationship: Person }
        scalar Url
        """
    private static let mark = """
        {"name": "Mark Zuckerberg", "age": 30, "picture": "http://some.cdn/picture.jpg",
        "relationship": {"name": "Priscilla Chan", "age": 29}}
        """

    @Test(
        "a person's fields are those that are selected, in that order (§3.6)",
        arguments: [
            (
                "{\n  name\n  age\n  picture\n}",
                #"{"name":"Mark Zuckerberg","age":30,"picture":"http://some.cdn/picture.jpg"}"#
            ),
            ("{\n  age\n  name\n}", #"{"age":30,"name":"Mark Zuckerberg"}"#),
            (
                "{\n  name\n  relationship {\n    name\n  }\n}",
                #"{"name":"Mark Zuckerberg","relationship":{"name":"Priscilla Chan"}}"#
            ),
        ]
    )
    func person(document: String, data: String) async throws {
        #expect(try await answer(Self.person, document, root: Self.mark) == #"{"data":\#(data)}"#)
    }

    @Test("a field that returns an object has a selection set (§3.6)")
    func relationship() async throws {
        await expectRefusal(
            #"3:3: Field "relationship" of type "Person" must have a selection of subfields. "#
                + #"Did you mean "relationship { ... }"?"#
        ) {
            try await answer(Self.person, "{\n  name\n  relationship\n}")
        }
    }

    @Test("a field is given its argument, or none (§3.6.1)")
    func picture() async throws {
        func respond(_ document: String) async throws -> String {
            try await answer(
                Self.person,
                document,
                root: #"{"name": "Mark Zuckerberg", "picture": {"__args": true}}"#
            )
        }
        #expect(
            try await respond("{\n  name\n  picture(size: 600)\n}")
                == #"{"data":{"name":"Mark Zuckerberg","picture":{"size":600}}}"#
        )
        #expect(try await respond("{ picture }") == #"{"data":{"picture":{}}}"#)
    }

    private static let numbers = "type Query { baz: Int qux: Int bar: Int foo: Int }"

    @Test("a deprecated field is selected like any other (§3.6.2)")
    func deprecated() async throws {
        #expect(
            try await answer(
                "schema { query: ExampleType } type ExampleType { oldField: String @deprecated }",
                "{ oldField }",
                root: #"{"oldField": "old"}"#
            ) == #"{"data":{"oldField":"old"}}"#
        )
    }

    @Test("the fields of a fragment stand where it is spread (§3.6, Field Ordering)")
    func fragmentOrder() async throws {
        let document = """
            {
              foo
              ...Frag
              qux
            }

            fragment Frag on Query {
              bar
              baz
            }
            """
        #expect(
            try await answer(Self.numbers, document, root: #"{"qux": 4, "baz": 3, "bar": 2, "foo": 1}"#)
                == #"{"data":{"foo":1,"bar":2,"baz":3,"qux":4}}"#
        )
    }

    @Test("a field stands where it is first encountered, fragments of other types do not count (§3.6, Field Ordering)")
    func firstEncounter() async throws {
        let document = """
            {
              foo
              ...Ignored
              ...Matching
              bar
            }

            fragment Ignored on UnknownType {
              qux
              baz
            }

            fragment Matching on Query {
              bar
              qux
              foo
            }
            """
        await expectRefusal(#"8:21: Unknown type "UnknownType"."#) { try await answer(Self.numbers, document) }
        // The same in a scope in which both fragments may be spread.
        let scoped = document.replacing("{\n  foo", with: "{ numbers {\n  foo").replacing(
            "  bar\n}\n\nfragment I",
            with: "  bar\n} }\n\nfragment I"
        )
        .replacing("on Query", with: "on KnownType")
        let fields = "{ baz: Int qux: Int bar: Int foo: Int }"
        #expect(
            try await answer(
                """
                type Query { numbers: Numbers } interface Numbers \(fields)
                type KnownType implements Numbers \(fields) type UnknownType implements Numbers \(fields)
                """,
                scoped,
                root: #"{"numbers": {"__typename": "KnownType", "qux": 3, "baz": 4, "bar": 2, "foo": 1}}"#
            ) == #"{"data":{"numbers":{"foo":1,"bar":2,"qux":3}}}"#
        )
    }

    @Test("a field that is skipped does not count for the order (§3.6, Field Ordering)")
    func skippedOrder() async throws {
        let document = """
            {
              foo @skip(if: true)
              bar
              foo
            }
            """
        #expect(
            try await answer(Self.numbers, document, root: #"{"foo": 2, "bar": 1}"#)
                == #"{"data":{"bar":1,"foo":2}}"#
        )
    }

    private static let contact = """
        schema { query: Contact }
        interface NamedEntity { name: String }
        interface ValuedEntity { value: Int }
        type Person implements NamedEntity { name: String age: Int }
        type Business implements NamedEntity & ValuedEntity { name: String value: Int employeeCount: Int }
        type Contact { entity: NamedEntity phoneNumber: String address: String }
        """

    @Test(
        "an interface's own fields are selected, those of its types in fragments (§3.7)",
        arguments: [
            ("name", "Person", #"{"name":"E"}"#), ("name", "Business", #"{"name":"E"}"#),
            ("name\n    ... on Person {\n      age\n    }", "Person", #"{"name":"E","age":7}"#),
            ("name\n    ... on Person {\n      age\n    }", "Business", #"{"name":"E"}"#),
        ]
    )
    func contact(selection: String, type: String, entity: String) async throws {
        #expect(
            try await answer(
                Self.contact,
                "{\n  entity {\n    \(selection)\n  }\n  phoneNumber\n}",
                root: #"{"entity": {"__typename": "\#(type)", "name": "E", "age": 7}, "phoneNumber": "1"}"#
            ) == #"{"data":{"entity":\#(entity),"phoneNumber":"1"}}"#
        )
    }

    @Test("a field of one implementing type is not selected on the interface (§3.7)")
    func fieldOfImplementation() async {
        await expectRefusal(
            #"4:5: Cannot query field "age" on type "NamedEntity". Did you mean to use an inline fragment on "Person"?"#
        ) {
            try await answer(Self.contact, "{\n  entity {\n    name\n    age\n  }\n  phoneNumber\n}")
        }
    }

    private static let search = """
        schema { query: SearchQuery }
        union SearchResult = Photo | Person
        type Person { name: String age: Int }
        type Photo { height: Int width: Int }
        type SearchQuery { firstSearchResult: SearchResult }
        """

    @Test(
        "a union's fields are those of its members, in fragments (§3.8)",
        arguments: [("Person", #"{"name":"P"}"#), ("Photo", #"{"height":3}"#)]
    )
    func search(type: String, result: String) async throws {
        let document = """
            {
              firstSearchResult {
                ... on Person {
                  name
                }
                ... on Photo {
                  height
                }
              }
            }
            """
        #expect(
            try await answer(
                Self.search,
                document,
                root: #"{"firstSearchResult": {"__typename": "\#(type)", "name": "P", "height": 3}}"#
            ) == #"{"data":{"firstSearchResult":\#(result)}}"#
        )
    }

    @Test("no field is selected on a union but its type's name (§3.8)")
    func fieldsOfUnion() async throws {
        await expectRefusal(
            #"3:5: Cannot query field "name" on type "SearchResult". "#
                + #"Did you mean to use an inline fragment on "Person"?"#,
            #"4:5: Cannot query field "height" on type "SearchResult". "#
                + #"Did you mean to use an inline fragment on "Photo"?"#
        ) {
            try await answer(Self.search, "{\n  firstSearchResult {\n    name\n    height\n  }\n}")
        }
        #expect(
            try await answer(
                Self.search,
                "{ firstSearchResult { __typename } }",
                root: #"{"firstSearchResult": {"__typename": "Photo"}}"#
            ) == #"{"data":{"firstSearchResult":{"__typename":"Photo"}}}"#
        )
    }
}
