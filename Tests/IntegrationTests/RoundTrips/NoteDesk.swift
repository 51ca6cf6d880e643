import CourtCore
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// A server with the notes' plugin: sends its mutations, and counts what they left and what they took.
struct NoteDesk {
    /// Rows that a mutation leaves, all or none.
    struct Traces: Hashable {
        var notes: Int64
        var lines: Int64
        var audits: Int64
        var events: Int64
        var keys: Int64

        static func - (left: Traces, right: Traces) -> Traces {
            Traces(
                notes: left.notes - right.notes,
                lines: left.lines - right.lines,
                audits: left.audits - right.audits,
                events: left.events - right.events,
                keys: left.keys - right.keys
            )
        }

        static let none = Traces(notes: 0, lines: 0, audits: 0, events: 0, keys: 0)
        /// Of `addNote` under a key.
        static let one = Traces(notes: 1, lines: 1, audits: 1, events: 1, keys: 1)
    }

    let court: TestCourt

    static func open(_ body: (NoteDesk) async throws -> Void) async throws {
        try await TestCourt.with(plugins: { [CourtCore.plugin(keys: $0), NotesPlugin.plugin] }) { court in
            try await body(NoteDesk(court: court))
        }
    }

    func add(
        _ kind: NotesPlugin.Kind,
        key: String? = nil,
        _ mutation: String = "addNote",
        selecting selection: String
    ) async -> JSONValue {
        let key = key.map { JSONValue.string($0) } ?? .null
        return await court.send(
            "mutation($input: NoteInput!) { \(mutation)(input: $input) { \(selection) } }",
            ["input": ["kind": .string(kind.rawValue), "idempotencyKey": key]]
        )
    }

    var traces: Traces {
        get async throws {
            let row = try #require(
                try await court.query(
                    """
                    SELECT (SELECT count(*) FROM notes.note) AS notes, (SELECT count(*) FROM notes.line) AS lines,
                        (SELECT count(*) FROM host.audit_event WHERE action = 'note.added') AS audits,
                        (SELECT count(*) FROM host.outbox_event WHERE name = 'note.added') AS events,
                        (SELECT count(*) FROM host.idempotency) AS keys
                    """
                ).first
            )
            return Traces(
                notes: try row.decode("notes"),
                lines: try row.decode("lines"),
                audits: try row.decode("audits"),
                events: try row.decode("events"),
                keys: try row.decode("keys")
            )
        }
    }

    /// Round trips that a block took.
    func roundTrips(_ body: () async throws -> Void) async throws -> RoundTrips {
        let before = await RoundTrips(court)
        try await body()
        let after = await RoundTrips(court)
        return RoundTrips(reader: after.reader - before.reader, writer: after.writer - before.writer)
    }
}
