import Foundation
import Testing

@testable import FragmentTypes

struct MutationTests {
    private let sdl = """
        type Letter @table(name: "letters.letter") { id: ID! }
        input AssignInput { id: ID! }
        type LetterPayload { letter: Letter }
        extend type Mutation {
            "指定"
            assignLetter(input: AssignInput!): LetterPayload! @requires(permission: "letters.assign")
        }
        """

    @Test("A mutation that does another one to each item has a command and no function, and answers what the host does")
    func repetition() throws {
        let swift = try generated(
            sdl + """

                input AssignAllInput { items: [AssignInput!]! }
                extend type Mutation { assignAll(input: AssignAllInput!): BulkPayload @each(of: "assignLetter") }
                """
        )
        #expect(swift.contains("Command(name: \"assignAll\", each: \"assignLetter\"),"))
        #expect(!swift.contains("func assignAll"))
    }

    @Test("A mutation is a function of a protocol, and a command")
    func mutation() throws {
        let swift = try generated(sdl)
        #expect(
            swift.hasSuffix(
                """
                /// The functions behind the mutations of this target's fragments.
                package protocol Mutations: Sendable {
                    /// 指定
                    func assignLetter(_ input: AssignInput, _ context: WriteContext) async throws -> LetterPayload
                }

                extension Mutations {
                    /// Every mutation with its function.
                    package var commands: [Command] {
                        [
                            Command(name: "assignLetter") { input, context in
                                let decoded = try AssignInput(input: .object(input.members), field: InputPath(["input"]))
                                return try await self.assignLetter(decoded, context).payload
                            },
                        ]
                    }
                }

                """
            )
        )
        #expect(!swift.contains("struct Letter:"))
    }

    @Test("A fragment without mutations has no protocol")
    func none() throws {
        #expect(try !generated("enum A { B }").contains("Mutations"))
    }

    @Test("Arguments other than one input are parameters under their names")
    func arguments() throws {
        let swift = try generated(
            """
            type Event @table(name: "letters.event") { id: ID! }
            enum Kind { X }
            input Place { line: Int! }
            type P { c: Int }
            extend type Mutation {
                addEvent(letterId: ID!, in: Kind!, on: Date, places: [Place!]): Event!
                touch: P!
            }
            """
        )
        #expect(
            swift.contains(
                """
                    func addEvent(letterId: EntityID, `in`: Kind, on: InputField<CalendarDate>, places: InputField<[Place]>, \
                _ context: WriteContext) async throws -> Int64
                    func touch(_ context: WriteContext) async throws -> P

                """
            )
        )
        #expect(
            swift.contains(
                """
                            Command(name: "addEvent") { input, context in
                                let argument1: EntityID = try input.decode("letterId", at: InputPath([]))
                                let argument2: Kind = try input.decode("in", at: InputPath([]))
                                let argument3: InputField<CalendarDate> = try input.decodeField("on", at: InputPath([]))
                                let argument4: InputField<[Place]> = try input.decodeField("places", at: InputPath([]))
                                return Payload(row: try await self.addEvent(letterId: argument1, `in`: argument2, \
                on: argument3, places: argument4, context))
                            },
                            Command(name: "touch") { input, context in
                                return try await self.touch(context).payload
                            },

                """
            )
        )
    }

    @Test(
        "An argument called input beside others is one of them",
        arguments: [
            ("input: I!, more: Int", "input: I, more: InputField<Int>"),
            ("input: String!, b: Int!", "input: String, b: Int"),
        ]
    )
    func inputBesideOthers(arguments: String, parameters: String) throws {
        let swift = try generated(
            "type Mutation { a(\(arguments)): P! }\ninput I { b: Int } type P { c: Int }"
        )
        #expect(swift.contains("func a(\(parameters), _ context: WriteContext) async throws -> P\n"))
    }

    @Test(
        "A lone argument called input that is no input object of the target is refused",
        arguments: ["I", "[I!]!", "Foreign!", "String!"]
    )
    func input(type: String) {
        #expect(
            refusal("type Mutation {\n a(input: \(type)): P!\n}\ninput I { b: Int } type P { c: Int }")
                == "/letters/Letters.graphql:2:2: error: Mutation \"a\": its one argument \"input\" must be of a non-null "
                + "input object type of this target, found \"\(type)\"."
        )
    }

    @Test("An argument whose list may hold nulls is refused")
    func nullItems() {
        #expect(
            refusal("type Mutation { a(ids: [ID]!): P! } type P { c: Int }")
                == "/letters/Letters.graphql:1:19: error: Input field \"ids\": the items of a list must be non-null, found "
                + "\"[ID]!\"."
        )
    }

    @Test(
        "A mutation that answers a table's type answers the key of its row",
        arguments: [("Letter!", "Int64"), ("Letter", "Int64?"), ("Staff!", "Int64")]
    )
    func row(type: String, swiftType: String) throws {
        let swift = try generated(
            "type Mutation { a(input: I!): \(type) } input I { b: Int } type Letter @table(name: \"x\") { id: ID! }",
            dependency: "type Staff @table(name: \"core.staff\") { id: ID! }"
        )
        #expect(swift.contains("func a(_ input: I, _ context: WriteContext) async throws -> \(swiftType)\n"))
        #expect(swift.contains("return Payload(row: try await self.a(decoded, context))\n"))
        #expect(!swift.contains("struct Letter"))
    }

    @Test(
        "A mutation that answers no payload type is refused",
        arguments: ["[Letter!]!", "Int!", "[P!]!", "Foreign", "E!"]
    )
    func result(type: String) {
        #expect(
            refusal(
                "extend type Mutation { a(input: I!): \(type) } input I { b: Int } type P { c: Int } enum E { X } "
                    + "type Letter @table(name: \"x\") { id: ID! }"
            )
                == "/letters/Letters.graphql:1:24: error: Mutation \"a\" must answer an object type without @table that "
                + "this target defines, or one with @table, found \"\(type)\"."
        )
    }

    @Test("A type that two files define is refused")
    func duplicate() {
        let files = ["B.graphql", "A.graphql"].map { InputFile(path: "/\($0)", name: $0, text: "enum E { X }") }
        #expect(
            throws: GenerationError(
                "Type \"E\" is already defined in A.graphql.",
                file: "/B.graphql",
                position: GenerationError.Position(line: 1, column: 6)
            )
        ) {
            try FragmentTypes.generate(from: files)
        }
    }

    @Test("A file that is no GraphQL is refused where it is wrong")
    func syntax() {
        #expect(refusal("enum E {\n}") == "/letters/Letters.graphql:2:1: error: Expected Name, found \"}\".")
        #expect(
            refusal("enum E { X }", dependency: "type {")
                == "/core/Core.graphql:1:6: error: Expected Name, found \"{\"."
        )
    }
}

