import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// Numbers that are the same in every run (SplitMix64).
private struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

@Suite("Random operations over random values")
struct RandomResponseTests {
    private static let sdl = """
        type Query { a: A b: [A!] c: [[B]!] n: N u: [U] s: String }
        type A implements N { i: Int! a: A l: [Int!] m: [[String]] u: U n: N }
        type B implements N { i: Int! b: [B!]! s: String! u: U n: N }
        interface N { i: Int! n: N u: U }
        union U = A | B
        """

    /// A selection on a type; keys are aliased so that no two conflict.
    private static func selection(on type: String, _ depth: Int, _ keys: inout Int, _ dice: inout Dice) -> String {
        let leaves: [String: [String]] = ["Query": ["s"], "A": ["i", "l", "m"], "B": ["i", "s"], "N": ["i"], "U": []]
        let objects: [String: [(String, String)]] = [
            "Query": [("a", "A"), ("b", "A"), ("c", "B"), ("n", "N"), ("u", "U")],
            "A": [("a", "A"), ("u", "U"), ("n", "N")], "B": [("b", "B"), ("u", "U"), ("n", "N")],
            "N": [("n", "N"), ("u", "U")], "U": [],
        ]
        var parts = ["__typename"]
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            keys += 1
            if dice.chance(25), type != "Query" {
                let condition = ["A", "B"].filter { $0 == type || type == "N" || type == "U" }.randomElement(
                    using: &dice
                )
                parts.append("... on \(condition ?? type) \(selection(on: condition ?? type, depth, &keys, &dice))")
            } else if depth < 4, dice.chance(45), let (field, target) = objects[type]?.randomElement(using: &dice) {
                parts.append("k\(keys): \(field) \(selection(on: target, depth + 1, &keys, &dice))")
            } else if let field = leaves[type]?.randomElement(using: &dice) {
                parts.append("k\(keys): \(field)" + (dice.chance(10) ? " @skip(if: true)" : ""))
            }
        }
        return "{ \(parts.joined(separator: " ")) }"
    }

    /// A value for any field: mostly of some use, at times not.
    private static func value(_ depth: Int, _ dice: inout Dice) -> JSONValue {
        switch Int.random(in: 0..<100, using: &dice) {
        case ..<8: return .null
        case ..<12: return .object([.init("__error", .string("no \"value\"\n"))])
        case ..<30: return .integer(Int.random(in: -9...9, using: &dice))
        case ..<45: return .string(["a", "信访", "\"\\\u{1}", ""].randomElement(using: &dice) ?? "")
        case ..<65 where depth < 5:
            return .array((0..<Int.random(in: 0...3, using: &dice)).map { _ in value(depth + 1, &dice) })
        default:
            return depth < 5 ? object(depth, &dice) : .null
        }
    }

    private static func object(_ depth: Int, _ dice: inout Dice) -> JSONValue {
        let typename = JSONValue.string(dice.chance(96) ? (dice.chance(50) ? "A" : "B") : "Query")
        let members = "iablmsnuc".map { JSONValue.Member(String($0), value(depth + 1, &dice)) }
        return .object([.init("__typename", typename)] + members)
    }

    /// The keys of objects are those of their shape, in order.
    private static func expect(_ value: JSONValue, as shape: Shape) {
        switch (shape, value) {
        case (_, .null): break
        case (.object(let object, _), .object(let members)):
            #expect(members.map(\.name) == object.fields.map(\.responseKey))
            for (member, field) in zip(members, object.fields) { expect(member.value, as: field.shape) }
        case (.variant(_, let objects), .object(let members)):
            guard case .string(let typename) = value["__typename"], case .object(let object, _) = objects[typename]
            else {
                Issue.record("no possible type")
                return
            }
            #expect(members.map(\.name) == object.fields.map(\.responseKey))
            for (member, field) in zip(members, object.fields) { expect(member.value, as: field.shape) }
        case (.rows(_, let element, _), .array(let items)): for item in items { expect(item, as: element) }
        case (.row(_, let inner), _), (.present(_, let inner), _): expect(value, as: inner)
        case (.leaf, .object), (.leaf, .array): Issue.record("no leaf")
        case (.leaf, _), (.constant, .string): break
        default: Issue.record("another shape")
        }
    }

    @Test(
        "a response is JSON with each key once, in the order of collection (§7.2.2)",
        arguments: 0..<12 as Range<UInt64>
    )
    func responses(_ seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let schema = try Schema.build(Self.sdl)
        for _ in 0..<5 {
            var keys = 0
            let text = Self.selection(on: "Query", 0, &keys, &dice)
            let document = try ValidatedDocument(
                validating: try Document(parsing: Source(text)),
                against: schema,
                options: ValidationOptions(
                    limits: RequestLimits(maxAliases: .max, maxFields: .max, maxDirectives: .max)
                )
            )
            let source = JSONSource(root: Self.object(0, &dice), schema: schema)
            let plan = try OperationSelection(document, operationName: nil)
                .plan(for: .unconditional, by: source.planner)
            let executor = Executor(schema: schema) { Issue.record("\($0)") }
            let body = await executor.execute(plan, variables: .none, session: source.session()).body
            let response = try JSONReader.read(body)
            // Of equal keys the reader keeps one: a text that comes back whole has none.
            var again = JSONWriter()
            again.append(response)
            #expect(again.bytes == body)
            guard let data = response["data"], data != .null else {
                Issue.record("nothing at the root is non-null")
                continue
            }
            Self.expect(data, as: .object(plan.root, presence: nil))
        }
    }
}
