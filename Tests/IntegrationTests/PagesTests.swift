import CommandTesting
import Foundation
import Testing

/// What the project's pages say of the source, read from both.
@Suite("The pages and the source")
struct PagesTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func page(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }

    /// The files under a folder of the project with one of these endings, tests left out.
    private static func files(under folder: String, ending: String = ".swift") -> [String] {
        (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(ending) && !$0.contains("Tests/") && !$0.contains(".build/") }
            .map { "\(folder)/\($0)" }
    }

    private static func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            Range(match.range(at: match.numberOfRanges - 1), in: text).map { String(text[$0]) }
        }
    }

    // MARK: Error codes

    /// The source, without the schema tool's words and without tests.
    private static func source() throws -> [String: String] {
        let paths = ["Sources", "Plugins"].flatMap {
            files(under: $0) + files(under: $0, ending: ".graphql")
        }
        return Dictionary(
            try paths.filter { !$0.hasPrefix("Sources/DocketTesting/") }.map { ($0, try page($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A code as it is made: `code: "X"`, `Code("X")`, `Self("X")` of a code, a refusal's or a fault's.
    private static let makings = [
        #"\bcode: "([A-Z][A-Z0-9_]+)""#,
        #"\bCode\((?:rawValue: |name: )?"([A-Za-z_0-9]+)"\)"#,
        #"\bstatic let \w+ = Self\("([A-Z][A-Z0-9_]+)"\)"#,
        #"\bRefusal\(\s*\.\w+,\s*"([A-Z][A-Z0-9_]+)""#,
        #"\b(?:add|report)\((?:[^"()]|\([^()]*\)|\["[^"]*"\])*,\s*"([A-Z][A-Z0-9_]+)","#,
        #"\bDomainError\(\s*\.init\("([A-Z][A-Z0-9_]+)"\)"#,
        #"\bstatic let (?:code|ruleBroken|limitPassed) = "([A-Z][A-Z0-9_]+)""#,
    ]

    /// Codes of the page: words in capitals, and those of the database's clients in backquotes.
    private static func documented(_ page: String) throws -> Set<String> {
        let capitals = try matches(#"^\| ([A-Z][A-Z0-9_ ·]+?)(?: \||$)"#, in: page)
            .flatMap { $0.components(separatedBy: " · ") }
        let log = page.components(separatedBy: "## The log, and the start").last ?? ""
        return Set(capitals + (try matches(#"`([A-Za-z_0-9]+)`"#, in: log)))
    }

    @Test("Every code of the source stands in docs/errors.md, and every code there is made in the source")
    func errorCodes() throws {
        let source = try Self.source()
        let made = Set(
            try source.values.flatMap { text in try Self.makings.flatMap { try Self.matches($0, in: text) } }
        )
        let documented = try Self.documented(Self.page("docs/errors.md"))
        #expect(made.count > 100)
        #expect(made.subtracting(documented).sorted() == [], "made in the source, and not in docs/errors.md")
        #expect(documented.subtracting(made).sorted() == [], "in docs/errors.md, and made nowhere in the source")
    }

    @Test("No code is declared that nothing gives")
    func unusedCodes() throws {
        let source = try Self.source()
        let all = source.values.joined(separator: "\n")
        let literals = try Self.matches(#"code: "([A-Z_0-9]+)""#, in: all)
        let declarations = #"static let (\w+)\s*=\s*(?:Code|Self)\((?:rawValue: |name: )?"\w+"\)"#
        let unused = try Self.matches(declarations, in: all).filter { name in
            try Self.matches("(\\.\(name))\\b", in: all).isEmpty && !literals.contains(Self.shouted(name))
        }
        #expect(unused.sorted() == [])
        // A format that nobody reads gives its codes to nobody.
        let formats = try Self.files(under: "Sources/CourtFormats").filter {
            try Self.page($0).contains("FormatError(code:")
        }
        for file in formats {
            let type = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let isUsed = source.contains { $0.key != file && $0.value.contains(type) }
            #expect(isUsed, "\(type) is used nowhere")
        }
    }

    /// `TEXT_TOO_LONG` for `textTooLong`.
    private static func shouted(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1)" : $1.uppercased() }
    }

    // MARK: Targets

    /// The targets that a target's files import, by the target's folder.
    private static func imports(of folder: String) throws -> Set<String> {
        let pattern = #"^(?:public |package |internal |private )?import (?:struct |enum |func )?(\w+)"#
        return Set(try files(under: folder).flatMap { try matches(pattern, in: page($0)) })
    }

    @Test("Every arrow of docs/architecture.md is an import, and the table names every target")
    func arrows() throws {
        let text = try Self.page("docs/architecture.md")
        let block = text.components(separatedBy: "```")[1]
        // `A ← B → C` is two arrows; a list on a side stands for each of its members.
        var arrows: [(importer: String, imported: String)] = []
        for line in block.split(separator: "\n").flatMap({ $0.components(separatedBy: "        ") }) {
            let chain = line.components(separatedBy: ";")[0]
            let names = chain.components(separatedBy: ["←", "→"]).map { side in
                side.components(separatedBy: ",").map { name in
                    name.replacing("(build tool)", with: "").trimmingCharacters(in: .whitespaces)
                }
            }
            for (position, arrow) in chain.filter({ "←→".contains($0) }).enumerated() {
                for left in names[position] {
                    for right in names[position + 1] {
                        arrows.append(arrow == "←" ? (right, left) : (left, right))
                    }
                }
            }
        }
        #expect(arrows.count > 20)
        for arrow in arrows {
            let folders =
                switch arrow.importer {
                case "Plugins/*": ["Plugins/Letters", "Plugins/Dossiers"]
                case let name where name.hasPrefix("Plugins/"): [name]
                case let name: ["Sources/\(name)"]
                }
            for folder in folders {
                let isThere = try Self.imports(of: folder).contains(arrow.imported)
                #expect(isThere, "\(arrow.importer) does not import \(arrow.imported)")
            }
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Sources")
        let table = text.components(separatedBy: "| target |")[1].components(separatedBy: "##")[0]
        for folder in folders where !folder.hasPrefix("C") || folder == "CommandTesting" || folder.hasPrefix("Co") {
            let isNamed = table.contains(folder)
            #expect(isNamed, "\(folder) is not in the table")
        }
    }

    @Test("Package.swift declares no target of its own that nothing imports")
    func declaredImports() throws {
        let manifest = try Self.page("Package.swift")
        let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Sources")
        let calls = manifest.components(separatedBy: "\n        module(").dropFirst()
        #expect(calls.count > 15)
        for call in calls {
            // On a line of its own, or to the parenthesis below its beginning.
            let body = call.components(separatedBy: call.hasPrefix("\n") ? "\n        )" : "),\n")[0]
            let quoted = try Self.matches(#""(\w+)""#, in: body.components(separatedBy: "exclude:")[0])
            guard let name = quoted.first else { continue }
            let imported = try Self.imports(of: "Sources/\(name)")
            for dependency in quoted.dropFirst() where folders.contains(dependency) {
                #expect(imported.contains(dependency), "\(name) declares \(dependency) and imports it nowhere")
            }
        }
    }

    @Test("The command line, the demonstration and the test kit name no plugin, but in examples of their comments")
    func namesOfPlugins() throws {
        for folder in ["DocketCommands", "DemoData", "DocketTesting", "PluginTools", "DocketServer", "PluginHost"] {
            for file in Self.files(under: "Sources/\(folder)") {
                let code = try Self.page(file).split(separator: "\n").filter { line in
                    !line.drop { $0 == " " }.hasPrefix("//")
                }.joined(separator: "\n")
                let named = try Self.matches(#"\b(Letters?|letters?|Dossiers?|dossiers?|TransferBatch)\b"#, in: code)
                #expect(named == [], "\(file)")
            }
        }
    }

    // MARK: Names of files and commands

    private static let pages = ["README.md"] + files(under: "docs", ending: ".md").filter { !$0.contains("decisions/") }

    @Test("Every file that a page links to or names by its path is there")
    func paths() throws {
        #expect(Self.pages.count > 8)
        let sources = Set(
            (Self.files(under: "Sources") + Self.files(under: "Plugins")).map {
                URL(fileURLWithPath: $0).lastPathComponent
            }
        )
        for page in Self.pages {
            let text = try Self.page(page)
            let folder = URL(fileURLWithPath: "\(Self.root)/\(page)").deletingLastPathComponent()
            for link in try Self.matches(#"\]\(([^)#]+)[^)]*\)"#, in: text) where !link.contains("://") {
                let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent(link).path)
                #expect(isThere, "\(page) links to \(link)")
            }
            for path in try Self.matches(#"`((?:Sources|Tests|docs|scripts|docker|schema)/[\w./+-]+)`"#, in: text) {
                // The page for authors names files of a package of their own, too.
                let places = [Self.root, "\(Self.root)/Tests/VisitsPackage"]
                let isThere = places.contains { FileManager.default.fileExists(atPath: "\($0)/\(path)") }
                #expect(isThere, "\(page) names \(path)")
            }
            for file in try Self.matches(#"`([A-Z]\w+\.swift)`"#, in: text) where page.contains("threat-model") {
                #expect(sources.contains(file), "\(page) names \(file)")
            }
        }
    }

    @Test("Every make target and every command of docket that a page tells of exists, and README names them all")
    func commands() async throws {
        let makefile = try Self.page("Makefile")
        let targets = Set(try Self.matches(#"^([a-z-]+):.*## "#, in: makefile))
        let help = try await DocketProgram.run(["--help"]).text
        let subcommands = Set(try Self.matches(#"^  ([a-z]+) +[A-Z]"#, in: help))
        #expect(targets.count > 10 && subcommands.count > 8)
        for page in Self.pages {
            let text = try Self.page(page)
            let made = Set(
                try Self.matches(#"[`\s]make ([a-z][a-z-]+)(?=[`\s,;:)])"#, in: text.replacing("to make ", with: ""))
            )
            .intersection(try Self.matches(#"`(?:[A-Z_]+=\S* )*make ([a-z-]+)"#, in: text) + ["run", "test"])
            #expect(made.subtracting(targets).sorted() == [], "\(page)")
            let run = Set(try Self.matches(#"(?:`|^)docket ([a-z]+)"#, in: text))
            #expect(run.subtracting(subcommands).sorted() == [], "\(page)")
        }
        let readme = try Self.page("README.md")
        for target in targets.subtracting(["help", "clean", "format"]) {
            #expect(readme.contains("`make \(target)`"), "README does not tell of make \(target)")
        }
        for command in subcommands.subtracting(["help"]) {
            #expect(readme.contains("`docket \(command)"), "README does not tell of docket \(command)")
        }
    }
}
