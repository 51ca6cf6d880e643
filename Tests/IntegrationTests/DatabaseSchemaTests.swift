import CommandTesting
import DocketTesting
import Foundation
import Testing

@Suite("The published tables")
struct DatabaseSchemaTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("schema/database.sql is what the migrations make, as scripts/schema.sh writes it")
    func isFresh() async throws {
        let folder = try await Command.run("bash", [Self.root.path + "/scripts/postgres-bin.sh"]).text
            .trimmingCharacters(in: .newlines)
        try await TestCourt.with(plugins: Installed.all) { court in
            let dump = try await Command.run(
                "bash",
                [Self.root.path + "/scripts/dump-schema.sh", court.databaseURL],
                environment: ["PATH": (ProcessInfo.processInfo.environment["PATH"] ?? "") + ":" + folder]
            )
            #expect(dump.status == 0, "\(dump.errors)")
            let published = try String(
                contentsOf: Self.root.appendingPathComponent("schema/database.sql"),
                encoding: .utf8
            )
            let (lines, expected) = (Self.statements(dump.text), Self.statements(published))
            let difference = zip(expected, lines).first { $0.0 != $0.1 }
            #expect(difference == nil, "out of date, run `make schema`: \(difference.map { "\($0)" } ?? "")")
            #expect(lines.count == expected.count, "out of date: run `make schema`")
            #expect(lines.count > 1000)
        }
    }

    /// Without the session's settings, which each version of pg_dump writes its own of.
    private static func statements(_ dump: String) -> [Substring] {
        dump.split(separator: "\n").filter { !$0.hasPrefix("SET ") && !$0.hasPrefix("--") }
    }
}
