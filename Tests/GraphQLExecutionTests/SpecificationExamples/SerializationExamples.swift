import Testing

/// The examples of GraphQL §7.2.
@Suite("The specification's examples of serialization (§7.2)")
struct SerializationExamples {
    @Test("a response keeps the order of the request (§7.2.2)")
    func ordering() async throws {
        let sdl = "type Query { age: Int name: String }"
        let root = #"{"age": 30, "name": "Mark"}"#
        #expect(try await answer(sdl, "{ name, age }", root: root) == #"{"data":{"name":"Mark","age":30}}"#)
        #expect(try await answer(sdl, "{ age, name }", root: root) == #"{"data":{"age":30,"name":"Mark"}}"#)
    }

    @Test("each kind of value as its kind of JSON (§7.2.1)")
    func kinds() async throws {
        #expect(
            try await answer(
                """
                type Query { map: Map list: [Int] null: Int string: String boolean: Boolean int: Int float: Float enum: Enum }
                type Map { a: Int } enum Enum { A }
                """,
                "{ map { a } list null string boolean int float enum }",
                root: """
                    {"map": {"a": 1}, "list": [1, 2], "null": null, "string": "a", "boolean": true, "int": 1,
                    "float": 1.5, "enum": "A"}
                    """
            )
                == #"{"data":{"map":{"a":1},"list":[1,2],"null":null,"string":"a","boolean":true,"int":1,"float":1.5,"#
                + #""enum":"A"}}"#
        )
    }
}
