/// The program that runs: `docket`, or one of another package over plugins of its own.
package enum Program {
    /// The name by which it was called, for what it tells people to type.
    package static let name: String = {
        let path = CommandLine.arguments.first ?? ""
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return name.isEmpty ? "docket" : name
    }()
}
