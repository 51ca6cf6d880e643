/// A file of the target: where it is, what it is called in generated code, and its text.
struct InputFile: Hashable {
    /// For diagnostics.
    let path: String
    /// Relative to the target: `Letters.graphql`, `Migrations/0001_letters.sql`.
    let name: String
    let text: String
    /// The module that has its types, where the target may import that; nil for the target's own files too.
    var module: String?

    /// Takes a file's bytes, which must be UTF-8.
    init(path: String, name: String, bytes: [UInt8]) throws(GenerationError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw GenerationError("The file is not UTF-8.", file: path)
        }
        self.init(path: path, name: name, text: text)
    }

    init(path: String, name: String, text: String) {
        self.path = path
        self.name = name
        self.text = text
    }

    func hasExtension(_ suffixes: String...) -> Bool {
        suffixes.contains { name.hasSuffix(".\($0)") }
    }
}
