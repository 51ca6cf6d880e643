import CommandTesting
import CourtCore
import DocketTesting
import Foundation
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Malware scanning of materials")
struct MaterialScanTests {
    /// A program of a test's own.
    private func scanner(_ script: String, in directory: TemporaryDirectory, timeLimit: Duration = .seconds(60)) throws
        -> MaterialScanner
    {
        let path = try directory.write("#!/bin/sh\n\(script)\n", to: "scan")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return MaterialScanner(command: path, timeLimit: timeLimit)
    }

    @Test("A clean document is stored as clean; the program has read all of it")
    func clean() async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let seen = directory.file("seen")
            let options = MaterialOptions(scanner: try scanner("cat > \(seen)", in: directory))
            try await desk.with(options) { desk in
                let bytes = SampleDocuments.pdf(600_000)
                let stored = try await desk.store(bytes, for: try await desk.visit())
                #expect(stored.status == 201, "\(stored)")
                #expect(stored.json["scan"] == "CLEAN")
                #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: seen))) == bytes)
            }
        }
    }

    @Test(
        "An infected document, and one of which the program cannot tell, are refused, and nothing stays",
        arguments: [
            ("cat > /dev/null; exit 1", 422, "MATERIAL_INFECTED"),
            // Without reading on.
            ("exit 1", 422, "MATERIAL_INFECTED"), ("cat > /dev/null; exit 2", 503, "MATERIAL_SCAN_FAILED"),
            ("kill -9 $$", 503, "MATERIAL_SCAN_FAILED"),
            // Whoever does not end is ended, with what they have started.
            ("cat > /dev/null; sleep 600", 503, "MATERIAL_SCAN_FAILED"), ("sleep 600", 503, "MATERIAL_SCAN_FAILED"),
        ]
    )
    func refused(_ script: String, _ status: Int, _ code: String) async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let options = MaterialOptions(scanner: try scanner(script, in: directory, timeLimit: .seconds(3)))
            try await desk.with(options) { desk in
                let refused = try await desk.store(SampleDocuments.pdf(600_000), for: try await desk.visit())
                #expect(refused.status == status && refused.code == code, "\(refused)")
                try await desk.expectOnlyStored(0)
                #expect(try await desk.count("core.material") == 0)
            }
        }
    }

    @Test("The program gets nothing of the server's environment")
    func environment() async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let seen = directory.file("seen")
            let options = MaterialOptions(scanner: try scanner("env > \(seen); cat > /dev/null", in: directory))
            try await desk.with(options) { desk in
                #expect(try await desk.store(SampleDocuments.pdf(), for: try await desk.visit()).status == 201)
                let names = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
                    .compactMap { $0.split(separator: "=").first }.filter {
                        !["PATH", "PWD", "_", "SHLVL", "OLDPWD"].contains($0)
                    }
                #expect(names == [])
            }
        }
    }

    @Test("A program that is not there stops the start")
    func missing() async throws {
        try await MaterialDesk.with { desk in
            for command in ["/nowhere/scan", "scan", "/etc/passwd"] {
                await #expect(throws: MissingScanner.self) {
                    try await desk.with(MaterialOptions(scanner: MaterialScanner(command: command))) { _ in }
                }
            }
        }
    }
}
