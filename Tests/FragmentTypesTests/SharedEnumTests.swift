import Testing

@testable import FragmentTypes

@Suite("An enum of another target")
struct SharedEnumTests {
    private let core = "enum MatterClass { SUGGESTION } enum Unused { A } scalar CourtCode"
    private let sdl = """
        type Letter @table(name: "letters.letter") { id: ID! }
        input ClassifyInput { matterClass: MatterClass! other: MatterClass all: [MatterClass!]! court: CourtCode! }
        type ClassifyPayload { letter: Letter matterClass: MatterClass! others: [MatterClass!]! }
        extend type Mutation {
            classify(input: ClassifyInput!): ClassifyPayload
            mark(as: MatterClass!): Letter
        }
        """

    @Test("Is its Swift type in inputs, arguments and payloads, imported from where it is defined")
    func imported() throws {
        let swift = try generated(sdl, dependency: core, module: "CourtCore")
        #expect(
            swift.hasPrefix(
                "// Generated from the fragments of this target.\npackage import CourtCore\npackage import PluginKit\n\n"
            )
        )
        for property in [
            "matterClass: MatterClass\n", "other: InputField<MatterClass>\n", "all: [MatterClass]\n", "court: String\n",
            "others: [MatterClass]\n",
        ] { #expect(swift.contains("    package let \(property)"), "\(property)") }
        #expect(swift.contains("func mark(`as`: MatterClass, _ context: WriteContext) async throws -> Int64?"))
        #expect(swift.contains("cell: PayloadCell.text(self.matterClass.rawValue)"))
        #expect(!swift.contains("enum MatterClass"))
    }

    @Test("Is text where its target cannot be imported")
    func foreign() throws {
        let swift = try generated(sdl, dependency: core)
        #expect(swift.contains("package let matterClass: String\n"))
        #expect(swift.contains("mark(`as`: String,"))
        #expect(!swift.contains("import CourtCore"))
    }

    @Test("Imports nothing where only reads use it, or a type of the target's own has its name")
    func unused() throws {
        let reads = """
            input LetterFilter { matterClass: MatterClass }
            extend type Query { letters(filter: LetterFilter): Int }
            input A { b: Int }
            extend type Mutation { c(input: A!): D }
            type D { e: Int }
            """
        #expect(try !generated(reads, dependency: core, module: "CourtCore").contains("CourtCore"))
        let own = try generated(sdl + " enum MatterClass { OWN }", dependency: core, module: "CourtCore")
        #expect(!own.contains("import CourtCore"))
        #expect(own.contains("case own = \"OWN\""))
    }

    @Test("Arguments name the module of the dependencies that follow, until another or none")
    func arguments() throws {
        let arguments = try Arguments([
            "--output", "o", "--root", "r", "--dependency", "a", "--module", "CourtCore", "--dependency", "b",
            "--dependency", "c", "--module", "", "--dependency", "d", "e",
        ])
        #expect(arguments.dependencies.map(\.path) == ["a", "b", "c", "d"])
        #expect(arguments.dependencies.map(\.module) == [nil, "CourtCore", "CourtCore", nil])
        #expect(arguments.files == ["e"])
    }
}
