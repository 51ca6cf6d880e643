import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The approval of a dossier")
struct DossierApprovalTests {
    @Test("A division head approves what another drafted: who, when, and until when are kept")
    func approved() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let dossier = try await DossierDesk.draft(court)
            let answer = await court.send(
                DossierDesk.approve,
                ["input": DossierDesk.approval(dossier)],
                as: .divisionHead
            )
            #expect(
                answer["data"] == [
                    "approveDossier": [
                        "dossier": [
                            "status": "ACTIVE", "openedOn": "2018-06-29", "reviewDueOn": "2019-06-29",
                            "openApprovedBy": ["no": "晋03-03"], "version": 2,
                        ]
                    ]
                ],
                "\(answer)"
            )
            let events = try await court.database.query(
                "SELECT staff_id FROM host.audit_event WHERE action = 'dossier.opened' AND object_id = \(Int64(dossier))"
            )
            #expect(events.count == 1)
            #expect(try events.first?.decode("staff_id", as: Int64.self) == Int64(try await court.staffID("晋03-03")))
        }
    }

    @Test("Not by a clerk, the drafter, another court's head, twice, stale, or for more than a year")
    func refused() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let dossier = try await DossierDesk.draft(court)
            func approve(_ input: JSONValue, bearing token: String?) async -> JSONValue {
                await court.send(DossierDesk.approve, ["input": input], bearing: token)
            }
            let head = court.tokens[.divisionHead]
            #expect(await approve(DossierDesk.approval(dossier), bearing: court.tokens[.clerk]).codes == ["FORBIDDEN"])
            let drafter = try await court.token(staff: "晋03-06", roles: [.clerk, .divisionHead])
            let own = await approve(DossierDesk.approval(dossier), bearing: drafter)
            #expect(own.codes == ["GUARD_FAILED"])
            #expect(own.unmet == ["otherApprover"])
            let elsewhere = try await court.token(staff: "晋0302-03")
            #expect(await approve(DossierDesk.approval(dossier), bearing: elsewhere).codes == ["NOT_FOUND"])
            #expect(await approve(DossierDesk.approval("999999"), bearing: head).codes == ["NOT_FOUND"])
            let stale = await approve(DossierDesk.approval(dossier, version: 7), bearing: head)
            #expect(stale.codes == ["VERSION_CONFLICT"])
            #expect(stale[path: "errors.0.extensions.version"] == 1)
            for day in ["2018-06-29", "2018-06-28", "2019-06-30"] {
                let answer = await approve(DossierDesk.approval(dossier, reviewDueOn: day), bearing: head)
                #expect(answer.codes == ["DATE_ORDER"], "\(day)")
                #expect(answer[path: "errors.0.extensions.field"] == "input.reviewDueOn")
            }
            #expect(await approve(DossierDesk.approval(dossier, reviewDueOn: "2018-06-30"), bearing: head).codes == [])
            let again = await approve(DossierDesk.approval(dossier, version: 2), bearing: head)
            #expect(again.codes == ["ILLEGAL_TRANSITION"])
            #expect(again[path: "errors.0.extensions.from"] == "ACTIVE")
        }
    }
}
