import Foundation

/// Runs programs for tests, files in place of pipes so that no side waits for the other.
package enum Command {
    /// How a program ended and what it wrote.
    package struct Result: Sendable {
        package let status: Int32
        package let output: [UInt8]
        package let errors: String

        /// The output as text.
        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs a program found in `PATH` to its end; `input` is its whole standard input, `environment` is added to the test's.
    package static func run(
        _ name: String,
        _ arguments: [String],
        input: [UInt8] = [],
        environment: [String: String] = [:]
    ) async throws -> Result {
        let running = try Running(name, arguments, input: input, environment: environment)
        return try await running.result()
    }

    /// A program that runs.
    package struct Running: Sendable {
        private let process: Process
        private let directory: TemporaryDirectory
        private let end: AsyncStream<Int32>

        /// Starts a program found in `PATH`.
        package init(
            _ name: String,
            _ arguments: [String],
            input: [UInt8] = [],
            environment: [String: String] = [:]
        ) throws {
            directory = try TemporaryDirectory()
            process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [name] + arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
            let (end, continuation) = AsyncStream<Int32>.makeStream()
            self.end = end
            process.terminationHandler = { process in
                continuation.yield(process.terminationStatus)
                continuation.finish()
            }
            let inputFile = directory.file("input")
            try Data(input).write(to: URL(fileURLWithPath: inputFile))
            process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputFile))
            process.standardOutput = try Self.writable(directory.file("output"))
            process.standardError = try Self.writable(directory.file("errors"))
            try process.run()
        }

        /// Waits for the end.
        package func result() async throws -> Result {
            var status: Int32 = -1
            for await value in end { status = value }
            return Result(
                status: status,
                output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: directory.file("output")))),
                errors: String(
                    decoding: try Data(contentsOf: URL(fileURLWithPath: directory.file("errors"))),
                    as: UTF8.self
                )
            )
        }

        /// Waits until the program has written a text that holds what is looked for, and answers the text; nil when it
        /// ended before.
        package func writes(_ wanted: String, to stream: Stream) async throws -> String? {
            while true {
                let isRunning = process.isRunning
                let text = try String(contentsOfFile: directory.file(stream.rawValue), encoding: .utf8)
                if text.contains(wanted) { return text }
                guard isRunning else { return nil }
                // A file tells nobody that it grew.
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        /// What a program writes to.
        package enum Stream: String, Sendable {
            case output, errors
        }

        /// Asks the program to end, as a system does.
        package func terminate() { Foundation.kill(process.processIdentifier, SIGTERM) }

        /// Ends the program without letting it say goodbye.
        package func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

        private static func writable(_ path: String) throws -> FileHandle {
            try Data().write(to: URL(fileURLWithPath: path))
            return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        }
    }
}
