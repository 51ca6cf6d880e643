import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("VariableCoercion")
struct VariableCoercionTests {
    /// Coerces the variables of a query that declares `$x` (and uses it nowhere).
    private func coerce(
        _ declaration: String,
        _ variables: String,
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false,
        scalars: ScalarCoercions = ScalarCoercions()
    ) throws -> [JSONValue?] {
        let source = Source("query (\(declaration)) { count }")
        guard case .operation(let operation) = try Document(parsing: source).definitions.first else { return [] }
        let coercion = VariableCoercion(
            schema: try Sample.schema(),
            scalars: scalars,
            hidesValues: hidesValues,
            hidesSuggestions: hidesSuggestions
        )
        let value = try JSONReader.read(Array(variables.utf8))
        return try coercion.coerce(value, for: operation.variables, in: source).values
    }

    private func messages(
        _ declaration: String,
        _ variables: String,
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false,
        scalars: ScalarCoercions = ScalarCoercions()
    ) throws -> [String] {
        do {
            _ = try coerce(
                declaration,
                variables,
                hidesValues: hidesValues,
                hidesSuggestions: hidesSuggestions,
                scalars: scalars
            )
            return []
        } catch let failure as RequestFailure {
            #expect(failure.errors.allSatisfy { $0.code == "BAD_USER_INPUT" })
            return failure.errors.map(\.message)
        }
    }

