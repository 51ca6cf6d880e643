import CommandTesting
import Foundation

/// The program `docket`, built beside the tests.
enum DocketProgram {
    typealias Result = Command.Result

    static let path: String = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("docket").path

    /// Runs it to its end.
    static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) async throws
        -> Result
    {
        try await Command.run(path, arguments, input: Array(input.utf8), environment: environment)
    }

    /// Starts it.
    static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Command.Running {
        try Command.Running(path, arguments, environment: environment)
    }
}

extension Command.Result {
    /// What the program complained of: its standard error without the prefix and the usage.
    var complaint: String {
        let lines = errors.split(separator: "\n").prefix { !$0.hasPrefix("Usage:") && !$0.hasPrefix("  See ") }
        return lines.joined(separator: "\n").replacing("Error: ", with: "", maxReplacements: 1)
    }
}
