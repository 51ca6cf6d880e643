import CommandTesting
import Foundation
import Testing

@Suite("The scripts")
struct ScriptTests {
    private static let scripts = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("scripts").path

    /// What is printed of a log of `swift test`.
    private func summary(_ log: String, status: Int) async throws -> [Substring] {
        let result = try await Command.run(
            "awk",
            ["-f", "\(Self.scripts)/test-summary.awk", "-v", "file=LOG", "-v", "status=\(status)"],
            input: Array(log.utf8)
        )
        #expect(result.status == 0, "\(result.errors)")
        return result.text.split(separator: "\n")
    }

    @Test("The summary of a run that passed is its closing line, which CI reads")
    func passed() async throws {
        let log = """
            Build complete!
            ◇ Test run started.
            ◇ Test "a" started.
            ✔ Test "a" passed after 0.1 seconds.
            ✔ Test run with 1 test in 1 suite passed after 0.2 seconds.
            """
        #expect(
            try await summary(log, status: 0) == [
                "The whole output is in LOG.", "✔ Test run with 1 test in 1 suite passed after 0.2 seconds.",
            ]
        )
    }

    @Test("What failed stands last, with all its reasons and nothing of what passed beside it")
    func failed() async throws {
        let log = """
            ✘ Test "a" recorded an issue at A.swift:1:1: Expectation failed: x → 1
            ↳ the reason
            and more of it
            ✔ Test "b" passed after 0.1 seconds.
            some output
            ✘ Test "c" recorded an issue with 2 arguments at A.swift:2:1: Caught error: y
            ✘ Test "a" failed after 0.2 seconds with 1 issue.
            ✘ Test run with 3 tests in 1 suite failed after 0.3 seconds with 2 issues.
            """
        #expect(
            try await summary(log, status: 1) == [
                "The whole output is in LOG.",
                "✘ Test run with 3 tests in 1 suite failed after 0.3 seconds with 2 issues.",
                "✘ Test \"a\" recorded an issue at A.swift:1:1: Expectation failed: x → 1",
                "↳ the reason", "and more of it",
                "✘ Test \"c\" recorded an issue with 2 arguments at A.swift:2:1: Caught error: y",
            ]
        )
        let long = (0..<100).map { "line \($0)" }.joined(separator: "\n")
        let shortened = try await summary(
            "✘ Test \"a\" recorded an issue at A.swift:1:1: z\n\(long)\n✘ Test run with 1 test in 1 suite failed after 1 seconds.",
            status: 1
        )
        #expect(shortened.count == 33)
        #expect(shortened.last == "  … (more in LOG)")
    }

    @Test("A run that ended before its end is said to have, with its last lines")
    func crashed() async throws {
        let lines = try await summary("◇ Test \"a\" started.\nerror: Exited with unexpected signal code 11", status: 1)
        #expect(lines.first == "The tests ended without a result, with status 1. The last lines of LOG:")
        #expect(lines.last == "  error: Exited with unexpected signal code 11")
    }

    @Test("On a bare Debian, setup.sh names all packages in one line to paste, those of Swift's toolchain included")
    func bareMachine() async throws {
        let folder = try TemporaryDirectory()
        for program in ["bash", "cat", "grep", "sort", "head", "sed", "dirname"] {
            let path = try await Command.run("sh", ["-c", "command -v \(program)"]).text
            try FileManager.default.createSymbolicLink(
                atPath: folder.file(program),
                withDestinationPath: path.trimmingCharacters(in: .newlines)
            )
        }
        for (name, script) in [("id", "echo 1000"), ("ldconfig", "echo"), ("apt-get", "exit 1"), ("sudo", "exit 1")] {
            let file = try folder.write("#!/bin/sh\n\(script)\n", to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        }
        let result = try await Command.run(
            folder.file("bash"),
            ["\(Self.scripts)/setup.sh"],
            environment: ["PATH": folder.path]
        )
        #expect(result.status == 1)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.first?.hasPrefix("Swift is missing: install the toolchain ") == true)
        let line = try #require(lines.last)
        #expect(line.hasPrefix("    sudo apt-get install -y --no-install-recommends "))
        for package in [
            "libncurses6", "libsqlite3-0", "libcurl4", "libxml2", "binutils", "git", "make", "curl", "libpq-dev",
        ] {
            #expect(line.split(separator: " ").contains(Substring(package)), "\(package)")
        }
    }

    @Test("install.sh refuses a folder that is no path from /, before it builds anything")
    func installFolder() async throws {
        let result = try await Command.run("bash", ["\(Self.scripts)/install.sh", "usr"])
        #expect(result.status == 1)
        #expect(result.errors == "PREFIX and DESTDIR are paths from /, not \"usr/bin\".\n")
    }
}
