import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("Events for outside systems", .timeLimit(.minutes(2)))
struct OutboxReadTests {
    private static let names = "{ outboxEvents { nodes { name object objectId courtCode state } } }"

    @Test("A system reads the events of its courts, and none of a sealed row")
    func scope() async throws {
        try await WorkBench.with { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                try await bench.touch(2, #""event": "note.secret", "sealed": true"#, on: engine)
                try await bench.pool.execute(
                    "INSERT INTO host.outbox_event (name, object_id, court_code) VALUES ('note.far', 3, '晋04'), ('note.below', 4, '晋0321')"
                )
                try await engine.runDue()
                let client = try await token(.systemClient, at: "晋03", bench)
                #expect(
                    try await bench.ask(Self.names, on: engine, bearing: client) == """
                        {"data":{"outboxEvents":{"nodes":[\
                        {"name":"note.opened","object":"note","objectId":"1","courtCode":"晋03","state":"OPEN"},\
                        {"name":"note.below","object":"note","objectId":"4","courtCode":"晋0321","state":null}]}}}
                        """
                )
                let far = try await token(.systemClient, at: "晋04", bench)
                let answer = try await bench.ask(Self.names, on: engine, bearing: far)
                #expect(answer.contains("note.far") && !answer.contains("note.opened"), "\(answer)")
                let clerk = try await token(.clerk, at: "晋03", bench)
                let refused = try await bench.ask(Self.names, on: engine, bearing: clerk)
                #expect(refused.contains("FORBIDDEN"), "\(refused)")
                let filtered = try await bench.ask(
                    #"{ outboxEvents(filter: {names: ["note.below"], object: "note", objectId: "4"}) { nodes { name } } }"#,
                    on: engine
                )
                #expect(filtered == #"{"data":{"outboxEvents":{"nodes":[{"name":"note.below"}]}}}"#)
            }
        }
    }

    @Test("Row security alone hides sealed events, other courts' and unpublished ones")
    func rowSecurity() async throws {
        try await WorkBench.with { bench in
            try await bench.pool.execute(
                """
                INSERT INTO host.outbox_event (name, object_id, court_code, sealed, position) VALUES
                    ('note.seen', 1, '晋03', false, 1), ('note.sealed', 2, '晋03', true, 2),
                    ('note.far', 3, '晋04', false, 3), ('note.unpublished', 4, '晋03', false, NULL)
                """
            )
            try await bench.pool.withTransaction { transaction in
                try await transaction.execute("SET LOCAL ROLE docket_reader")
                try await transaction.execute(
                    "SELECT set_config('docket.courts', '{晋03}', true), set_config('docket.sealed', 'on', true)"
                )
                let names = try await transaction.query("SELECT name FROM host.outbox_event ORDER BY id")
                #expect(try names.map { try $0.decode("name", as: String.self) } == ["note.seen"])
            }
        }
    }

    private func token(_ role: Role, at court: String, _ bench: WorkBench) async throws -> String {
        try await TokenStore(bench.pool).create(
            name: "\(role)",
            staffNo: nil,
            courtCode: court,
            roles: [role],
            validFor: .seconds(600)
        )
    }
}
