import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization
import Testing

/// Keeps the fields that it is asked to plan.
private final class FieldRecorder: FieldPlanner {
    private let list = Mutex<[CollectedField]>([])
    var fields: [CollectedField] { list.withLock { $0 } }

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        list.withLock { $0.append(field) }
        return .constant(Array("null".utf8))
    }
}

@Suite("FieldCollection")
struct FieldCollectionTests {
    private func collect(_ text: String, variables: [JSONValue?] = []) throws -> [CollectedField] {
        let selection = try Sample.selection(text)
        let recorder = FieldRecorder()
        _ = try selection.plan(for: selection.variant(for: CoercedVariables(values: variables)), by: recorder)
        return recorder.fields
    }

    /// The fields' keys with their sub-selections, as one line.
    private func outline(_ fields: [CollectedField]) -> String {
        fields.map { field in
            let inner = field.selections.map { selection in
                (field.selections.count > 1 ? "\(selection.typename): " : "") + outline(selection.fields)
            }
            return field.responseKey + (inner.isEmpty ? "" : "{\(inner.joined(separator: " | "))}")
        }.joined(separator: " ")
    }

    @Test(
        "merges selections of one key in the order of first meeting",
        arguments: [
            ("{ a: count b: count a: count }", "a b"),
            ("{ letter { id } count letter { summary id } }", "letter{id summary} count"),
            ("{ ...F count } fragment F on Query { letter { id } count }", "letter{id} count"),
            ("{ letter { ...F } letter { ...F words } } fragment F on Letter { id }", "letter{id words}"),
            ("{ letter { ... on Node { id } ... on Letter { words } } }", "letter{id words}"),
            (
                "{ letter { ... { id } ...F } } fragment F on Letter { events { id ... { kind } } }",
                "letter{id events{id kind}}"
            ),
            (
                "{ node(id: 1) { id ... on Person { name } ... on Letter { words } } }",
                "node{Person: id name | Office: id | Letter: id words}"
            ),
            (
                "{ letter { sender { __typename ... on Office { title } ... on Node { id } } } }",
                "letter{sender{Person: __typename id | Office: __typename title id}}"
            ),
            ("{ letter { id @skip(if: true) words @include(if: true) summary @include(if: false) } }", "letter{words}"),
            ("{ letter { words @skip(if: false) @include(if: false) id } }", "letter{id}"),
            (
                "{ letter { id ... @skip(if: true) { words } ...F @include(if: false) } } fragment F on Letter { summary }",
                "letter{id}"
            ),
        ]
    )
    func merging(_ text: String, _ expected: String) throws { #expect(outline(try collect(text)) == expected) }

    @Test("follows the variables in @skip and @include")
    func conditions() throws {
        let text = "query ($a: Boolean!) { letter { id @skip(if: $a) words @include(if: $a) } }"
        #expect(outline(try collect(text, variables: [.boolean(true)])) == "letter{words}")
        #expect(outline(try collect(text, variables: [.boolean(false)])) == "letter{id}")
    }

    @Test("a null condition refuses the object that it stands in (§3.13.1)")
    func nullCondition() throws {
        let text = "query ($a: Boolean = true) { letter { id words @skip(if: $a) } }"
        let letter = try collect(text, variables: [.null]).first
        #expect(letter?.refusal == nil)
        let refusal = letter?.selection?.refusal
        #expect(refusal?.message.hasPrefix("Argument \"@skip(if:)\"") == true)
        #expect(refusal?.locations == [SourceLocation(line: 1, column: 58)])
        #expect(letter?.selection?.fields.isEmpty == true)
    }

    @Test("keeps the offsets of all merged nodes")
    func offsets() throws {
        #expect(try collect("{ letter { id } letter { words } }").first?.offsets == [2, 16])
    }

    @Test(
        "coerces literal arguments with their defaults",
        arguments: [
            ("{ letters { id } }", "limit", JSONValue.integer(20)),
            ("{ letters(limit: 5) { id } }", "limit", .integer(5)),
            (
                "{ letters(filter: {words: 3}) { id } }", "filter",
                .object([.init("handling", .string("OPEN")), .init("words", .array([.integer(3)]))])
            ),
            (
                "{ letters(filter: {handling: null, text: \"\"\"a\"\"\"}) { id } }", "filter",
                .object([.init("handling", .null), .init("text", .string("a"))])
            ),
            (
                "{ letters(place: {court: \"x\"}) { id } }", "place",
                .object([.init("court", .string("x")), .init("room", .integer(1))])
            ),
            ("{ letter(id: 5) { id } }", "id", .string("5")), ("{ letter(id: null) { id } }", "id", .null),
            ("{ scores(values: [1, 2.5]) }", "values", .array([.double(1), .double(2.5)])),
            ("{ scores(values: 1) }", "values", .array([.double(1)])),
        ]
    )
    func arguments(_ text: String, _ name: String, _ expected: JSONValue) throws {
        guard case .constant(let value) = try collect(text).first?.argument(name) else {
            Issue.record("no constant")
            return
        }
        #expect(value == expected)
    }

    @Test("leaves absent arguments out")
    func absentArguments() throws {
        #expect(try collect("{ letters { id } }").first?.arguments.map(\.name) == ["limit"])
    }

    @Test("leaves variables open inside lists and objects")
    func openVariables() throws {
        let text = "query ($t: String, $w: Int!) { letters(filter: {text: $t, words: [1, $w]}) { id } }"
        let field = try collect(text, variables: [nil, .integer(2)]).first
        let filter = field?.argument("filter")
        #expect(
            filter?.value(CoercedVariables(values: [.string("a"), .integer(2)]))
                == .object([
                    .init("handling", .string("OPEN")), .init("text", .string("a")),
                    .init("words", .array([.integer(1), .integer(2)])),
                ])
        )
        // An absent variable leaves its field out.
        #expect(
            filter?.value(CoercedVariables(values: [nil, .integer(3)]))
                == .object([
                    .init("handling", .string("OPEN")), .init("words", .array([.integer(1), .integer(3)])),
                ])
        )
    }

    @Test("an absent variable lets the argument's default apply, null does not")
    func defaultForAbsent() throws {
        let text = "query ($n: Int) { letter { events(first: $n) { id } } }"
        let first = { (values: [JSONValue?]) in
            try collect(text, variables: values).first?.selection?.fields.first?.argument("first")?
                .value(CoercedVariables(values: values))
        }
        #expect(try first([nil]) == .integer(10))
        #expect(try first([.null]) == .null)
        #expect(try first([.integer(3)]) == .integer(3))
    }

    @Test("a null variable for a non-null argument refuses the field alone (§6.4.1)")
    func nullForNonNull() throws {
        let selection = try Sample.selection("query ($n: Int) { letters(limit: $n) { id } count }")
        let recorder = FieldRecorder()
        let variant = selection.variant(for: CoercedVariables(values: [.null]))
        let plan = try selection.plan(for: variant, by: recorder)
        #expect(recorder.fields.map(\.responseKey) == ["count"])
        guard case .refused(let error) = plan.root.fields[0].shape else {
            Issue.record("planned all the same")
            return
        }
        #expect(error.message.hasPrefix("Argument \"Query.letters(limit:)\""))
        #expect(error.locations == [SourceLocation(line: 1, column: 34)])
        #expect(error.code == "BAD_USER_INPUT")
    }

    @Test("what is selected below an abstract type is collected once for the same merged fields")
    func shared() throws {
        // Two types, 25 levels: 2²⁵ objects if each level were collected anew below each type.
        let sdl = """
            type Query { node: Node } interface Node { next: Node id: Int }
            type A implements Node { next: Node id: Int } type B implements Node { next: Node id: Int }
            """
        let nested = String(repeating: "next { ", count: 25) + "id" + String(repeating: " }", count: 25)
        let document = try Document(parsing: Source("{ node { \(nested) } }"))
        let validated = try ValidatedDocument(validating: document, against: try Schema.build(sdl))
        let selection = try OperationSelection(validated, operationName: nil)
        #expect(
            throws: GraphQLError(
                "The operation selects more than 50000 fields, each counted for every object type that has it.",
                code: "QUERY_TOO_COMPLEX"
            )
        ) { try selection.plan(for: .unconditional, by: FieldRecorder()) }
    }

    @Test("the limit counts a field for each object type, and the fields below it")
    func limit() throws {
        let selection = try Sample.selection("{ node(id: 1) { id ... on Letter { events { id } } } count }")
        let count = 2 + 3 + 1 + 1
        _ = try selection.plan(for: .unconditional, by: FieldRecorder(), maxFields: count)
        #expect(throws: GraphQLError.self) {
            try selection.plan(for: .unconditional, by: FieldRecorder(), maxFields: count - 1)
        }
    }
}
