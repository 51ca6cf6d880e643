import Testing

@testable import FragmentTypes

struct EmbeddedFilesTests {
    private func file(_ name: String, _ text: String) -> InputFile {
        InputFile(path: "/\(name)", name: name, text: text)
    }

    @Test("Fragments and migrations are constants, sorted by name")
    func feature() {
        let embedded = EmbeddedFiles(files: [
            file("Migrations/0002_b.sql", "SELECT 2"), file("B.graphql", "scalar B\n"), file("A.graphql", "scalar A"),
            file("Migrations/0001_a.sql", "SELECT 1"),
        ])
        #expect(
            embedded.swift == ##"""
                // Generated from the files of this target.
                package import PluginKit

                /// The files of this target as constants.
                package enum Embedded {
                package static let fragments: [SchemaFragment] = [
                SchemaFragment(file: "A.graphql", text: #"""
                scalar A
                """#),
                SchemaFragment(file: "B.graphql", text: #"""
                scalar B

                """#),
                ]
                package static let migrations: [Migration] = [
                Migration(file: "0001_a.sql", sql: #"""
                SELECT 1
                """#),
                Migration(file: "0002_b.sql", sql: #"""
                SELECT 2
                """#),
                ]
                }

                """##
        )
    }

    @Test("A target of data alone imports nothing")
    func data() {
        let swift = EmbeddedFiles(files: [file("b.yaml", "a: 1"), file("a.csv", "x,y")]).swift
        #expect(!swift.contains("import"))
        #expect(!swift.contains("fragments"))
        #expect(swift.contains("package static let files: [String: String] = [\n\"a.csv\": #\"\"\"\nx,y\n\"\"\"#,\n"))
        #expect(swift.contains("\"b.yaml\": "))
    }

    @Test("A target without migrations has an empty list of them")
    func withoutMigrations() {
        let swift = EmbeddedFiles(files: [file("A.graphql", "scalar A")]).swift
        #expect(swift.contains("package static let migrations: [Migration] = []\n"))
    }

    @Test(
        "No text can end its literal",
        arguments: [
            ("a", "#\"\"\"\na\n\"\"\"#"), ("", "#\"\"\"\n\n\"\"\"#"), ("\"\"\"", "#\"\"\"\n\"\"\"\n\"\"\"#"),
            ("\"\"\"#", "##\"\"\"\n\"\"\"#\n\"\"\"##"), ("\\#(x)", "##\"\"\"\n\\#(x)\n\"\"\"##"),
            ("# ## ###", "####\"\"\"\n# ## ###\n\"\"\"####"), (#"\n \"#, "#\"\"\"\n\\n \\\n\"\"\"#"),
            ("a\r\nb", "#\"\"\"\na\\#u{D}\nb\n\"\"\"#"), ("\u{0}\u{FEFF}", "#\"\"\"\n\\#u{0}\\#u{FEFF}\n\"\"\"#"),
            ("\t信", "#\"\"\"\n\t信\n\"\"\"#"),
        ]
    )
    func rawLiteral(text: String, literal: String) {
        #expect(SwiftText.rawLiteral(text) == literal)
    }

    @Test("A file that is not UTF-8 is refused by its path")
    func notUTF8() {
        #expect(throws: GenerationError("The file is not UTF-8.", file: "/a.csv")) {
            try InputFile(path: "/a.csv", name: "a.csv", bytes: [0xC4, 0xE3])
        }
    }

    @Test("Data alone makes no types")
    func outputs() throws {
        let outputs = try FragmentTypes.generate(from: [file("a.csv", "x")])
        #expect(outputs.map(\.name) == ["Embedded.swift"])
    }
}

struct ArgumentsTests {
    @Test("Options may stand anywhere among the files")
    func parsed() throws {
        let arguments = try Arguments([
            "a.graphql", "--output", "/out", "--dependency", "c.graphql", "--root", "/r", "b.sql",
        ])
        #expect(arguments.output == "/out")
        #expect(arguments.root == "/r")
        #expect(arguments.dependencies.map(\.path) == ["c.graphql"])
        #expect(arguments.files == ["a.graphql", "b.sql"])
    }

    @Test(
        "A wrong call says what is wrong",
        arguments: [
            (["--output"], "--output needs a value"), (["--nothing", "x"], "unknown option --nothing"),
            (["a.sql"], "--output and --root are needed"),
        ]
    )
    func refused(arguments: [String], message: String) {
        let error = #expect(throws: Arguments.UsageError.self) { try Arguments(arguments) }
        #expect(error?.description == message)
    }
}
