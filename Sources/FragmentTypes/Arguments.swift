/// What the build tool is called with.
struct Arguments: Equatable {
    var output = ""
    var root = ""
    var dependencies: [Dependency] = []
    var files: [String] = []

    /// A fragment of another target.
    struct Dependency: Hashable {
        let path: String
        /// The module that the target imports for its enums; nil where it cannot.
        let module: String?
    }

    init(_ arguments: some Sequence<String>) throws(UsageError) {
        var iterator = arguments.makeIterator()
        var module: String?
        while let argument = iterator.next() {
            guard argument.hasPrefix("--") else {
                files.append(argument)
                continue
            }
            guard let value = iterator.next() else { throw UsageError(description: "\(argument) needs a value") }
            switch argument {
            case "--output": output = value
            case "--root": root = value
            case "--module": module = value.isEmpty ? nil : value
            case "--dependency": dependencies.append(Dependency(path: value, module: module))
            default: throw UsageError(description: "unknown option \(argument)")
            }
        }
        if output.isEmpty || root.isEmpty { throw UsageError(description: "--output and --root are needed") }
    }

    struct UsageError: Error, Hashable, CustomStringConvertible {
        let description: String
    }
}
