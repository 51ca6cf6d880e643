import GraphQLLanguage
import GraphQLSchema
import PluginKit
import Testing

@testable import PluginHost

@Suite("What an input's rules make of it")
struct InputCheckTests {
    /// A field, a value, and what becomes of it: the value that the command sees, or the faults.
    struct Case: Sendable, CustomTestStringConvertible {
        let field: String
        let value: InputObject.Value
        let checked: InputObject.Value?
        let faults: [String]

        var testDescription: String { "\(field): \(value)".prefix(120).description }

        static func keeps(_ field: String, _ value: InputObject.Value, as checked: InputObject.Value? = nil) -> Case {
            Case(field: field, value: value, checked: checked ?? value, faults: [])
        }

        static func refuses(_ field: String, _ value: InputObject.Value, _ faults: String...) -> Case {
            Case(field: field, value: value, checked: nil, faults: faults)
        }
    }

    private static let long = InputObject.Value.string(String(repeating: "长", count: 11))
    private static let text = "a: String! @text(max: 10)"
    private static let reason = "a: String! @text(min: 3, max: 10, code: \"WHY\")"
    private static let number = "a: String @text(max: 20) @format(as: NUMBER)"
    private static let range = "a: Int! @range(min: 1, max: 5)"
    private static let items = "a: [String!]! @items(min: 1, max: 2) @text(max: 3)"
    private static let inner = "a: [Inner!]! @items(max: 3) @distinct(by: \"no\")"

    private static let texts: [Case] = [
        .keeps(text, " 文字\u{200B} ", as: "文字"), .refuses(text, "", "input.a TEXT_EMPTY"),
        .refuses(text, "\u{200B}", "input.a TEXT_EMPTY"), .refuses(text, long, "input.a TEXT_TOO_LONG"),
        .refuses(text, "a\nb", "input.a TEXT_CONTROL_CHARS"), .refuses(text, "a\u{0}", "input.a TEXT_CONTROL_CHARS"),
        .keeps("a: String! @text(max: 10, lines: true)", "a\nb"),
        .keeps("a: String @text(max: 10)", " ", as: .null), .keeps("a: String @text(max: 10)", nil),
        .refuses(reason, "ab", "input.a WHY"), .refuses(reason, "a\u{200B}\u{200B}b", "input.a WHY"),
        .refuses("a: String! @text(min: 3, max: 10)", "ab", "input.a TEXT_TOO_SHORT"), .keeps(reason, "核 对"),
        .refuses("a: String! @text(max: 30) @impersonal", "电话15471693388", "input.a PII_IN_TEXT"),
        .keeps("a: String! @unchecked(why: \"x\")", " a "),
        .refuses("a: String! @unchecked(why: \"x\")", "\u{0}", "input.a TEXT_CONTROL_CHARS"),
    ]

    private static let formats: [Case] = [
        .keeps("a: String! @format(as: CASE_NUMBER)", "(2017)晋０３民终 1675号", as: "（2017）晋03民终1675号"),
        .refuses("a: String! @format(as: CASE_NUMBER)", "2017", "input.a CASE_NO_FORMAT"),
        .refuses("a: String! @format(as: CASE_NUMBER)", "（2019）晋03民终1号", "input.a CASE_NO_YEAR"),
        .keeps("a: String! @format(as: RESIDENT_ID)", "11010519491231002x", as: "11010519491231002X"),
        .refuses("a: String! @format(as: RESIDENT_ID)", "110105194912310021", "input.a ID_NUMBER_CHECKSUM"),
        .keeps("a: String! @format(as: USCC)", "91350100m000100y43", as: "91350100M000100Y43"),
        .refuses("a: String! @format(as: USCC)", "91350100M000100Y44", "input.a USCC_INVALID"),
        .keeps("a: String! @format(as: MOBILE)", "+86 154-7169-3388", as: "15471693388"),
        .refuses("a: String! @format(as: MOBILE)", "123", "input.a MOBILE_INVALID"),
        .keeps("a: String! @format(as: LANDLINE)", "（0353）2293114", as: "0353-2293114"),
        .refuses("a: String! @format(as: LANDLINE)", "2293114", "input.a LANDLINE_INVALID"),
        .keeps("a: String! @format(as: EMAIL)", "Chen.Zhi@Example.CN", as: "Chen.Zhi@example.cn"),
        .refuses("a: String! @format(as: EMAIL)", "chen@zhi", "input.a EMAIL_INVALID"),
        .keeps("a: String! @format(as: REGION)", "140300"),
        .refuses("a: String! @format(as: REGION)", "149999", "input.a REGION_CODE_UNKNOWN"),
        .keeps("a: String! @format(as: COURT)", "晋03"),
        .refuses("a: String! @format(as: COURT)", "x", "input.a COURT_CODE_UNKNOWN"),
        .keeps("a: RegionCode", "140300"), .refuses("a: RegionCode", "149999", "input.a REGION_CODE_UNKNOWN"),
        .keeps("a: RegionCode", " ", as: .null), .refuses("a: CourtCode!", "x", "input.a COURT_CODE_UNKNOWN"),
        .keeps(number, " 复测[2018] 1号", as: "复测〔2018〕1号"), .keeps(number, "", as: .null),
        .refuses(number, .string(String(repeating: "9", count: 21)), "input.a TEXT_TOO_LONG"),
    ]

