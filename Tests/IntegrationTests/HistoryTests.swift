import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("The history of a row")
struct HistoryTests {
    private static let history = """
        query($id: ID!) { letter(id: $id) { history { id at action by { no } roles client changedFields } } }
        """

    private static func actions(_ answer: JSONValue, at path: String = "data.letter.history") -> [String] {
        answer[path: path].items.compactMap { $0["action"]?.text }
    }

    @Test("Says who did what with which fields, in order, to those whose permission it is")
    func letter() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            let answer = await court.send(Self.history, ["id": .string(letter.id)], as: .divisionHead)
            #expect(answer["errors"] == nil, "\(answer)")
            let records = answer[path: "data.letter.history"].items
            #expect(
                records.map { $0["action"]?.text } == [
                    "letter.registered", "letter.classified", "letter.assigned", "letter.handlingStarted",
                ],
                "\(answer)"
            )
            let assigned = try #require(records.dropFirst(2).first)
            #expect(assigned[path: "by.no"] == "晋03-03")
            #expect(assigned["roles"]?.items.contains("DIVISION_HEAD") == true)
            #expect(assigned["client"] == .null)
            #expect(assigned["changedFields"]?.items.contains("assignee") == true, "\(assigned)")
            for role in [Role.clerk, .handler, .admin, .evaluator] {
                let refused = await court.send(Self.history, ["id": .string(letter.id)], as: role)
                #expect(refused.codes == ["FORBIDDEN"], "\(role)")
            }
            let unread = await court.send(
                "query($id: ID!) { letter(id: $id) { id history { action } } }",
                ["id": .string(letter.id)],
                bearing: try await court.token(staff: "晋0302-03")
            )
            #expect(unread == ["data": ["letter": nil]])
        }
    }

    @Test("Many rows' histories are read at once, and each gets its own")
    func many() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let one = try await LetterDesk(court, item: 1)
            let other = try await LetterDesk(court, item: 2)
            try await one.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let answer = await court.send(
                "{ letters(first: 60) { nodes { id history { action } } } }",
                as: .divisionHead
            )
            let nodes = answer[path: "data.letters.nodes"].items
            #expect(nodes.count > 30)
            for node in nodes {
                let expected =
                    node["id"]?.text == one.id ? ["letter.registered", "letter.classified"] : ["letter.registered"]
                #expect(Self.actions(node, at: "history") == expected, "\(node)")
            }
            #expect(nodes.contains { $0["id"]?.text == other.id })
        }
    }

    @Test("A system is named where no member of staff acted, and a dossier has its own history")
    func dossier() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let dossier = try await DossierDesk.draft(court)
            _ = await court.send(DossierDesk.approve, ["input": DossierDesk.approval(dossier)], as: .divisionHead)
            try await court.database.execute(
                """
                INSERT INTO host.audit_event (request_id, token_id, client, roles, court_code, action, object_type, object_id,
                    changed_fields)
                VALUES ('r', 1, '省院平台', '{SYSTEM_CLIENT}', '晋03', 'dossier.synced', 'Dossier', \(Int64(dossier) ?? 0), '{}'),
                    ('r', 1, '省院平台', '{SYSTEM_CLIENT}', '晋03', 'letter.synced', 'Letter', \(Int64(dossier) ?? 0), '{}'),
                    ('r', 1, '省院平台', '{SYSTEM_CLIENT}', '晋0302', 'dossier.elsewhere', 'Dossier', \(Int64(dossier) ?? 0), '{}')
                """
            )
            let answer = await court.send(
                "query($id: ID!) { dossier(id: $id) { history { action by { no } client } } }",
                ["id": .string(dossier)],
                as: .president
            )
            #expect(
                answer[path: "data.dossier.history"] == [
                    ["action": "dossier.drafted", "by": ["no": "晋03-06"], "client": nil],
                    ["action": "dossier.opened", "by": ["no": "晋03-03"], "client": nil],
                    ["action": "dossier.synced", "by": nil, "client": "省院平台"],
                    ["action": "dossier.elsewhere", "by": nil, "client": "省院平台"],
                ],
                "\(answer)"
            )
        }
    }

    @Test("Of a sealed letter it is seen with the letter only: by an inspector who is not recused")
    func sealed() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            let inspector = try await court.token(staff: "晋03-07", roles: [.inspector])
            let accused = try await court.token(staff: "晋03-03", roles: [.inspector, .divisionHead])
            func ask(_ token: String?) async -> JSONValue {
                await court.send(Self.history, ["id": .string(matters.head.id)], bearing: token)
            }
            #expect(Self.actions(await ask(inspector)).count > 1)
            #expect(await ask(accused) == ["data": ["letter": nil]])
            #expect(await ask(court.tokens[.president]) == ["data": ["letter": nil]])
        }
    }

    @Test("The database alone shows records of the rows that are seen, and of no type that nobody has named")
    func rowSecurity() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            func seen(_ staff: String, _ roles: Set<Role>) async throws -> [String: Set<Int64>] {
                let token = try await court.token(staff: staff, roles: roles)
                let principal = try #require(await TokenStore(court.database).principal(bearing: token))
                return try await court.database.withTransaction(readOnly: true) { transaction in
                    try await transaction.execute(
                        """
                        SELECT set_config('docket.courts', \(principal.readableCourts)::text, true),
                            set_config('docket.staff_id', coalesce(\(principal.staffID)::text, ''), true),
                            set_config('docket.sealed', CASE WHEN \(principal.mayReadSealed) THEN 'on' ELSE 'off' END, true),
                            set_config('docket.assigned_only', CASE WHEN \(principal.seesOnlyAssigned) THEN 'on' ELSE 'off' END,
                                true),
                            set_config('docket.recused_from', \(principal.recusedFrom)::text, true),
                            set_config('docket.today', \(TestCourt.today), true), set_config('role', 'docket_reader', true)
                        """
                    )
                    var seen: [String: Set<Int64>] = [:]
                    for row in try await transaction.query("SELECT object_type, object_id FROM core.change_record") {
                        seen[try row.decode(0), default: []].insert(try row.decode(1))
                    }
                    return seen
                }
            }
            let president = try await seen("晋03-01", [.president])
            let named = try await court.database.query("SELECT object_type FROM core.record_type")
            let types = Set(try named.map { try $0.decode("object_type", as: String.self) })
            #expect(Set(president.keys).isSubset(of: types) && president.keys.contains("Letter"), "\(president.keys)")
            // The log tells of others, too.
            let logged = try await court.database.query("SELECT DISTINCT object_type FROM host.audit_event")
            #expect(!Set(try logged.map { try $0.decode("object_type", as: String.self) }).isSubset(of: types))
            #expect(president["Letter"]?.count ?? 0 > 30)
            let sealed = Set([matters.head, matters.repeated, matters.open].compactMap { Int64($0.id) })
            #expect(president["Letter"]?.isDisjoint(with: sealed) == true)
            #expect(try await seen("晋03-07", [.inspector])["Letter"]?.isSuperset(of: sealed) == true)
            #expect(try await seen("晋03-03", [.inspector])["Letter"]?.isDisjoint(with: sealed) == true)
            #expect(try await seen("晋03-04", [.handler]) == [:])
            #expect(try await seen("晋0302-03", [.divisionHead]) == [:])
        }
    }
}