    @Test(
        "accepts what fits",
        arguments: [
            ("$x: Int", #"{"x":5}"#, JSONValue.integer(5)), ("$x: Int", #"{"x":5.0}"#, .integer(5)),
            ("$x: Int", #"{"x":-2147483648}"#, .integer(-2_147_483_648)),
            ("$x: Float", #"{"x":5}"#, .double(5)), ("$x: Float", #"{"x":1.5}"#, .double(1.5)),
            ("$x: String", #"{"x":""}"#, .string("")), ("$x: Boolean!", #"{"x":false}"#, .boolean(false)),
            ("$x: ID", #"{"x":7}"#, .string("7")), ("$x: ID", #"{"x":"a"}"#, .string("a")),
            ("$x: Handling", #"{"x":"OPEN"}"#, .string("OPEN")), ("$x: Int", #"{"x":null}"#, .null),
            ("$x: [Int]", #"{"x":[1,null]}"#, .array([.integer(1), .null])),
            ("$x: [Int!]!", #"{"x":1}"#, .array([.integer(1)])),
            ("$x: [[Int]]", #"{"x":1}"#, .array([.array([.integer(1)])])),
            ("$x: [[Int]]", #"{"x":[1,2]}"#, .array([.array([.integer(1)]), .array([.integer(2)])])),
            ("$x: Date", #"{"x":"2018-03-01"}"#, .string("2018-03-01")),
            ("$x: Date", #"{"x":{"a":[1,null]}}"#, .object([.init("a", .array([.integer(1), .null]))])),
            ("$x: LetterFilter", "{\"x\":{}}", .object([.init("handling", .string("OPEN"))])),
            (
                "$x: LetterFilter", #"{"x":{"handling":null,"words":3}}"#,
                .object([.init("handling", .null), .init("words", .array([.integer(3)]))])
            ),
            (
                "$x: Place!", #"{"x":{"court":"03"}}"#,
                .object([.init("court", .string("03")), .init("room", .integer(1))])
            ),
            ("$x: Key", #"{"x":{"id":1}}"#, .object([.init("id", .string("1"))])),
            ("$x: Int = 3", "{}", .integer(3)), ("$x: LetterFilter = {words: [1]}", #"{"x":null}"#, .null),
        ]
    )
    func accepted(_ declaration: String, _ variables: String, _ expected: JSONValue) throws {
        #expect(try coerce(declaration, variables) == [expected])
    }

    @Test("tells absent from null, and ignores what is not declared")
    func absent() throws {
        #expect(try coerce("$x: Int, $y: Int", #"{"y":null,"z":1}"#) == [nil, .null])
    }

    @Test(
        "refuses what does not fit, in graphql-js' words",
        arguments: [
            ("$x: Int!", "{}", #"Expected a value of non-null type "Int!" to be provided."#),
            ("$x: Int!", #"{"x":null}"#, #"Expected value of non-null type "Int!" not to be null."#),
            ("$x: Int", #"{"x":"abc"}"#, #"Int cannot represent non-integer value: "abc""#),
            ("$x: Int", #"{"x":1.5}"#, "Int cannot represent non-integer value: 1.5"),
            ("$x: Int", #"{"x":true}"#, "Int cannot represent non-integer value: true"),
            ("$x: Float", #"{"x":"1"}"#, #"Float cannot represent non numeric value: "1""#),
            ("$x: String", #"{"x":[1]}"#, "String cannot represent a non string value: [1]"),
            ("$x: Boolean", #"{"x":1}"#, "Boolean cannot represent a non boolean value: 1"),
            ("$x: ID", #"{"x":1.5}"#, "ID cannot represent value: 1.5"),
            (
                "$x: Handling", #"{"x":"OPEM"}"#,
                #"Value "OPEM" does not exist in "Handling" enum. Did you mean the enum value "OPEN"?"#
            ),
            ("$x: Handling", #"{"x":1}"#, #"Enum "Handling" cannot represent non-string value: 1."#),
            (
                "$x: Handling", #"{"x":["OLD"]}"#,
                #"Enum "Handling" cannot represent non-string value: ["OLD"]."#
            ),
            (
                "$x: LetterFilter", #"{"x":1}"#,
                #"Expected value of type "LetterFilter" to be an object, found: 1."#
            ),
            (
                "$x: LetterFilter", #"{"x":[]}"#,
                #"Expected value of type "LetterFilter" to be an object, found: []."#
            ),
            (
                "$x: LetterFilter", #"{"x":{"txet":"a"}}"#,
                #"Expected value of type "LetterFilter" not to include unknown field "txet". "#
                    + #"Did you mean "text"? Found: { txet: "a" }."#
            ),
            (
                "$x: LetterFilter", #"{"x":{"zzzzzzzz":"a"}}"#,
                #"Expected value of type "LetterFilter" not to include unknown field "zzzzzzzz", "#
                    + #"found: { zzzzzzzz: "a" }."#
            ),
            (
                "$x: Place", #"{"x":{"room":2}}"#,
                #"Expected value of type "Place" to include required field "court", found: { room: 2 }."#
            ),
        ]
    )
    func refused(_ declaration: String, _ variables: String, _ reason: String) throws {
        #expect(try messages(declaration, variables) == [#"Variable "$x" has invalid value: "# + reason])
    }

    @Test(
        "says where in the value a fault is",
        arguments: [
            ("$x: [Int!]", #"{"x":[1,null]}"#, #" at [1]: Expected value of non-null type "Int!" not to be null."#),
            ("$x: [[Int]]", #"{"x":[1,[2,"a"]]}"#, #" at [1][1]: Int cannot represent non-integer value: "a""#),
            ("$x: [[Int]]", #"{"x":[1,"a"]}"#, #" at [1]: Int cannot represent non-integer value: "a""#),
            ("$x: [Int]", #"{"x":"a"}"#, #": Int cannot represent non-integer value: "a""#),
            (
                "$x: LetterFilter", #"{"x":{"nested":{"words":[1,"a"]}}}"#,
                #" at .nested.words[1]: Int cannot represent non-integer value: "a""#
            ),
            (
                "$x: Place", #"{"x":{"court":"a","room":null}}"#,
                #" at .room: Expected value of non-null type "Int!" not to be null."#
            ),
        ]
    )
    func places(_ declaration: String, _ variables: String, _ fault: String) throws {
        #expect(try messages(declaration, variables) == [#"Variable "$x" has invalid value"# + fault])
    }

    @Test(
        "wants exactly one field of a OneOf Input Object, and not null (GraphQL §3.10.1)",
        arguments: [
            ("{}", [""]), (#"{"id":1,"number":"2"}"#, [""]), (#"{"id":null}"#, [" at .id"]),
            (#"{"number":null,"id":null}"#, ["", " at .number"]),
        ] as [(String, [String])]
    )
    func oneOf(_ value: String, _ places: [String]) throws {
        #expect(
            try messages("$x: Key", "{\"x\":\(value)}")
                == places.map {
                    #"Variable "$x" has invalid value\#($0): Within OneOf Input Object type "Key", exactly one "#
                        + "field must be specified, and the value for that field must be non-null."
                }
        )
    }

    @Test("counts only the known fields of a OneOf Input Object")
    func oneOfUnknownField() throws {
        #expect(
            try messages("$x: Key", #"{"x":{"id":1,"di":2}}"#) == [
                #"Variable "$x" has invalid value: Expected value of type "Key" not to include unknown field "di". "#
                    + #"Did you mean "id"? Found: { id: 1, di: 2 }."#
            ]
        )
    }

    @Test("finds all faults of one value: fields in order of definition, then unknown ones")
    func allFaults() throws {
        #expect(
            try messages("$x: Place", #"{"x":{"a1":1,"room":"b","a2":2}}"#) == [
                #"Variable "$x" has invalid value: Expected value of type "Place" to include required field "court", "#
                    + #"found: { a1: 1, room: "b", a2: 2 }."#,
                #"Variable "$x" has invalid value at .room: Int cannot represent non-integer value: "b""#,
                #"Variable "$x" has invalid value: Expected value of type "Place" not to include unknown field "a1", "#
                    + #"found: { a1: 1, room: "b", a2: 2 }."#,
                #"Variable "$x" has invalid value: Expected value of type "Place" not to include unknown field "a2", "#
                    + #"found: { a1: 1, room: "b", a2: 2 }."#,
            ]
        )
    }

    @Test("refuses a variable of a type that is no input type")
    func outputType() throws {
        #expect(
            try messages("$x: [Letter]", #"{"x":[1]}"#) == [
                #"Variable "$x" expected value of type "[Letter]" which cannot be used as an input type."#
            ]
        )
    }

    @Test("abridges long values")
    func abridged() throws {
        #expect(
            try messages("$x: Int", #"{"x":[1,2,3,4,5,6,7,8,9,10,11]}"#) == [
                #"Variable "$x" has invalid value: Int cannot represent non-integer value: "#
                    + "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]"
            ]
        )
    }

    @Test("reports all faults together, each at its variable")
    func together() throws {
        do {
            _ = try coerce("$x: Int, $y: Place", #"{"x":"a","y":{"cuort":1}}"#)
            Issue.record("accepted")
        } catch let failure as RequestFailure {
            #expect(failure.errors.count == 3)
            #expect(failure.errors.map(\.locations) == [8, 17, 17].map { [SourceLocation(line: 1, column: $0)] })
        }
    }

    @Test("stops after fifty faults")
    func limit() throws {
        let items = Array(repeating: "\"a\"", count: 1000).joined(separator: ",")
        let messages = try messages("$x: [Int]", "{\"x\":[\(items)]}")
        #expect(messages.count == 51)
        #expect(messages.last == "Too many errors processing variables, error limit reached. Execution aborted.")
    }

    @Test("stops after fifty faults of one object, however many members it has")
    func limitOfUnknownFields() throws {
        let members = (0..<20_000).map { "\"unknown\($0)\":\"\(String(repeating: "a", count: 100))\"" }
        let messages = try messages("$x: LetterFilter", "{\"x\":{\(members.joined(separator: ","))}}")
        #expect(messages.count == 51)
        #expect(messages.last == "Too many errors processing variables, error limit reached. Execution aborted.")
        #expect(messages.allSatisfy { $0.utf8.count < 10_500 })
    }

    @Test(
        "leaves values out of messages when told so",
        arguments: [
            (
                "$x: Int", #"{"x":"13812345678"}"#,
                #"Variable "$x" has invalid value: Int cannot represent non-integer value."#
            ),
            (
                "$x: Handling", #"{"x":"SECRET"}"#,
                #"Variable "$x" has invalid value: The value does not exist in "Handling" enum."#
            ),
            (
                "$x: Place", #"{"x":{"court":5}}"#,
                #"Variable "$x" has invalid value at .court: String cannot represent a non string value."#
            ),
            (
                "$x: Place", #"{"x":"SECRET"}"#,
                #"Variable "$x" has invalid value: Expected value of type "Place" to be an object."#
            ),
            (
                "$x: Place", #"{"x":{"room":5}}"#,
                #"Variable "$x" has invalid value: Expected value of type "Place" to include required field "court"."#
            ),
            (
                "$x: Place", #"{"x":{"court":"SECRET","rom":"SECRET"}}"#,
                #"Variable "$x" has invalid value: Expected value of type "Place" not to include unknown field "rom". "#
                    + #"Did you mean "room"?"#
            ),
            (
                "$x: Float", #"{"x":9007199254740993}"#,
                #"Variable "$x" has invalid value: Float cannot represent non numeric value."#
            ),
            (
                "$x: Handling", #"{"x":5}"#,
                #"Variable "$x" has invalid value: Enum "Handling" cannot represent non-string value."#
            ),
        ]
    )
    func hidden(_ declaration: String, _ variables: String, _ message: String) throws {
        #expect(try messages(declaration, variables, hidesValues: true) == [message])
    }

    @Test("leaves suggestions out when told so")
    func noSuggestions() throws {
        #expect(
            try messages("$x: Place", #"{"x":{"court":"a","rom":1}}"#, hidesSuggestions: true) == [
                #"Variable "$x" has invalid value: Expected value of type "Place" not to include unknown field "rom", "#
                    + #"found: { court: "a", rom: 1 }."#
            ]
        )
    }

    @Test("reads custom scalars by the table")
    func customScalar() throws {
        let scalars = ScalarCoercions([
            "Date": { value throws(ScalarRejection) in
                guard case .string(let text) = value, text.utf8.count == 10 else {
                    throw ScalarRejection("A date is written like 2018-03-01.")
                }
                return .integer(6634)
            }
        ])
        #expect(try coerce("$x: Date", #"{"x":"2018-03-01"}"#, scalars: scalars) == [.integer(6634)])
        #expect(try coerce("$x: Date = \"2018-03-01\"", "{}", scalars: scalars) == [.integer(6634)])
        #expect(
            try messages("$x: Date", #"{"x":"now"}"#, scalars: scalars) == [
                #"Variable "$x" has invalid value: Expected value of type "Date", but encountered error "#
                    + #""A date is written like 2018-03-01."; found: "now"."#
            ]
        )
    }
}