    private static let others: [Case] = [
        .keeps(range, 5), .refuses(range, 0, "input.a INPUT_INVALID"), .refuses(range, 6, "input.a INPUT_INVALID"),
        .refuses("a: Float! @range(max: 1)", .double(1.5), "input.a INPUT_INVALID"),
        .keeps(items, ["a", " b"], as: ["a", "b"]), .refuses(items, [], "input.a TEXT_EMPTY"),
        .refuses(items, ["a", "b", "c"], "input.a INPUT_INVALID"),
        .refuses(items, ["abcd", ""], "input.a.0 TEXT_TOO_LONG", "input.a.1 TEXT_EMPTY"),
        .refuses("a: [ID!]! @items(max: 1, code: \"MANY\")", ["1", "2"], "input.a MANY"),
        .refuses("a: [ID!]! @items(max: 9) @distinct", ["1", "2", "1"], "input.a.2 INPUT_INVALID"),
        .refuses(
            inner,
            [["no": "（2017）晋03民终1号"], ["no": "(2017)晋03民终1号之一"]],
            "input.a.1.no INPUT_INVALID"
        ),
        .refuses(inner, [["no": ""], ["no": "x"]], "input.a.0.no CASE_NO_FORMAT", "input.a.1.no CASE_NO_FORMAT"),
        .keeps("a: ID!", "12"), .refuses("a: ID!", "x", "input.a NOT_FOUND"),
        .keeps("a: Step! @allowed(values: [\"DONE\"])", "DONE"),
        .refuses("a: Step! @allowed(values: [\"DONE\"])", "OPEN", "input.a VALUE_NOT_ALLOWED"),
    ]

    private static let dates: [Case] = [
        .keeps("a: Date! @past", "2018-06-29"), .refuses("a: Date! @past", "2018-06-30", "input.a DATE_IN_FUTURE"),
        .refuses("a: Date! @past", "1948-12-31", "input.a DATE_ORDER"),
        .keeps("a: Date! @ahead(months: 12)", "2019-06-29"),
        .refuses("a: Date! @ahead(months: 12)", "2019-06-30", "input.a DATE_ORDER"),
        .refuses("a: Date! @ahead(months: 12)", "2018-06-29", "input.a DATE_ORDER"),
    ]