struct PayloadTests {
    private func payload(_ type: String) -> String {
        """
        extend type Mutation { a(input: I!): P! }
        input I { b: Int }
        type P { f: \(type) }
        enum Kind { X }
        scalar Own
        type Letter @table(name: "letters.letter") { id: ID! }
        type Extended { id: ID! }
        extend type Extended @table(name: "letters.extended")
        type Problem { line: Int! parts: [Part!]! }
        type Part { no: Int! }
        """
    }

    private let dependency =
        "scalar CourtCode enum StaffRole { CLERK } type Staff @table(name: \"core.staff\") { id: ID! }"

    @Test(
        "A field has a Swift type and makes a cell",
        arguments: [
            ("String!", "String", ".text(self.f)"), ("Int!", "Int", ".integer(of: self.f)"),
            ("Float!", "Double", ".double(self.f)"), ("Boolean!", "Bool", ".boolean(self.f)"),
            ("ID!", "EntityID", ".key(self.f.value)"), ("Date!", "CalendarDate", ".date(self.f)"),
            ("DateTime!", "Timestamp", ".timestamp(self.f)"), ("Own!", "String", ".text(self.f)"),
            ("CourtCode!", "String", ".text(self.f)"), ("StaffRole!", "String", ".text(self.f)"),
            ("Kind!", "Kind", ".text(self.f.rawValue)"), ("Letter!", "Int64", ".key(self.f)"),
            ("Extended!", "Int64", ".key(self.f)"), ("Staff!", "Int64", ".key(self.f)"),
            ("Unknown!", "Int64", ".key(self.f)"), ("[String!]!", "[String]", ".texts(self.f)"),
            ("[Kind!]!", "[Kind]", ".texts(self.f.map(\\.rawValue))"),
            ("[ID!]!", "[EntityID]", ".keys(self.f.map(\\.value))"),
        ]
    )
    func cells(type: String, swiftType: String, cell: String) throws {
        let swift = try generated(payload(type), dependency: dependency)
        #expect(swift.contains("    package let f: \(swiftType)\n"))
        #expect(swift.contains("        payload.cells.append((name: \"f\", cell: PayloadCell\(cell)))\n"))
    }

    @Test(
        "A nullable field is null when it is nil",
        arguments: [
            ("String", "String?", "self.f.map { PayloadCell.text($0) } ?? .null"),
            ("Letter", "Int64?", "self.f.map { PayloadCell.key($0) } ?? .null"),
            ("Kind", "Kind?", "self.f.map { PayloadCell.text($0.rawValue) } ?? .null"),
            ("[Kind!]", "[Kind]?", "self.f.map { PayloadCell.texts($0.map(\\.rawValue)) } ?? .null"),
        ]
    )
    func nullable(type: String, swiftType: String, cell: String) throws {
        let swift = try generated(payload(type), dependency: dependency)
        #expect(swift.contains("    package let f: \(swiftType)\n"))
        #expect(swift.contains("        f: \(swiftType) = nil\n"))
        #expect(swift.contains("(name: \"f\", cell: \(cell))"))
    }

