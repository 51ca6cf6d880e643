import Testing

@testable import GraphQLLanguage

struct SchemaCoordinateTests {
    @Test(
        "§2.14 A coordinate of each kind is read and printed as written",
        arguments: [
            ("MyType", SchemaCoordinate.type("MyType")),
            ("__Type", .type("__Type")),
            ("MyType.field", .member(type: "MyType", name: "field")),
            ("Type.__typename", .member(type: "Type", name: "__typename")),
            ("MyEnum.VALUE_1", .member(type: "MyEnum", name: "VALUE_1")),
            ("MyType.field(arg:)", .argument(type: "MyType", field: "field", name: "arg")),
            (
                "__Type.fields(includeDeprecated:)",
                .argument(type: "__Type", field: "fields", name: "includeDeprecated")
            ),
            ("@myDirective", .directive("myDirective")),
            ("@include(if:)", .directiveArgument(directive: "include", name: "if")),
        ]
    )
    func kinds(text: String, coordinate: SchemaCoordinate) throws {
        #expect(try SchemaCoordinate(parsing: Source(text)) == coordinate)
        #expect(coordinate.description == text)
    }

    @Test(
        "§2.14 What is no coordinate says what was expected and found",
        arguments: [
            ("", "Expected Name, found <EOF>. (1:1)"),
            ("@", "Expected Name, found <EOF>. (1:2)"),
            ("@@a", #"Expected Name, found "@". (1:2)"#),
            (".field", #"Expected Name, found ".". (1:1)"#),
            ("MyType.", "Expected Name, found <EOF>. (1:8)"),
            ("MyType..field", #"Expected Name, found ".". (1:8)"#),
            ("MyType.field.deep", #"Expected <EOF>, found ".". (1:13)"#),
            ("MyType(arg:)", #"Expected <EOF>, found "(". (1:7)"#),
            ("MyType.field()", #"Expected Name, found ")". (1:14)"#),
            ("MyType.field(arg)", #"Expected ":", found ")". (1:17)"#),
            ("MyType.field(arg:", #"Expected ")", found <EOF>. (1:18)"#),
            ("MyType.field(arg:b:)", #"Expected ")", found Name "b". (1:18)"#),
            ("MyType.field(arg:)a", #"Expected <EOF>, found Name "a". (1:19)"#),
            ("@myDirective.field", #"Expected <EOF>, found ".". (1:13)"#),
            ("@myDirective:", #"Expected <EOF>, found ":". (1:13)"#),
        ]
    )
    func wrongTokens(text: String, message: String) {
        #expect(coordinateDiagnosis(text) == message)
    }

    @Test(
        "§2.14 Nothing in a coordinate is ignored, and only its own tokens are in it",
        arguments: [
            ("\nMyType.field", "Invalid character: U+000A. (1:1)"),
            ("Foo .bar", #"Invalid character: " ". (1:4)"#),
            ("MyType.field(arg: value)", #"Invalid character: " ". (1:18)"#),
            ("MyType.field(arg:) ", #"Invalid character: " ". (1:19)"#),
            ("MyType,", #"Invalid character: ",". (1:7)"#),
            ("MyType#", ##"Invalid character: "#". (1:7)"##),
            ("MyType.1", #"Invalid character: "1". (1:8)"#),
            ("\"MyType\"", "Invalid character: '\"'. (1:1)"),
            ("\u{FEFF}MyType", "Invalid character: U+FEFF. (1:1)"),
            ("信", "Invalid character: U+4FE1. (1:1)"),
            ("A.😀", "Invalid character: U+1F600. (1:3)"),
            ("A\0", "Invalid character: U+0000. (1:2)"),
        ]
    )
    func wrongCharacters(text: String, message: String) {
        #expect(coordinateDiagnosis(text) == message)
    }

    @Test("A coordinate of bytes that are no text is refused")
    func bytes() {
        let error = #expect(throws: SyntaxError.self) {
            try SchemaCoordinate(parsing: Source(bytes: [0x41, 0x2E, 0xFF]))
        }
        #expect(error?.message == "Invalid UTF-8: unexpected byte 0xFF, expected UTF-8 text.")
    }

    /// `message (line:column)`, or nil when it is a coordinate.
    private func coordinateDiagnosis(_ text: String) -> String? {
        let source = Source(text)
        do throws(SyntaxError) {
            _ = try SchemaCoordinate(parsing: source)
            return nil
        } catch {
            let location = source.location(at: error.offset)
            return "\(error.message) (\(location.line):\(location.column))"
        }
    }
}