    @Test("One field's rules", arguments: texts + formats + others + dates)
    func fields(_ example: Case) throws {
        let (input, faults, _) = try Self.check(example.field, ["a": example.value])
        #expect(faults == example.faults)
        if let checked = example.checked { #expect(input["a"] == checked) }
    }

    private static func check(_ field: String, _ value: InputObject.Value) throws -> (
        InputObject, [String], CheckedInput
    ) {
        try RuleDesk.check("\(field) } input Inner { no: String! @format(as: CASE_NUMBER)", value)
    }

    @Test(
        "Members of one input bound each other",
        arguments: [
            (
                "b: Date! a: Date! @past(notBefore: \"b\")", ["b": "2018-03-02", "a": "2018-03-01"],
                ["input.a DATE_ORDER"]
            ),
            ("b: Date! a: Date! @past(notBefore: \"b\")", ["b": "2018-03-02", "a": "2018-03-02"], []),
            (
                "b: Date! a: Date @past(notAfter: \"b\")", ["b": "2018-03-02", "a": "2018-03-03"],
                ["input.a DATE_ORDER"]
            ),
            (
                "b: String! @format(as: CASE_NUMBER) a: Date @past(notBefore: \"b\")",
                ["b": "（2017）晋03民终1号", "a": "2016-12-31"], ["input.a DATE_ORDER"]
            ),
            ("a: String @required(code: \"WHO\") @text(max: 5)", ["a": " "], ["input.a WHO"]),
            ("a: String @required @text(max: 5)", [:], ["input.a TEXT_EMPTY"]),
            (
                "b: Step! a: String @requiredWhen(field: \"b\", is: [\"DONE\"]) @text(max: 5)", ["b": "DONE"],
                ["input.a TEXT_EMPTY"]
            ),
            ("b: Step! a: String @requiredWhen(field: \"b\", is: [\"DONE\"]) @text(max: 5)", ["b": "OPEN"], []),
            (
                "b: Step! a: String @requiredWhen(field: \"b\", isNot: [\"DONE\"]) @text(max: 5)", ["b": "OPEN"],
                ["input.a TEXT_EMPTY"]
            ),
            (
                "b: [ID!] @items(max: 1) a: String @requiredWhen(field: \"b\", missing: true) @text(max: 5)",
                ["b": []], ["input.a TEXT_EMPTY"]
            ),
            (
                "b: Step! a: String @refusedWhen(field: \"b\", is: [\"OPEN\"]) @text(max: 5)", ["b": "OPEN", "a": "x"],
                ["input.a INPUT_INVALID"]
            ),
            (
                "b: Step! a: String @refusedWhen(field: \"b\", is: [\"OPEN\"]) @text(max: 5)", ["b": "OPEN", "a": " "],
                []
            ),
            (
                "b: Holder! c: Document a: String @identityNumber(holder: \"b\", document: \"c\")",
                ["b": "NATURAL_PERSON", "a": "91350100M000100Y43"], ["input.a ID_NUMBER_CHARSET"]
            ),
            (
                "b: Holder! c: Document a: String @identityNumber(holder: \"b\", document: \"c\")",
                ["b": "LEGAL_PERSON", "c": "RESIDENT_ID", "a": "11010519491231002X"], ["input.c ID_DOC_TYPE_MISMATCH"]
            ),
            (
                "b: Holder! c: Document a: String @identityNumber(holder: \"b\", document: \"c\")",
                ["b": "LEGAL_PERSON", "a": "91350100m000100y43"], []
            ),
            (
                "b: Holder! c: Document a: String @identityNumber(holder: \"b\", document: \"c\")",
                ["b": "ANONYMOUS", "c": "OTHER", "a": "1"], ["input.c ID_DOC_TYPE_MISMATCH"]
            ),
        ] as [(String, InputObject.Value, [String])]
    )
    func members(_ fields: String, _ value: InputObject.Value, _ faults: [String]) throws {
        #expect(try RuleDesk.check(fields, value).faults == faults)
    }

    @Test("Every fault of an input comes at once, in the order of its fields, with the directive's words")
    func together() throws {
        let (_, faults, checked) = try RuleDesk.check(
            """
            a: String! @text(max: 2, message: "太长") b: Int! @range(min: 1) c: Date! @past d: [String!]! @items(max: 2) @text(max: 2)
            """,
            ["a": "abc", "b": 0, "c": "2999-01-01", "d": ["x", "xyz"]]
        )
        #expect(
            faults == [
                "input.a TEXT_TOO_LONG", "input.b INPUT_INVALID", "input.c DATE_IN_FUTURE", "input.d.1 TEXT_TOO_LONG",
            ]
        )
        #expect(checked.faults.errors[0].message == "太长")
        #expect(!checked.mayHavePassed)
    }

    @Test("Only a date to come may have been right yesterday")
    func expiring() throws {
        let fields = "a: Date! @ahead(months: 1) b: Date! @past"
        #expect(try RuleDesk.check(fields, ["a": "2018-06-29", "b": "2018-06-29"]).checked.mayHavePassed)
        #expect(try !RuleDesk.check(fields, ["a": "2018-06-29", "b": "2018-06-30"]).checked.mayHavePassed)
    }

    @Test("Every text with a NUL is named, however deep it stands and whatever it is")
    func nul() throws {
        let faults = try RuleDesk.check(
            """
            a: String! @unchecked(why: "x") b: [String!]! @items(max: 2) @text(max: 5) c: Inner } input Inner { d: ID e: CourtCode
            """,
            ["a": "文\u{0}", "b": ["x", "\u{0}"], "c": ["d": "\u{0}", "e": "\u{0}"]]
        ).faults
        #expect(
            faults == ["input.a", "input.b.1", "input.c.d", "input.c.e"].map { "\($0) TEXT_CONTROL_CHARS" }
        )
    }

    @Test("Arguments of a mutation have rules like fields of an input")
    func arguments() throws {
        let composition = try RuleDesk.composition("", takes: "name: String! @text(max: 2), no: Int! @range(max: 1)")
        let checked = composition.inputRules.check(
            InputObject(members: [.init(name: "name", value: "abc"), .init(name: "no", value: 2)]),
            of: "try",
            takesInput: false,
            on: RuleDesk.today
        )
        #expect(checked.faults.errors.map { $0.field?.description } == ["name", "no"])
        let field = composition.schema.rootType(for: .mutation)?.fields[0]
        #expect(field?.arguments.map(\.description) == ["At most 2 characters in one line", "At most 1"])
    }
}