    @Test("A list of rows holds their keys, a list of other objects their payloads")
    func lists() throws {
        let rows = try generated(payload("[Letter!]!"))
        #expect(rows.contains("package let f: [Int64]\n"))
        #expect(
            rows.contains(
                "(name: \"f\", items: self.f.map { Payload(cells: [(name: \"key\", cell: PayloadCell.key($0))]) })"
            )
        )
        #expect(!rows.contains("struct Problem"))
        let objects = try generated(payload("[Problem!]!"))
        #expect(objects.contains("package let f: [Problem]\n"))
        #expect(objects.contains("(name: \"f\", items: self.f.map(\\.payload))"))
        #expect(objects.contains("package struct Problem: Hashable, PayloadEncodable"))
        #expect(objects.contains("package struct Part: Hashable, PayloadEncodable"))
    }

    @Test("A type that several mutations answer is written once")
    func once() throws {
        let swift = try generated(
            "extend type Mutation { a(input: I!): P! b(input: I!): P! } input I { c: Int } type P { d: Int }"
        )
        #expect(swift.split(separator: "package struct P:").count == 2)
    }

    @Test(
        "A field that no payload can hold is refused",
        arguments: [
            ("Problem!", "an object without @table can only stand in a list"),
            ("[Problem!]", "a list of objects must be non-null"), ("[Letter!]", "a list of objects must be non-null"),
            ("[String]!", "the items of a list must be non-null"),
            ("[[String!]!]!", "the items of a list must be non-null"),
            ("[Int!]!", "a list may hold texts, enum values, IDs or objects"),
        ]
    )
    func refused(type: String, reason: String) {
        #expect(
            refusal(payload(type))
                == "/letters/Letters.graphql:3:10: error: Payload field \"P.f\": \(reason), found \"\(type)\"."
        )
    }
}

@Suite("Inputs that change a row")
struct ChangeInputTests {
    private static let sdl = """
        type Letter @table(name: "letters.letter") CHANGES { id: ID! }
        input TransferInput @change(of: "Letter") {
            toldOn: Date! @past(notBefore: "receivedOn")
            sentOn: Date @past(notBefore: ["toldOn", "sentOn"])
        }
        type P { c: Int }
        type Mutation { transfer(input: TransferInput!): P other: P }
        """

    @Test("The input has its fields and what the change of a row needs")
    func conformance() throws {
        let swift = try generated(Self.sdl.replacing("CHANGES", with: ""))
        #expect(swift.contains("    package let letterId: EntityID\n"))
        #expect(swift.contains("    package let version: Int\n    package let toldOn: CalendarDate\n"))
        #expect(swift.contains("    package let idempotencyKey: InputField<String>\n"))
        #expect(
            swift.contains(
                """
                extension TransferInput: ChangeInput {
                    package static let mutation = "transfer"

                    package var rowID: EntityID { self.letterId }

                    package var rowDates: [RowDate] {
                        var dates: [RowDate] = []
                        dates.append(RowDate(date: self.toldOn, field: "receivedOn", path: InputPath(["input", "toldOn"])))
                        if let date = self.sentOn.value {
                            dates.append(RowDate(date: date, field: "sentOn", path: InputPath(["input", "sentOn"])))
                        }
                        return dates
                    }
                }

                """
            )
        )
        #expect(swift.contains("func transfer(_ input: TransferInput, _ context: WriteContext)"))
    }

    @Test("Where a workflow brings the command, nothing is left to write")
    func workflow() throws {
        let swift = try generated(Self.sdl.replacing("CHANGES", with: "@changes(version: \"version\")"))
        #expect(!swift.contains("func transfer"))
        #expect(!swift.contains("Command(name: \"transfer\")"))
        #expect(swift.contains("func other(_ context: WriteContext)"))
        #expect(swift.contains("extension TransferInput: ChangeInput"))
    }

    @Test("An input without dates of the row has none, and @creation only numbers the request")
    func plain() throws {
        let swift = try generated(
            """
            input StartInput @change(of: "Letter")
            input MakeInput @creation { a: Int }
            type P { c: Int }
            type Mutation { start(input: StartInput!): P make(input: MakeInput!): P }
            """
        )
        #expect(swift.contains("    package var rowDates: [RowDate] {\n        []\n    }\n"))
        #expect(!swift.contains("extension MakeInput"))
        #expect(swift.components(separatedBy: "package let idempotencyKey").count == 3)
    }

    @Test("An input that changes a row belongs to one mutation")
    func several() {
        let input = "input StartInput @change(of: \"Letter\")\ntype P { c: Int }\n"
        let text = "/letters/Letters.graphql:1:7: error: Input \"StartInput\" has @change, so one mutation takes it as "
        #expect(refusal(input) == text + "\"input\", found 0.")
        #expect(
            refusal(input + "type Mutation { a(input: StartInput!): P b(input: StartInput!): P }")
                == text + "\"input\", found 2."
        )
    }
}
