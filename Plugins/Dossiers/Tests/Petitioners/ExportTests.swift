import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Exports of clear values")
struct ExportTests {
    static let steps = WorkflowSteps(
        "ExportRequest",
        made: { court in try await requested(court) },
        follows: [
            "downloadExport": { desk in _ = try await download(desk) },
            "expireExport": { desk in
                desk.court.moveClock(to: "2018-07-01")
                try await desk.court.runDue()
                desk.court.moveClock(to: TestCourt.today)
            },
        ],
        [
            "approveExport": .init(denied: ["otherApprover": .staff("晋03-03")]),
            "rejectExport": .init(["reason": "所述目的无须明文，请改用脱敏导出"], denied: ["otherApprover": .staff("晋03-03")]),
        ]
    )

    @Test("live as their table says: each row allowed, and refused by state, role and relation")
    func lives() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], Self.steps).faults()
        #expect(faults == [])
    }

    @Test("are of named matters, approved by another, downloaded once by who asked, with each row logged")
    func downloaded() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court, name: "赵测", [PetitionerIdentityTests.number])
            let dossier = try await Self.active(court, id)
            _ = try await Self.active(court, try await PetitionerSteps.entered(court, name: "钱测"))
            let members: [JSONValue.Member] = [.init("dossierIds", [.string(dossier)])]
            let desk = try Desk(court, "ExportRequest", id: try await Self.requested(court, members))
            #expect(try await Self.download(desk).codes == ["ILLEGAL_TRANSITION"])
            #expect(
                try await desk.read("availableActions", as: .dpo)["availableActions"] == [
                    "approveExport", "rejectExport",
                ]
            )
            try await desk.must("approveExport", as: .dpo)
            #expect(try await Self.download(desk, as: .president).codes == ["FORBIDDEN"])
            #expect(try await Self.download(desk, as: .clerk).codes == ["FORBIDDEN"])
            #expect(try await Self.download(desk, version: 1).codes == ["VERSION_CONFLICT"])
            let answer = try await Self.download(desk)
            #expect(
                answer[path: "data.downloadExport.watermark"] == "晋03导〔2018〕0001 工号晋03-03 2018-06-29 12:00",
                "\(answer)"
            )
            #expect(
                answer[path: "data.downloadExport.rows"] == [
                    [
                        "dossierNo": "晋03档〔2018〕0001", "petitionerId": .string(id), "name": "赵测",
                        "idNumber": "11010519491231002X", "mobile": nil, "residenceAddress": nil,
                    ]
                ]
            )
            #expect(try await Self.download(desk).codes == ["ILLEGAL_TRANSITION"])
            let log = try await court.query(
                "SELECT object_id, fields, reason FROM core.access_log WHERE object_type = 'PetitionerExport'"
            )
            try #require(log.count == 1)
            #expect(try log[0].decode("object_id", as: Int64.self) == Int64(id))
            #expect(try log[0].decode("fields", as: [String].self) == ["ID_NUMBER", "NAME"])
            #expect(try log[0].decode("reason", as: String.self) == "晋03导〔2018〕0001")
            let read = try await desk.read("state rowCount history { action }", as: .inspector)
            #expect(read[path: "rowCount"] == 1)
            #expect(read[path: "history"].items.count == 3)
            #expect(await court.send("{ exportRequests { totalCount } }", as: .clerk).codes == ["FORBIDDEN"])
        }
    }

    @Test("are of a period or of dossiers, for a purpose of heads, no larger than the limit, and gone after a day")
    func bounded() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            for name in ["赵测", "钱测"] {
                _ = try await Self.active(court, try await PetitionerSteps.entered(court, name: name))
            }
            // A draft, and one of a sealed matter, are no part of it.
            _ = try await PetitionerIdentityTests.dossier(court, [try await PetitionerSteps.entered(court, name: "孙测")])
            let sealed = try await Self.active(court, try await PetitionerSteps.entered(court, name: "李测"))
            _ = try await court.query("UPDATE dossiers.dossier SET sealed = true WHERE id = \(Int64(sealed))")
            for (members, code) in [
                ([.init("purpose", "RIGHTS_REQUEST")], "PURPOSE_NOT_ALLOWED"),
                ([.init("openedUntil", .null)], "INPUT_INVALID"),
                ([.init("openedFrom", "2018-06-29"), .init("openedUntil", "2018-06-01")], "DATE_ORDER"),
                ([.init("dossierIds", [.string(sealed)])], "NOT_FOUND"),
            ] as [([JSONValue.Member], String)] {
                #expect(try await Self.request(court, members).codes == [code], "\(members)")
            }
            let desk = try Desk(court, "ExportRequest", id: try await Self.requested(court))
            try await desk.must("approveExport", as: .dpo)
            _ = try await court.query("UPDATE dossiers.limit_rule SET amount = 1 WHERE key = 'export.rows'")
            #expect(try await Self.download(desk).codes == ["EXPORT_TOO_LARGE"])
            _ = try await court.query("UPDATE dossiers.limit_rule SET amount = 2 WHERE key = 'export.rows'")
            court.moveClock(to: "2018-06-30", hour: 13)
            #expect(try await Self.download(desk).codes == ["GUARD_FAILED"])
            try await court.runDue()
            #expect(try await desk.state == "EXPIRED")
            court.moveClock(to: TestCourt.today)
            let again = try Desk(court, "ExportRequest", id: try await Self.requested(court))
            try await again.must("approveExport", as: .dpo)
            let rows = try await Self.download(again)[path: "data.downloadExport.rows"].items
            #expect(rows.compactMap { $0["name"]?.text } == ["赵测", "钱测"])
        }
    }

    // MARK: - What is sent

    /// From noon on, since an approval holds for hours.
    static func requested(_ court: TestCourt, _ members: [JSONValue.Member] = []) async throws -> String {
        court.moveClock(to: TestCourt.today)
        let answer = try await request(court, members)
        guard let id = answer[path: "data.requestExport.exportRequest.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func request(_ court: TestCourt, _ more: [JSONValue.Member]) async throws -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("purpose", "HANDLE_MATTER"), .init("legalBasis", "《信访工作条例》第二十七条"),
            .init("reason", "集中化解专项工作，须当面联系信访人"), .init("fields", ["NAME", "ID_NUMBER"]),
        ]
        if !more.contains(where: { $0.name == "dossierIds" }) {
            members += [.init("openedFrom", "2018-06-01"), .init("openedUntil", "2018-06-29")]
        }
        let given = members.filter { member in !more.contains { $0.name == member.name } } + more
        return try await court.run(
            "requestExport",
            .object(given),
            selecting: "exportRequest { id }",
            as: .divisionHead
        )
    }

    static func download(_ desk: Desk, as role: Role = .divisionHead, version: Int? = nil) async throws -> JSONValue {
        let current = try await desk.version
        return try await desk.court.run(
            "downloadExport",
            ["exportRequestId": .string(desk.id), "version": .integer(version ?? current)],
            selecting: "watermark rows { dossierNo petitionerId name idNumber mobile residenceAddress }",
            as: role
        )
    }

    /// A dossier that is approved.
    static func active(_ court: TestCourt, _ petitioner: String) async throws -> String {
        let id = try await PetitionerIdentityTests.dossier(court, [petitioner])
        let desk = try Desk(court, "Dossier", id: id)
        try await desk.must("approveDossier", ["reviewDueOn": "2019-06-01"], as: .divisionHead)
        return id
    }
}
