import Foundation

/// The build tool: `FragmentTypes --output DIR --root DIR [--module NAME] [--dependency FILE]… FILE…` writes
/// `Embedded.swift`, and `FragmentTypes.swift` when there is an SDL file.
///
/// `--module` says where the enums of the dependencies after it are Swift types; an empty one, that they are not.
@main
enum FragmentTypes {
    static func main() {
        do {
            try run(Arguments(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    /// Reads the files, and writes the generated ones.
    static func run(_ arguments: Arguments) throws {
        let files = try arguments.files.map { try file($0, in: arguments.root) }
        let dependencies = try arguments.dependencies.map { dependency in
            var file = try file(dependency.path, in: "")
            file.module = dependency.module
            return file
        }
        let outputs = try generate(from: files, dependencies: dependencies)
        for (name, text) in outputs {
            let file = URL(filePath: arguments.output).appending(path: name)
            let data = Data(text.utf8)
            // A file that stays as it is compiles nothing anew.
            if (try? Data(contentsOf: file)) != data { try data.write(to: file) }
        }
    }

    /// The generated files by name.
    static func generate(
        from files: [InputFile],
        dependencies: [InputFile] = []
    ) throws(GenerationError) -> [(name: String, text: String)] {
        var outputs = [(name: "Embedded.swift", text: EmbeddedFiles(files: files).swift)]
        let fragments = files.filter { $0.hasExtension("graphql") }
        if !fragments.isEmpty {
            let set = try FragmentSet(fragments: fragments, dependencies: dependencies)
            outputs.append((name: "FragmentTypes.swift", text: try FragmentWriter(fragments: set).swift()))
        }
        return outputs
    }

    private static func file(_ path: String, in root: String) throws -> InputFile {
        let prefix = root.hasSuffix("/") || root.isEmpty ? root : root + "/"
        let name = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
        let data = try Data(contentsOf: URL(filePath: path))
        return try InputFile(path: path, name: name, bytes: [UInt8](data))
    }
}
