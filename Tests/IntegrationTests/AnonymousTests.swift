import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Requests without a token")
struct AnonymousTests {
    /// Remarks of no court, beside the core's courts; what is written takes plain arguments and answers a row.
    private static func plugins(_ keys: KeyRing) -> [Plugin] {
        let remarks = Plugin(
            name: "remarks",
            fragments: [
                PluginKit.SchemaFragment(
                    file: "Remarks.graphql",
                    text: """
                        type Remark @table(name: "remarks.remark") { id: ID! text: String! at: String! }
                        extend type Query {
                            remark(id: ID!): Remark @lookup
                            secret(id: ID!): Remark @lookup @requires(permission: "remarks.secret")
                        }
                        extend type Mutation {
                            addRemark(text: String! @text(max: 100), idempotencyKey: String): Remark
                                @requires(permission: "remarks.write")
                        }
                        """
                )
            ],
            migrations: [
                Migration(
                    file: "0001_remarks.sql",
                    sql: """
                        CREATE SCHEMA remarks;
                        GRANT USAGE ON SCHEMA remarks TO docket_reader;
                        CREATE TABLE remarks.remark (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            text text NOT NULL,
                            at timestamptz NOT NULL DEFAULT now()
                        );
                        GRANT SELECT ON remarks.remark TO docket_reader;
                        """
                )
            ],
            permissions: [
                Permission("remarks.write", [.systemClient, .clerk]), Permission("remarks.secret", [.clerk]),
            ],
            commands: [
                Command(name: "addRemark") { input, context in
                    let text = try input.decode("text", at: InputPath([]), as: String.self)
                    let row = try await context.transaction.queryOne(
                        "INSERT INTO remarks.remark (text) VALUES (\(text)) RETURNING id"
                    )
                    context.audit(
                        AuditEvent(
                            "remark.added",
                            objectType: "Remark",
                            objectID: nil,
                            courtCode: "",
                            changedFields: ["text"]
                        )
                    )
                    return Payload(row: try row?.decode("id", as: Int64.self))
                }
            ]
        )
        return [CourtCore.plugin(keys: keys), remarks]
    }

    private static let add =
        "mutation($text: String!, $key: String) { addRemark(text: $text, idempotencyKey: $key) { id text } }"

    @Test("They are refused, unless a role is declared for them")
    func refused() async throws {
        try await TestCourt.with(plugins: Self.plugins) { court in
            let answer = await court.send("{ remark(id: 1) { text } }", bearing: nil)
            #expect(answer.codes == ["UNAUTHENTICATED"])
        }
    }

    @Test("They read and write what the role may, of no court, and stand in the audit log as token 0")
    func role() async throws {
        try await TestCourt.with(plugins: Self.plugins, anonymousRole: .systemClient) { court in
            let added = await court.send(Self.add, ["text": "一"], bearing: nil)
            #expect(added == ["data": ["addRemark": ["id": "1", "text": "一"]]])
            #expect(await court.send("{ remark(id: 1) { text } }", bearing: nil) == ["data": ["remark": ["text": "一"]]])
            #expect(await court.send("{ secret(id: 1) { text } }", bearing: nil).codes == ["FORBIDDEN"])
            #expect(await court.send("{ viewer { today } }", bearing: nil) == ["data": ["viewer": nil]])
            let rows = try await court.database.query(
                "SELECT token_id, client, roles FROM host.audit_event WHERE action = 'remark.added'"
            )
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
            #expect(first == ["data": ["addRemark": ["id": "1", "text": "一"]]])
            #expect(await court.send(Self.add, ["text": "一", "key": "k"]) == first)
            let other = await court.send(Self.add, ["text": "二", "key": "k"])
            #expect(other.codes == ["IDEMPOTENCY_REUSED"], "\(other)")
            #expect(other[path: "errors.0.message"].text == "请求编号重复")
            #expect(other[path: "data.addRemark"] == .null)
            let remarks = try await court.database.query("SELECT text FROM remarks.remark")
            #expect(try remarks.map { try $0.decode("text", as: String.self) } == ["一"])
        }
    }
}
