import Foundation
import GraphQLExecution
import GraphQLLanguage
import Postgres
import Synchronization
import Testing

@testable import GraphQLPostgres

/// A read in four files side by side: the query (with variables, where it has some), the response, the statements that
/// were sent, and the plan.
struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    static let all: [Scenario] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".graphql") }.map { Scenario(name: String($0.dropLast(8))) }
            .sorted { $0.name < $1.name }
    }()

    /// Whether the files are to be written anew instead of compared.
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"

    func text(_ suffix: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(name + suffix), encoding: .utf8)
    }

    func has(_ suffix: String) -> Bool {
        FileManager.default.fileExists(atPath: Self.folder.appendingPathComponent(name + suffix).path)
    }

    /// The words of a comment in the query: `# permissions: letters.read`, `# cost limit: 100`, `# fixture: casework`.
    static func setting(_ name: String, in query: String) -> [String]? {
        let mark = "# \(name):"
        guard let line = query.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else { return nil }
        return line.dropFirst(mark.count).split(separator: " ").map(String.init)
    }

    /// Compares with a file, or writes it.
    func check(_ found: String, _ suffix: String) throws {
        let file = Self.folder.appendingPathComponent(name + suffix)
        if Self.isUpdating {
            let isSame = (try? text(suffix)) == found
            if !isSame { try Data(found.utf8).write(to: file) }
            return
        }
        let expected = has(suffix) ? try text(suffix) : ""
        #expect(found == expected, "\(name)\(suffix) differs; UPDATE_SNAPSHOTS=1 writes it anew")
    }

    /// What one request sent, without what tells PostgreSQL who is asking.
    static func sql(_ trips: [[String]]) -> String {
        let kept = trips.map { $0.filter { !isSetting($0) } }.filter { !$0.isEmpty }
        let count = kept.reduce(0) { $0 + $1.count { !isControl($0) } }
        var text =
            "-- \(count) statement\(count == 1 ? "" : "s") in \(kept.count) round trip\(kept.count == 1 ? "" : "s")\n"
        for (index, trip) in kept.enumerated() {
            text += "\n-- round trip \(index + 1)\n"
            for (position, statement) in trip.enumerated() {
                text += position == 0 || isControl(statement) || isControl(trip[position - 1]) ? "" : "\n"
                text += "\(statement);\n"
            }
        }
        return text
    }

    private static func isSetting(_ statement: String) -> Bool {
        statement.hasPrefix("SELECT set_config(") || statement.hasPrefix("SET LOCAL ROLE")
    }

    private static func isControl(_ statement: String) -> Bool {
        ["BEGIN", "START", "COMMIT", "ROLLBACK"].contains { statement.hasPrefix($0) }
    }
}

/// The statements of each round trip of a pool.
final class StatementRecorder: Sendable {
    private let trips = Mutex<[[String]]>([])

    func record(_ statements: [BoundStatement]) {
        trips.withLock { $0.append(statements.map(\.statement.text)) }
    }

    /// What was sent since the last call.
    func take() -> [[String]] {
        trips.withLock { trips in
            defer { trips = [] }
            return trips
        }
    }
}
