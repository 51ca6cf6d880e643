import Testing

@testable import FragmentTypes

struct EnumTests {
    @Test(
        "A value becomes a lower camel case",
        arguments: [
            ("REGISTERED", "registered"), ("TRIAL_CIVIL", "trialCivil"), ("RETURNED_TO_SENDER", "returnedToSender"),
            ("SHORT_30Y", "short30y"), ("DEFAULT", "`default`"), ("IN", "`in`"), ("SELF", "`self`"), ("_", "_"),
            ("__A__B", "aB"), ("Mixed_Case", "mixedCase"), ("INIT", "`init`"),
        ]
    )
    func caseName(value: String, name: String) {
        #expect(SwiftText.caseName(value) == name)
    }

    @Test("An enum has its values, descriptions and a way to read it")
    func enumeration() throws {
        let swift = try generated(
            """
            "状态"
            enum State { "登记" OPEN IN_REVIEW }
            """
        )
        #expect(
            swift == """
                // Generated from the fragments of this target.
                package import PluginKit

                /// 状态
                package enum State: String, Hashable, Sendable, CaseIterable, InputDecodable, ResolverKey, \
                ResolverAnswer {
                    /// 登记
                    case open = "OPEN"
                    case inReview = "IN_REVIEW"

                    package init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
                        guard case .string(let name) = value, let known = Self(rawValue: name) else {
                            throw DomainError(.inputInvalid, "输入不完整", field: field)
                        }
                        self = known
                    }
                }

                """
        )
    }

    @Test("An extension in the same target adds its values, one of a foreign type makes nothing")
    func extensions() throws {
        let swift = try generated("extend enum A { C } enum A { B } extend enum Foreign { D }")
        #expect(swift.contains("case b = \"B\"\n    case c = \"C\"\n"))
        #expect(!swift.contains("Foreign"))
    }

    @Test("Values that would be the same case are refused")
    func collision() {
        #expect(
            refusal("enum E {\n  A_B\n  A__B\n}")
                == "/letters/Letters.graphql:3:3: error: Enum values \"A_B\" and \"A__B\" would be the same Swift case \"aB\"."
        )
    }
}

struct InputTests {
    @Test(
        "A field has the Swift type of its GraphQL type",
        arguments: [
            ("String!", "String"), ("Int!", "Int"), ("Float!", "Double"), ("Boolean!", "Bool"), ("ID!", "EntityID"),
            ("Date!", "CalendarDate"), ("DateTime!", "String"), ("CourtCode!", "String"), ("Kind!", "Kind"),
            ("Inner!", "Inner"), ("ForeignEnum!", "String"), ("[ID!]!", "[EntityID]"), ("[[Int!]!]!", "[[Int]]"),
            ("String", "InputField<String> = .absent"), ("Date", "InputField<CalendarDate> = .absent"),
            ("[Inner!]", "InputField<[Inner]> = .absent"), ("Int! = 3", "Int"),
            ("Int = 3", "InputField<Int> = .absent"),
        ]
    )
    func types(type: String, swiftType: String) throws {
        let swift = try generated(
            "input Outer { a: \(type) } input Inner { b: Int! } enum Kind { X }",
            dependency: "enum ForeignEnum { Y } scalar CourtCode"
        )
        #expect(swift.contains("        a: \(swiftType)\n    ) {"))
        let property = swiftType.replacing(" = .absent", with: "")
        #expect(swift.contains("    package let a: \(property)\n"))
        let decode = property.hasPrefix("InputField") ? "decodeField" : "decode"
        #expect(swift.contains("self.a = try input.\(decode)(\"a\", at: field)\n"))
    }

    @Test("CourtFormats is imported only where a type of it is used")
    func imports() throws {
        #expect(try generated("input A { b: Date }").contains("package import CourtFormats\n"))
        #expect(try !generated("input A { b: Int }").contains("CourtFormats"))
        #expect(try !generated("extend type Query { a: Int }").contains("import"))
    }

    @Test("An input keeps its fields' order, descriptions and keywords")
    func input() throws {
        let swift = try generated(#""how" input A { "what" in: Int! b: Boolean }"#)
        #expect(
            swift.hasSuffix(
                """
                /// how
                package struct A: Hashable, InputDecodable {
                    /// what
                    package let `in`: Int
                    package let b: InputField<Bool>

                    package init(
                        `in`: Int,
                        b: InputField<Bool> = .absent
                    ) {
                        self.`in` = `in`
                        self.b = b
                    }

                    package init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
                        guard case .object(let members) = value else {
                            throw DomainError(.inputInvalid, "输入不完整", field: field)
                        }
                        let input = InputObject(members: members)
                        self.`in` = try input.decode("in", at: field)
                        self.b = try input.decodeField("b", at: field)
                    }
                }

                """
            )
        )
    }

    @Test("A list of nullable items is refused where it stands")
    func nullableItems() {
        #expect(
            refusal("input A {\n    b: [Int]!\n}")
                == "/letters/Letters.graphql:2:5: error: Input field \"b\": the items of a list must be non-null, found \"[Int]!\"."
        )
    }
    @Test("Filters and what they lead to have no Swift type, unless a mutation takes it, too")
    func inputsOfReads() throws {
        let swift = try generated(
            """
            extend type Query { letters(filter: LetterFilter, orderBy: [LetterOrder!]): Boolean }
            input LetterFilter { not: LetterFilter dueOn: DateFilter notes: NoteList }
            input DateFilter { eq: Date }
            input NoteList { some: LetterFilter }
            input LetterOrder { field: String! }
            input Period { from: Date }
            extend type Dossier { letters(filter: LetterFilter, period: Period): Boolean }
            extend type Mutation { close(input: CloseInput!): ClosePayload! }
            input CloseInput { period: Period }
            input Unused { id: ID }
            extend input ForeignFilter { events: EventList }
            input EventList { some: EventFilter }
            input EventFilter { not: EventFilter }
            type ClosePayload { id: ID }
            """
        )
        #expect(
            swift.matches(of: #/package struct (\w+)/#).map(\.output.1) == [
                "Period", "CloseInput", "Unused", "ClosePayload",
            ]
        )
    }
}
