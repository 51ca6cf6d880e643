import CoordinationPlugin
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Interventions")
struct InterventionTests {
    @Test("are seen by inspectors only; whoever recorded one keeps a receipt that nobody else sees")
    func sealed() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await Interventions.recorded(court)
            let list =
                "{ interventionRecords { totalCount nodes { id intervenerNameMasked kind caseNo content recordedBy { no } } } }"
            let seen = await court.send(list, as: .inspector)
            #expect(seen[path: "data.interventionRecords.nodes.0.intervenerNameMasked"] == "周**", "\(seen)")
            #expect(seen[path: "data.interventionRecords.nodes.0.recordedBy.no"] == "晋03-04")
            #expect(await court.send(list, as: .president).codes == ["FORBIDDEN"])
            #expect(await court.send(list, as: .handler).codes == ["FORBIDDEN"])
            let neighbour = try await court.token(staff: "晋0302-10")
            #expect(await court.send(list, bearing: neighbour)[path: "data.interventionRecords.totalCount"] == 0)

            let receipts = "{ interventionReceipts { nodes { id recordNo } } }"
            let own = await court.send(receipts, as: .handler)
            #expect(own[path: "data.interventionReceipts.nodes.0.id"] == .string(id), "\(own)")
            #expect(own[path: "data.interventionReceipts.nodes.0.recordNo"] == "晋03过〔2018〕0001")
            let others = await court.send(receipts, as: .president)
            #expect(others[path: "data.interventionReceipts.nodes"] == [])
        }
    }

    @Test("are kept from whom they mean, inspectors among them, and from their chain of command")
    func recused() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let inspector = try await court.staffID(of: .inspector)
            let id = try await Interventions.recorded(
                court,
                ["intervenerStaffIds": [.string(inspector)], "kind": "INSIDER"]
            )
            let list = "{ interventionRecords { totalCount } }"
            #expect(await court.send(list, as: .inspector)[path: "data.interventionRecords.totalCount"] == 0)
            let reveal = try await Interventions.reveal(court, id, as: .inspector)
            #expect(reveal.codes == ["NOT_FOUND"])
            // Another inspector of the court, who is of another division.
            let free = try await court.token(staff: "晋03-06", roles: [.inspector])
            #expect(await court.send(list, bearing: free)[path: "data.interventionRecords.totalCount"] == 1)
        }
    }

    @Test("are never changed; the recorder corrects by another record")
    func appendOnly() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await Interventions.recorded(court)
            await #expect(throws: (any Error).self) {
                _ = try await court.query("UPDATE coordination.intervention SET content = '改'")
            }
            await #expect(throws: (any Error).self) {
                _ = try await court.query("DELETE FROM coordination.intervention")
            }
            let foreign = try await Interventions.record(court, ["correctsId": .string(id)], as: .president)
            #expect(foreign.codes == ["NOT_FOUND"])
            #expect(foreign[path: "errors.0.extensions.field"] == "input.correctsId", "\(foreign)")
            let correction = try await Interventions.recorded(court, ["correctsId": .string(id), "manner": "ORAL"])
            let read = await court.send(
                "query($id: ID!) { interventionRecord(id: $id) { corrections { id manner } history { action } } }",
                ["id": .string(id)],
                as: .inspector
            )
            #expect(read[path: "data.interventionRecord.corrections.0.id"] == .string(correction), "\(read)")
            #expect(read[path: "data.interventionRecord.history.0.action"] == "intervention.recorded")
        }
    }

    @Test("show the name to an inspector of the court, and log it")
    func revealed() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await Interventions.recorded(court)
            let answer = try await Interventions.reveal(court, id, as: .inspector)
            #expect(answer[path: "data.revealIntervener.intervenerName"] == "周某某", "\(answer)")
            #expect(try await Interventions.reveal(court, id, as: .handler).codes == ["FORBIDDEN"])
            let above = try await court.token(staff: "晋-10", roles: [.inspector, .upperCourtReader])
            #expect(try await Interventions.reveal(court, id, bearing: above).codes == ["NOT_FOUND"])
            let short = try await Interventions.reveal(court, id, "看看", as: .inspector)
            #expect(short.codes == ["PURPOSE_REQUIRED"])
            let log = try await court.query(
                "SELECT count(*) AS rows FROM core.access_log WHERE object_type = 'InterventionRecord' AND purpose = 'INSPECTION'"
            )
            #expect(try log[0].decode("rows", as: Int64.self) == 1)
            let stored = try await court.query(
                "SELECT position('周某某' IN i::text) AS place FROM coordination.intervention i"
            )
            #expect(try stored[0].decode("place", as: Int32.self) == 0)
        }
    }

    @Test("show fifty names a day to one person, and no more")
    func limited() async throws {
        try await TestCourt.with([Coordination.plugin()]) { court in
            let id = try await Interventions.recorded(court)
            let inspector = try await court.staffID(of: .inspector)
            _ = try await court.query(
                """
                INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
                SELECT 'test', 1, \(Int64(inspector)), '晋03', 'InterventionRecord', 1, '{intervenerName}', 'INSPECTION', 'test'
                FROM generate_series(1, 50)
                """
            )
            #expect(try await Interventions.reveal(court, id, as: .inspector).codes == ["RATE_LIMITED"])
        }
    }
}
