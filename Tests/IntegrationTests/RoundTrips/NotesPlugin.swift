import PluginKit
import Postgres

/// A plugin whose rows can be wrong in every way that makes a field null.
enum NotesPlugin {
    /// What is wrong with a note.
    enum Kind: String, CaseIterable, Sendable {
        case plain
        case withoutMood, infiniteTime, notANumber, withoutTag
        /// Its function answers NULL, fails by a cast, fails as an assured statement does.
        case silent, failing, dividing
        /// Row security hides its author from readers.
        case hiddenAuthor
        case withoutLineText
        /// Breaks a rule of the database at once, and one that is looked at when it commits.
        case taken, takenLate
    }

    static let plugin = Plugin(
        name: "notes",
        fragments: [SchemaFragment(file: "Notes.graphql", text: fragment)],
        migrations: [Migration(file: "0001_notes.sql", sql: tables)],
        permissions: [Permission("notes.write", [.clerk])],
        commands: [
            Command(name: "addNote") { input, context in
                let id = try await add(input, context)
                let cells: [(name: String, cell: PayloadCell)] = [
                    ("note", .key(id)), ("maybe", .key(id)), ("count", .integer(1)),
                ]
                return Payload(cells: cells)
            },
            Command(name: "insertNote") { input, context in
                let row = try await context.transaction.queryOne("\(insert(kind(input), id: nil)) RETURNING id")
                return Payload(row: try row?.decode("id", as: Int64.self))
            },
            Command(name: "hastyNote") { input, context in
                // Whatever went wrong, it knows better.
                do { return Payload(row: try await add(input, context)) } catch {
                    throw DomainError(.guardFailed, "不满足流转条件")
                }
            },
            Command(name: "tryNote") { input, context in
                let id = try await add(input, context)
                context.discardWrites()
                return Payload(row: id)
            },
        ],
        resolvers: [
            BatchResolver(type: "Note", field: "word") { (keys: [String], _) in keys.map { ResolverValue.text($0) } }
        ]
    )

    private static func kind(_ input: InputObject) -> Kind {
        guard case .string(let name) = input["kind"] else { return .plain }
        return Kind(rawValue: name) ?? .plain
    }

    /// As a change is made: the first statements, what they decide, the writes that nobody waits for, their records.
    private static func add(_ input: InputObject, _ context: WriteContext) async throws -> Int64 {
        let kind = kind(input)
        let rows = try await context.first([
            "SELECT nextval('notes.key') AS id", "SELECT count(*) AS count FROM notes.note",
        ])
        guard let row = rows[0].first else { throw DomainError(.notFound, "不存在") }
        let id = try row.decode("id", as: Int64.self)
        context.write(insert(kind, id: id))
        let text: String? = kind == .withoutLineText ? nil : "一"
        context.write("INSERT INTO notes.line (note_id, text) VALUES (\(id), \(text))")
        let court = context.principal.courtCode
        context.audit(AuditEvent("note.added", objectType: "Note", objectID: id, courtCode: court))
        context.emit(OutboxEvent("note.added", objectID: id, courtCode: court, sealed: false))
        return id
    }

    private static func insert(_ kind: Kind, id: Int64?) -> SQL {
        let key: SQL = id.map { "\($0)" } ?? "nextval('notes.key')"
        let mood: String? = kind == .withoutMood ? nil : "平静"
        let author: Int64 = kind == .hiddenAuthor ? 2 : 1
        // Note 0 has 'taken' in both.
        let code = kind == .taken ? "taken" : nil
        let late = kind == .takenLate ? "taken" : nil
        return """
            INSERT INTO notes.note (id, text, mood, at, weight, size, tags, author_id, code, late_code)
            VALUES (\(key), \(kind.rawValue), \(mood),
                \(raw: kind == .infiniteTime ? "'infinity'" : "'2018-06-29T01:00:00Z'"),
                \(raw: kind == .notANumber ? "'NaN'" : "1.5"), 7,
                \(raw: kind == .withoutTag ? "'{a,NULL}'" : "'{a,b}'"), \(author), \(code), \(late))
            """
    }

    private static let fragment = """
        type Author @table(name: "notes.author") { id: ID! name: String! }

        type Line @table(name: "notes.line") { id: ID! text: String! }

        type Note @table(name: "notes.note") {
            id: ID!
            text: String!
            mood: String!
            at: DateTime!
            weight: Float!
            size: Int!
            tags: [String!]!
            shout: String! @function(name: "notes.shout")
            whisper: String @function(name: "notes.shout")
            gate: Boolean @function(name: "notes.gate")
            author: Author! @reference(columns: ["author_id"])
            lines: [Line!]! @children(columns: ["note_id"])
            word: String @resolve(columns: ["text"])
        }

        input NoteInput @creation { kind: String! @text(max: 50) }

        type NotePayload { note: Note! maybe: Note count: Int! }

        extend type Mutation {
            addNote(input: NoteInput!): NotePayload @requires(permission: "notes.write")
            insertNote(input: NoteInput!): Note @requires(permission: "notes.write")
            hastyNote(input: NoteInput!): Note @requires(permission: "notes.write")
            tryNote(input: NoteInput!): Note @requires(permission: "notes.write")
        }
        """

    private static let tables = """
        CREATE SCHEMA notes;
        GRANT USAGE ON SCHEMA notes TO docket_reader;
        CREATE SEQUENCE notes.key;
        CREATE TABLE notes.author (id bigint PRIMARY KEY, name text NOT NULL);
        CREATE TABLE notes.note (
            id bigint PRIMARY KEY, text text NOT NULL, mood text, at timestamptz NOT NULL,
            weight double precision NOT NULL, size integer NOT NULL, tags text[] NOT NULL,
            author_id bigint NOT NULL REFERENCES notes.author, code text UNIQUE,
            late_code text UNIQUE DEFERRABLE INITIALLY DEFERRED
        );
        CREATE TABLE notes.line (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note_id bigint NOT NULL REFERENCES notes.note, text text
        );
        CREATE INDEX line_note ON notes.line (note_id);
        ALTER TABLE notes.author ENABLE ROW LEVEL SECURITY;
        CREATE POLICY author_read ON notes.author FOR SELECT TO docket_reader USING (id <> 2);
        CREATE FUNCTION notes.shout(notes.note) RETURNS text LANGUAGE sql STABLE AS $$
            SELECT CASE $1.text WHEN 'silent' THEN NULL WHEN 'failing' THEN $1.text::integer::text
                WHEN 'dividing' THEN (1 / ($1.size - $1.size))::text ELSE upper($1.text) END
        $$;
        CREATE FUNCTION notes.gate(notes.note) RETURNS boolean LANGUAGE sql STABLE AS $$
            SELECT pg_advisory_xact_lock(4712) IS NOT NULL
        $$;
        INSERT INTO notes.author VALUES (1, '甲'), (2, '乙');
        INSERT INTO notes.note VALUES (0, 'taken', '平静', now(), 1, 1, '{}', 1, 'taken', 'taken');
        GRANT SELECT ON ALL TABLES IN SCHEMA notes TO docket_reader;
        GRANT USAGE ON SEQUENCE notes.key TO docket_writer;
        """
}
