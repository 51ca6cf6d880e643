/// The `Embedded` enum: a target's files as constants.
struct EmbeddedFiles {
    let files: [InputFile]

    /// The Swift source; `fragments` and `migrations` for SDL and SQL, `files` for data.
    var swift: String {
        let sorted = files.sorted { $0.name < $1.name }
        let fragments = sorted.filter { $0.hasExtension("graphql") }
        let migrations = sorted.filter { $0.hasExtension("sql") }
        let data = sorted.filter { $0.hasExtension("csv", "yaml") }
        let isFeature = !(fragments.isEmpty && migrations.isEmpty)

        var members: [String] = []
        if isFeature {
            let fragmentItems = fragments.map { file in
                "SchemaFragment(file: \(quoted(file.name)), text: \(SwiftText.rawLiteral(file.text)))"
            }
            let migrationItems = migrations.map { file in
                let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
                return "Migration(file: \(quoted(name)), sql: \(SwiftText.rawLiteral(file.text)))"
            }
            members.append("package static let fragments: [SchemaFragment] = \(list(fragmentItems, empty: "[]"))")
            members.append("package static let migrations: [Migration] = \(list(migrationItems, empty: "[]"))")
        }
        if !data.isEmpty {
            let items = data.map { "\(quoted($0.name)): \(SwiftText.rawLiteral($0.text))" }
            members.append("package static let files: [String: String] = \(list(items, empty: "[:]"))")
        }
        return """
            // Generated from the files of this target.
            \(isFeature ? "package import PluginKit\n" : "")
            /// The files of this target as constants.
            package enum Embedded {
            \(members.joined(separator: "\n"))
            }

            """
    }

    private func list(_ items: [String], empty: String) -> String {
        items.isEmpty ? empty : "[\n\(items.joined(separator: ",\n")),\n]"
    }

    private func quoted(_ name: String) -> String {
        "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
