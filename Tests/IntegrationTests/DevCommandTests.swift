import CommandTesting
import Foundation
import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("docket dev, and a program of another name")
struct DevCommandTests {
    /// The command under another name, as a program of one's own over other plugins has.
    private static func court(in folder: TemporaryDirectory) throws -> String {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        let name = folder.file("court")
        try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: docket)
        return name
    }

    @Test("Its help and its faults name the program that was called")
    func name() async throws {
        let folder = try TemporaryDirectory()
        let court = try Self.court(in: folder)
        let help = try await Command.run(court, ["--help"])
        #expect(help.text.contains("USAGE: court <subcommand>"), "\(help.text)")
        let fault = try await Command.run(court, ["dev", "--prot", "1"])
        #expect(fault.status != 0 && fault.errors.contains("Usage: court dev"), "\(fault.errors)")
        #expect(!help.text.contains("docket <") && !fault.errors.contains("docket dev"))
    }

    /// A development server that runs; ended with its database when the test is.
    private final class Running {
        let process = Process()
        private let output: String

        init(_ program: String, _ arguments: [String], in folder: TemporaryDirectory, run: Int) throws {
            output = folder.file("output\(run)")
            try Data().write(to: URL(fileURLWithPath: output))
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
            process.standardError = process.standardOutput
            try process.run()
        }

        var text: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

        /// Waits until it has greeted, or has ended.
        func greeting() async throws -> String {
            while process.isRunning, !text.contains("Ctrl-C stops it") { try await Task.sleep(for: .milliseconds(50)) }
            return text
        }

        func stop() async throws {
            process.terminate()
            while process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        }
    }

    @Test("The line that it says to try answers, whichever plugins there are; --reset makes the database anew")
    func greeting() async throws {
        let folder = try TemporaryDirectory()
        let data = URL(fileURLWithPath: folder.file("data")).path
        let court = try Self.court(in: folder)
        let without = ["letters", "dossiers", "coordination"].flatMap { ["--without", $0] }
        let arguments = ["dev", "--data", data, "--port", "0"] + without
        var tokens: Set<String> = []
        for (run, more) in [[], ["--reset"]].enumerated() {
            let server = try Running(court, arguments + more, in: folder, run: run)
            let greeting = try await server.greeting()
            let line = greeting.split(separator: "\n").first { $0.hasPrefix("curl ") } ?? "false"
            let answer = try await Command.run("bash", ["-c", "\(line) -sS"])
            try await server.stop()
            #expect(line != "false", "\(greeting)")
            let json = try JSONReader.read(answer.output)
            #expect(json["errors"] == nil, "\(answer.text) \(answer.errors)")
            #expect(answer.text.contains(#""code":"晋03""#), "\(answer.text)")
            tokens.insert(String(try #require(line.firstMatch(of: /Bearer ([^\']+)/)).1))
        }
        #expect(tokens.count == 2, "what was in the database is gone, its tokens with it")
    }
}
