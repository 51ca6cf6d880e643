import GraphQLLanguage
import GraphQLSchema
import PluginKit
import Testing

@testable import PluginHost

@Suite("How inputs are declared")
struct InputCompositionTests {
    @Test(
        "A rule that cannot stand where it does is refused",
        arguments: [
            ("a: ID! @text(max: 5)", "@text is for a text, found \"ID!\""),
            ("a: String! @text(min: 6, max: 5)", "@text allows no text"),
            ("a: String! @format(as: NUMBER)", "@format as NUMBER needs @text beside it"),
            ("a: ID! @format(as: MOBILE)", "@format is for a text, found \"ID!\""),
            ("a: String! @text(max: 5) @range(min: 1)", "@range is for a number, found \"String!\""),
            ("a: Int! @range", "@range has neither min nor max"),
            ("a: Int! @range(min: 2, max: 1)", "@range allows no number"),
            ("a: ID! @items(max: 5)", "@items is for a list, found \"ID!\""),
            ("a: [ID!]! @items(min: 3, max: 2)", "@items allows no list"),
            ("a: ID @distinct", "@distinct is for a list, found \"ID\""),
            ("a: [ID!]! @items(max: 2) @distinct(by: \"no\")", "@distinct names \"no\", which its items do not have"),
            ("a: Int! @range(min: 1) @past", "@past is for a Date, found \"Int!\""),
            (
                "a: Date @past(notBefore: \"b\")",
                "@past names \"b\", which is no date beside it, nor of the row that is changed"
            ),
            ("a: Date @past(notAfter: \"b\") b: ID", "@past names \"b\", which is no date beside it"),
            ("a: ID @ahead(months: 1)", "@ahead is for a Date, found \"ID\""),
            ("a: Date @ahead(months: 0)", "@ahead allows no date"),
            ("a: ID @allowed(values: [\"X\"])", "@allowed is for an enum, found \"ID\""),
            ("a: Step @allowed(values: [\"X\"])", "@allowed names \"X\", which is no value of Step"),
            ("a: ID! @required", "@required is for a nullable type, found \"ID!\""),
            ("a: ID @requiredWhen(field: \"b\", missing: true)", "@requiredWhen names \"b\", which is not beside it"),
            (
                "a: ID @requiredWhen(field: \"b\", is: [\"X\"]) b: Step",
                "@requiredWhen names \"X\", which is no value of \"b\""
            ),
            ("a: ID @refusedWhen(field: \"b\", is: []) b: Step", "@refusedWhen names no value of \"b\""),
            ("a: ID @row(of: \"Nothing\")", "@row names \"Nothing\", which is no type with a table of one key column"),
            ("a: ID @row(of: \"Page\")", "@row names \"Page\", which is no type with a table of one key column"),
            ("a: ID @row(of: \"Letter\", role: \"KING\")", "@row names the unknown role \"KING\""),
            ("a: Int @range(min: 1) @row(of: \"Letter\")", "@row is for a key, found \"Int\""),
            ("a: String @unchecked(why: \"\")", "@unchecked says not why"),
            (
                "a: String @identityNumber(holder: \"b\", document: \"c\") b: Step c: Document",
                "@identityNumber names \"b\", which is no enum beside it with NATURAL_PERSON"
            ),
            ("a: String", "is a text without a rule: @text, @format, @row or @unchecked"),
            ("a: Own } scalar Own input B { a: ID", "is a text without a rule: @text, @format, @row or @unchecked"),
            ("a: Int!", "is a number without @range"), ("a: Float", "is a number without @range"),
            ("a: [Step!]!", "is a list without @items"),
        ]
    )
    func refused(_ fields: String, _ problem: String) {
        #expect(
            RuleDesk.refusals("input TryInput { \(fields) }") == [
                "TryInput.a \(problem).".replacing("a @", with: "a: @")
            ]
        )
    }

    @Test("A refusal names plugin, file and line")
    func place() {
        do {
            _ = try RuleDesk.composition("input TryInput {\n  b: ID\n  a: String\n}")
            Issue.record("a text has no rule")
        } catch {
            #expect("\(error)".hasPrefix("desk: Desk.graphql:11: TryInput.a is a text without a rule"))
        }
    }

    @Test("A rule that no mutation asks for is refused: it would be a promise that nobody keeps")
    func unheeded() {
        let refusals = RuleDesk.refusals(
            "input TryInput { a: ID }",
            more: """
                input LetterFilter { subject: String @where @text(max: 5) }
                extend type Query { letters(filter: LetterFilter, id: ID @where @row(of: "Letter")): [Letter!] @rows }
                """
        )
        #expect(refusals.contains("LetterFilter.subject: @text is for what a mutation takes."))
        #expect(refusals.contains("Query.letters(id:): @row is for what a mutation takes."))
    }

    @Test("What a mutation takes below its input has rules, too; the request's number has the host's")
    func nested() {
        #expect(
            RuleDesk.refusals(
                "input TryInput { inner: Inner idempotencyKey: String } input Inner { more: Inner a: String }"
            )
                == ["Inner.a is a text without a rule: @text, @format, @row or @unchecked."]
        )
    }

    @Test("@change and @creation add their fields, with their descriptions, at fixed places")
    func expansion() throws {
        let schema = try RuleDesk.composition(
            """
            input TryInput @change(of: "Letter") { a: Date @past(notBefore: "receivedOn") inner: Inner }
            input Inner @creation { b: ID }
            """
        ).schema
        guard case .input(let input) = schema.type(named: "TryInput"),
            case .input(let inner) = schema.type(named: "Inner")
        else {
            Issue.record("both are inputs")
            return
        }
        #expect(
            input.fields.map { "\($0.name): \($0.type)" } == [
                "letterId: ID!", "version: Int!", "a: Date", "inner: Inner", "idempotencyKey: String",
            ]
        )
        #expect(input.field(named: "version")?.description == "The version that was read; another: VERSION_CONFLICT")
        #expect(input.field(named: "idempotencyKey")?.description?.hasPrefix("请求编号. ") == true)
        #expect(inner.fields.map(\.name) == ["b", "idempotencyKey"])
        #expect(!schema.printed.contains("@change"))
    }

    @Test("@change names a type whose rows can be changed")
    func changedType() {
        for type in ["Page", "Nothing", "Step"] {
            #expect(
                RuleDesk.refusals("input TryInput @change(of: \"\(type)\")")
                    == ["TryInput: @change names \"\(type)\", which is no type with a table of one key."]
            )
        }
    }

    @Test(
        "The published description says each rule after the author's words",
        arguments: [
            ("\"理由.\" a: String! @text(min: 10, max: 200)", "理由; 10 to 200 characters in one line"),
            ("a: String @text(max: 5, lines: true) @required", "Required; at most 5 characters"),
            ("a: String! @format(as: MOBILE)", "A mobile number"), ("a: Int @range(min: 1)", "At least 1"),
            ("a: [ID!]! @items(min: 1, max: 3) @distinct", "1 to 3 items; none twice"),
            ("a: Date @past(notBefore: \"b\") b: Date", "Not after today, nor before `b`"),
            ("a: Date @ahead(months: 3)", "After today, at most 3 months ahead"),
            ("a: Step @allowed(values: [\"DONE\"])", "Only DONE"),
            ("a: ID @requiredWhen(field: \"b\", is: [\"DONE\"]) b: Step", "Required with `b` DONE"),
            ("a: ID @refusedWhen(field: \"b\", isNot: [\"DONE\"]) b: Step", "Refused unless `b` is DONE"),
            ("a: ID @requiredWhen(field: \"b\", missing: true) b: ID", "Required without `b`"),
            (
                "a: String @text(max: 9) @impersonal",
                "At most 9 characters in one line; without ID or telephone numbers"
            ),
            (
                "a: ID @row(of: \"Letter\", ofCourt: true, open: true)",
                "Names a `Letter`, of the caller's court, not sealed"
            ),
            ("\"文件\" a: String @unchecked(why: \"checked row by row\")", "文件; checked row by row"),
        ]
    )
    func descriptions(_ fields: String, _ text: String) throws {
        let schema = try RuleDesk.composition("input TryInput { \(fields) }").schema
        guard case .input(let input) = schema.type(named: "TryInput") else { return }
        #expect(input.field(named: "a")?.description == text)
    }
}
