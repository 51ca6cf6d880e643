import GraphQLExecution
import GraphQLLanguage
import GraphQLValidation
import Testing

@Suite("OperationSelection")
struct OperationSelectionTests {
    @Test("takes the only operation, or the named one")
    func found() throws {
        #expect(try Sample.selection("{ count }").operation.name == nil)
        #expect(try Sample.selection("query A { count }").operation.name?.text == "A")
        let two = "query A { count } query B { count }"
        #expect(try Sample.selection(two, operationName: "B").operation.name?.text == "B")
    }

    @Test("refuses a missing or unknown name")
    func refused() throws {
        let two = "query A { count } query B { count }"
        #expect(
            throws: GraphQLError(
                "Must provide operation name if query contains multiple operations.",
                code: "OPERATION_RESOLUTION_FAILURE"
            )
        ) { try Sample.selection(two) }
        #expect(throws: GraphQLError("Unknown operation named \"C\".", code: "OPERATION_RESOLUTION_FAILURE")) {
            try Sample.selection(two, operationName: "C")
        }
        #expect(throws: GraphQLError("Unknown operation named \"\".", code: "OPERATION_RESOLUTION_FAILURE")) {
            try Sample.selection("{ count }", operationName: "")
        }
    }

    @Test(
        "knows the variables that its plan depends on",
        arguments: [
            ("query ($a: Boolean!, $b: ID!) { strict(id: $b) { id @skip(if: $a) } }", [0]),
            ("query ($a: ID!, $b: Boolean = true) { strict(id: $a) { ... @include(if: $b) { id } } }", [1]),
            ("query ($a: Boolean!) { letter { ...F @skip(if: $a) } } fragment F on Letter { id }", [0]),
            ("query ($a: Boolean!) { letter { ...F } } fragment F on Letter { id @include(if: $a) }", [0]),
            (
                "query ($n: Int, $f: LetterFilter) { letter { events(first: $n) { id } } letters(filter: $f) { id } }",
                [0]
            ),
            ("query ($n: Int!) { letter { events(first: $n) { id } } }", []),
            ("query ($h: Handling, $t: String) { letters(filter: {nested: {handling: $h, text: $t}}) { id } }", [0]),
            ("query ($a: Int = 3) { letters(limit: $a) { id } }", [0]),
        ]
    )
    func deciding(_ text: String, _ expected: [Int]) throws {
        #expect(try Sample.selection(text).decidingVariables == expected)
    }

    @Test("one variant per state of the deciding variables, whatever the others are")
    func variants() throws {
        let selection = try Sample.selection(
            "query ($a: Boolean!, $n: Int, $i: ID!) { strict(id: $i) { id @skip(if: $a) events(first: $n) { id } } }"
        )
        let variant = { (values: [JSONValue?]) in selection.variant(for: CoercedVariables(values: values)) }
        #expect(variant([.boolean(true), nil, .string("1")]) == variant([.boolean(true), nil, .string("2")]))
        #expect(variant([.boolean(true), .integer(1), nil]) == variant([.boolean(true), .integer(2), nil]))
        #expect(variant([.boolean(true), nil, nil]) != variant([.boolean(false), nil, nil]))
        #expect(variant([.boolean(true), nil, nil]) != variant([.boolean(true), .null, nil]))
        #expect(variant([.boolean(true), .integer(1), nil]).states == [.isTrue, .value])
    }
}
