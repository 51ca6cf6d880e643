import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Requests without a token")
struct AnonymousTests {
    /// Notes without a court, and letters' courts beside them; what is written takes plain arguments and answers a row.
    private static func plugins(_ keys: KeyRing) -> [Plugin] {
        let notes = Plugin(
            name: "notes",
            fragments: [
                PluginKit.SchemaFragment(
                    file: "Notes.graphql",
                    text: """
                        type Note @table(name: "notes.note") { id: ID! text: String! at: String! }
                        extend type Query {
                            note(id: ID!): Note @lookup
                            secret(id: ID!): Note @lookup @requires(permission: "notes.secret")
                        }
                        extend type Mutation {
                            addNote(text: String!, idempotencyKey: String): Note! @requires(permission: "notes.write")
                        }
                        """
                )
            ],
            migrations: [
                Migration(
                    file: "0001_notes.sql",
                    sql: """
                        CREATE SCHEMA notes;
                        GRANT USAGE ON SCHEMA notes TO docket_reader;
                        CREATE TABLE notes.note (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            text text NOT NULL,
                            at timestamptz NOT NULL DEFAULT now()
                        );
                        GRANT SELECT ON notes.note TO docket_reader;
                        """
                )
            ],
            permissions: [Permission("notes.write", [.systemClient, .clerk]), Permission("notes.secret", [.clerk])],
            commands: [
                Command(name: "addNote") { input, context in
                    let text = try input.decode("text", at: InputPath([]), as: String.self)
                    let row = try await context.transaction.queryOne(
                        "INSERT INTO notes.note (text) VALUES (\(text)) RETURNING id"
                    )
                    context.audit(
                        AuditEvent(
                            "note.added",
                            objectType: "Note",
                            objectID: nil,
                            courtCode: "",
                            changedFields: ["text"]
                        )
                    )
                    return Payload(row: try row?.decode("id", as: Int64.self))
                }
            ]
        )
        return [CourtCore.plugin(keys: keys), notes]
    }

    private static let add =
        "mutation($text: String!, $key: String) { addNote(text: $text, idempotencyKey: $key) { id text } }"

    @Test("They are refused, unless a role is declared for them")
    func refused() async throws {
        try await TestCourt.with(plugins: Self.plugins) { court in
            let answer = await court.send("{ note(id: 1) { text } }", bearing: nil)
            #expect(answer.codes == ["UNAUTHENTICATED"])
        }
    }

    @Test("They read and write what the role may, of no court, and stand in the audit log as token 0")
    func role() async throws {
        try await TestCourt.with(plugins: Self.plugins, anonymousRole: .systemClient) { court in
            let added = await court.send(Self.add, ["text": "一"], bearing: nil)
            #expect(added == ["data": ["addNote": ["id": "1", "text": "一"]]])
            #expect(await court.send("{ note(id: 1) { text } }", bearing: nil) == ["data": ["note": ["text": "一"]]])
            #expect(await court.send("{ secret(id: 1) { text } }", bearing: nil).codes == ["FORBIDDEN"])
            #expect(await court.send("{ viewer { today } }", bearing: nil) == ["data": ["viewer": nil]])
            let rows = try await court.database.query("SELECT token_id, client, roles FROM core.audit_event")
            #expect(try rows.map { try $0.decode("token_id", as: Int64.self) } == [0])
            #expect(try rows.map { try $0.decode("client", as: String.self) } == ["anonymous"])
            #expect(try rows.map { try $0.decode("roles", as: [String].self) } == [["SYSTEM_CLIENT"]])
        }
    }

    @Test("A token that opens no door is refused, not taken for none")
    func wrongToken() async throws {
        try await TestCourt.with(plugins: Self.plugins, anonymousRole: .systemClient) { court in
            #expect(await court.send("{ __typename }", bearing: "docket_x").codes == ["UNAUTHENTICATED"])
            let clerk = await court.send("{ secret(id: 1) { text } }", as: .clerk)
            #expect(clerk == ["data": ["secret": nil]])
        }
    }

    @Test("Plain arguments carry an idempotency key like an input object; the row is read again")
    func idempotency() async throws {
        try await TestCourt.with(plugins: Self.plugins) { court in
            let first = await court.send(Self.add, ["text": "一", "key": "k"])
            #expect(first == ["data": ["addNote": ["id": "1", "text": "一"]]])
            #expect(await court.send(Self.add, ["text": "一", "key": "k"]) == first)
            let other = await court.send(Self.add, ["text": "二", "key": "k"])
            #expect(other["data"] == .null || other["data"] == nil, "\(other)")
            #expect(try await court.database.query("SELECT FROM notes.note").count == 1)
        }
    }
}
