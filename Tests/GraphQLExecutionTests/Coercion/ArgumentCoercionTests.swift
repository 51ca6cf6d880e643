import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@testable import GraphQLExecution

@Suite("ArgumentCoercion")
struct ArgumentCoercionTests {
    private static let sdl = #"""
        scalar Any
        scalar Date
        input Range { from: Int! = 1, to: Int, step: Int = 2, inner: Range }
        input Pick @oneOf { id: ID, name: String }
        type Query {
          optional(value: Int): Any
          defaulted(value: Int = 7): Any
          strict(value: Int! = 7): Any
          required(value: Int!): Any
          list(values: [Int], strict: [Int!], nested: [[Int]]): Any
          range(range: Range): Any
          pick(by: Pick): Any
          any(value: Any, date: Date): Any
          broken(value: Int = "x"): Any
        }
        """#

    /// The arguments of an operation's only field under variables, or the error instead of them.
    private func arguments(
        _ operation: String,
        _ variables: String = "{}",
        scalars: ScalarCoercions = ScalarCoercions()
    ) throws -> Result<String, GraphQLError> {
        let schema = try Schema.build(Self.sdl)
        let source = Source(operation)
        let validated = try ValidatedDocument(validating: Document(parsing: source), against: schema)
        let selection = try OperationSelection(validated, operationName: nil)
        let values = try VariableCoercion(schema: schema)
            .coerce(JSONReader.read(Array(variables.utf8)), for: selection.operation.variables, in: source)
        var collection = FieldCollection(
            selection,
            variant: selection.variant(for: values),
            scalars: scalars,
            maxFields: 10
        )
        guard let root = schema.rootType(for: .query) else { return .success("") }
        let collected = try collection.selection(of: [selection.operation.selections], on: root)
        if let error = collected.refusal ?? collected.fields[0].refusal { return .failure(error) }
        var json = JSONWriter()
        json.append(
            collected.fields[0].arguments.compactMap { argument in
                argument.value.value(values).map { JSONValue.Member(argument.name, $0) }
            }
        )
        return .success(String(decoding: json.bytes, as: UTF8.self))
    }

    @Test(
        "tells absent, null and a value apart (GraphQL §6.4.1)",
        arguments: [
            ("{ optional }", "{}", "{}"), ("{ optional(value: null) }", "{}", #"{"value":null}"#),
            ("query ($v: Int) { optional(value: $v) }", "{}", "{}"),
            ("query ($v: Int) { optional(value: $v) }", #"{"v":null}"#, #"{"value":null}"#),
            ("query ($v: Int) { optional(value: $v) }", #"{"v":3}"#, #"{"value":3}"#),
            ("query ($v: Int = 4) { optional(value: $v) }", "{}", #"{"value":4}"#),
            ("query ($v: Int = null) { optional(value: $v) }", "{}", #"{"value":null}"#),
            ("{ defaulted }", "{}", #"{"value":7}"#), ("{ defaulted(value: null) }", "{}", #"{"value":null}"#),
            ("query ($v: Int) { defaulted(value: $v) }", "{}", #"{"value":7}"#),
            ("query ($v: Int) { defaulted(value: $v) }", #"{"v":null}"#, #"{"value":null}"#),
            ("query ($v: Int = 4) { defaulted(value: $v) }", "{}", #"{"value":4}"#),
            ("{ strict }", "{}", #"{"value":7}"#), ("query ($v: Int) { strict(value: $v) }", "{}", #"{"value":7}"#),
            ("query ($v: Int!) { strict(value: $v) }", #"{"v":1}"#, #"{"value":1}"#),
            ("query ($v: Int = 1) { required(value: $v) }", "{}", #"{"value":1}"#),
        ]
    )
    func states(_ operation: String, _ variables: String, _ expected: String) throws {
        #expect(try arguments(operation, variables).get() == expected)
    }

    @Test(
        "an absent variable is null in a list, and leaves its field out of an object (GraphQL §3.10, §3.11)",
        arguments: [
            ("query ($v: Int) { list(values: [1, $v]) }", "{}", #"{"values":[1,null]}"#),
            ("query ($v: Int) { list(values: [1, $v]) }", #"{"v":null}"#, #"{"values":[1,null]}"#),
            ("query ($v: Int) { list(values: [1, $v]) }", #"{"v":2}"#, #"{"values":[1,2]}"#),
            ("query ($v: Int = 3) { list(strict: [$v]) }", "{}", #"{"strict":[3]}"#),
            ("query ($v: [Int]) { list(nested: [$v, 1]) }", #"{"v":[2]}"#, #"{"nested":[[2],[1]]}"#),
            ("query ($v: [Int]) { list(values: $v) }", #"{"v":5}"#, #"{"values":[5]}"#),
            ("query ($v: Int) { range(range: {to: $v}) }", "{}", #"{"range":{"from":1,"step":2}}"#),
            ("query ($v: Int) { range(range: {to: $v}) }", #"{"v":null}"#, #"{"range":{"from":1,"to":null,"step":2}}"#),
            ("query ($v: Int) { range(range: {step: $v}) }", "{}", #"{"range":{"from":1,"step":2}}"#),
            ("query ($v: Int) { range(range: {step: $v}) }", #"{"v":null}"#, #"{"range":{"from":1,"step":null}}"#),
            ("query ($v: Int) { range(range: {from: $v}) }", "{}", #"{"range":{"from":1,"step":2}}"#),
            (
                "query ($v: Int) { range(range: {inner: {to: $v, step: 5}}) }", #"{"v":4}"#,
                #"{"range":{"from":1,"step":2,"inner":{"from":1,"to":4,"step":5}}}"#
            ),
            ("query ($v: ID!) { pick(by: {id: $v}) }", #"{"v":4}"#, #"{"by":{"id":"4"}}"#),
        ]
    )
    func nested(_ operation: String, _ variables: String, _ expected: String) throws {
        #expect(try arguments(operation, variables).get() == expected)
    }

    @Test(
        "variables stand anywhere in a custom scalar's literal (GraphQL §3.5.6)",
        arguments: [
            (#"{"v":[1,{"a":2}]}"#, #"{"value":{"a":[[1,{"a":2}],1],"b":{"c":[1,{"a":2}],"d":E}}}"#),
            (#"{"v":null}"#, #"{"value":{"a":[null,1],"b":{"c":null,"d":E}}}"#),
            ("{}", #"{"value":{"a":[null,1],"b":{"d":E}}}"#),
        ]
    )
    func customScalar(_ variables: String, _ expected: String) throws {
        let operation = "query ($v: Any) { any(value: {a: [$v, 1], b: {c: $v, d: E}}) }"
        let expected = expected.split(separator: "E}", maxSplits: 1).joined(separator: "\"E\"}")
        #expect(try arguments(operation, variables).get() == expected)
    }

    @Test("a custom scalar with a coercion of its own takes no literal with variables inside")
    func customScalarWithCoercion() throws {
        let scalars = ScalarCoercions(["Date": { value throws(ScalarRejection) in value }])
        #expect(
            try arguments("query ($v: Date) { any(date: $v) }", #"{"v":"1"}"#, scalars: scalars).get()
                == #"{"date":"1"}"#
        )
        let operation = "query ($v: Date) { any(date: [$v]) }"
        #expect(
            try arguments(operation, scalars: scalars)
                == .failure(
                    GraphQLError(
                        #"Argument "Query.any(date:)" has invalid value: Expected value of type "Date", but encountered "#
                            + #"error "Date cannot represent a value that contains variables"; found: [$v]."#,
                        locations: [SourceLocation(line: 1, column: 30)],
                        code: "BAD_USER_INPUT"
                    )
                )
        )
    }

    @Test(
        "says which argument is wrong, where in it, and why",
        arguments: [
            (
                "query ($v: Int) { strict(value: $v) }", #"{"v":null}"#, 33,
                #""Query.strict(value:)" has invalid value: Expected variable "$v" provided to non-null type "Int!" "#
                    + "not to be null."
            ),
            (
                "query ($v: Int = 1) { list(strict: [1, $v]) }", #"{"v":null}"#, 40,
                #""Query.list(strict:)" has invalid value at [1]: Expected variable "$v" provided to non-null type "#
                    + #""Int!" not to be null."#
            ),
            (
                "query ($v: Int) { range(range: {inner: {from: $v}}) }", #"{"v":null}"#, 47,
                #""Query.range(range:)" has invalid value at .inner.from: Expected variable "$v" provided to "#
                    + #"non-null type "Int!" not to be null."#
            ),
            (
                "query ($v: Boolean = true) { optional @skip(if: $v) }", #"{"v":null}"#, 49,
                #""@skip(if:)" has invalid value: Expected variable "$v" provided to non-null type "Boolean!" not to "#
                    + "be null."
            ),
            (
                "{ broken }", "{}", 3,
                #""Query.broken(value:)" has invalid default value: Int cannot represent non-integer value: "x""#
            ),
        ] as [(String, String, Int, String)]
    )
    func faults(_ operation: String, _ variables: String, _ column: Int, _ message: String) throws {
        #expect(
            try arguments(operation, variables)
                == .failure(
                    GraphQLError(
                        "Argument \(message)",
                        locations: [SourceLocation(line: 1, column: column)],
                        code: "BAD_USER_INPUT"
                    )
                )
        )
    }
}

/// What validation refuses before, said again should it come here.
extension ArgumentCoercionTests {
    @Test(
        "refuses what validation would have refused",
        arguments: [
            ("{}", #"of required type "Int!" was not provided."#, 9),
            (
                "{value: $v}",
                #"has invalid value: Expected variable "$v" provided to type "Int!" to provide a runtime value."#, 8
            ),
            ("{value: null}", #"has invalid value: Expected value of non-null type "Int!" not to be null."#, 8),
            ("{value: [1]}", "has invalid value: Int cannot represent non-integer value: [1]", 8),
        ]
    )
    func unvalidated(_ given: String, _ message: String, _ offset: Int) throws {
        let schema = try Schema.build("type Query { f(value: Int!): Int }")
        let source = Source(given)
        guard case .object(let fields) = try Value(parsing: source).kind,
            let definition = schema.selectableField(named: "f", on: "Query")
        else { return }
        let coercion = ArgumentCoercion(
            schema: schema,
            scalars: ScalarCoercions(),
            variables: .none,
            source: source
        )
        #expect(
            throws: GraphQLError(
                "Argument \"Query.f(value:)\" \(message)",
                locations: [source.location(at: offset)],
                code: "BAD_USER_INPUT"
            )
        ) {
            try coercion.coerce(
                fields.map { Argument(name: $0.name, value: $0.value) },
                by: definition.arguments,
                of: "Query.f",
                at: 9
            )
        }
    }
}
