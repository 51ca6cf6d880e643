import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Dossiers are in their handler's hands")
struct DossierHandlerTests {
    @Test("who sees dossier and petitioner until another takes over, with the department")
    func handedOver() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let person = try await DossierMaker.petitioner(court)
            let desk = try await DossierMaker.active(court, [.init("petitionerIds", [.string(person)])])
            let first = try await court.staffID(of: .handler)
            #expect(try await Self.assignees(court, person) == [first])
            let second = try await court.staffID("晋03-05")
            let token = try await court.token(staff: "晋03-05", roles: [.handler])
            let change: JSONValue = ["handlerId": .string(second), "reason": "原承办人调离岗位"]
            #expect(try await desk.run("changeDossierHandler", change, bearing: token).codes == ["FORBIDDEN"])
            try await desk.must("changeDossierHandler", change, as: .divisionHead)
            #expect(try await Self.assignees(court, person) == [second])
            #expect(try await desk.read("id", as: .handler) == .null)
            #expect(try await desk.run("decideClaim", DossierMaker.decision(1), bearing: token).codes == [])
            let read = try await desk.read("handler { no } decisions { kind } history { action }", as: .divisionHead)
            #expect(read[path: "handler.no"] == "晋03-05")
            #expect(read["decisions"] == [["kind": "HANDLER_CHANGED"]])
        }
    }

    @Test("and in the department that is named, else in the handler's own")
    func departments() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let rows = try await court.query("SELECT id FROM core.department WHERE court_code = '晋03' AND code = 'ZX'")
            let named = String(try rows[0].decode("id", as: Int64.self))
            let desk = try await DossierMaker.active(court, [.init("responsibleDeptId", .string(named))])
            #expect(try await Self.department(desk) == "ZX")
            try await desk.must(
                "changeDossierHandler",
                ["handlerId": .string(try await court.staffID("晋03-05")), "reason": "原承办人调离岗位"],
                as: .divisionHead
            )
            #expect(try await Self.department(desk) == "LA2")
            try await desk.must(
                "amendDossier",
                ["responsibleDeptId": .string(named), "category": "FILING", "reason": "事项由执行部门负责"],
                as: .clerk
            )
            #expect(try await Self.department(desk) == "ZX")
            let read = try await desk.read("category title")
            #expect(read == ["category": "FILING", "title": "反复反映执行问题"])
            let foreign = try await court.query("SELECT id FROM core.department WHERE court_code = '晋0302' LIMIT 1")
            let other = String(try foreign[0].decode("id", as: Int64.self))
            let refused = try await desk.run(
                "amendDossier",
                ["responsibleDeptId": .string(other), "reason": "事项由执行部门负责"],
                as: .clerk
            )
            #expect(refused.codes == ["NOT_FOUND"])
        }
    }

    @Test("never of a draft, neither before nor after it is withdrawn")
    func drafts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let person = try await DossierMaker.petitioner(court)
            let draft = try await DossierMaker.drafted(court, [.init("petitionerIds", [.string(person)])])
            #expect(try await Self.assignees(court, person) == [])
            let desk = try Desk(court, "Dossier", id: draft)
            try await desk.must("withdrawDossier", ["reason": "与已有档案属于同一事项"], as: .divisionHead)
            #expect(try await Self.assignees(court, person) == [])
        }
    }

    @Test("with its cases: one is removed with its reason, the last only with an explanation")
    func cases() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            let judge: JSONValue = [["name": "朱洋超"]]
            try await desk.must(
                "addCaseLink",
                ["link": ["caseNo": "(2018)晋03民终8号", "relation": "SECOND_INSTANCE", "originalJudges": judge]],
                as: .handler
            )
            let again = try await desk.run("addCaseLink", ["link": ["caseNo": "（2018）晋03民终8号"]], as: .clerk)
            #expect(again.codes == ["CASE_NO_DUPLICATE"])
            let later: JSONValue = ["link": ["caseNo": "（2019）晋03民终8号"]]
            #expect(try await desk.run("addCaseLink", later, as: .clerk).codes == ["CASE_NO_YEAR"])
            try await desk.must("removeCaseLink", ["seq": 1, "reason": "案号系误录"], as: .clerk)
            let read = try await desk.read(
                "caseLinks { seq caseNo originalJudges { name } } noCaseReason decisions { kind }"
            )
            #expect(
                read["caseLinks"] == [
                    ["seq": 2, "caseNo": "（2018）晋03民终8号", "originalJudges": [["name": "朱洋超"]]]
                ]
            )
            #expect(read["decisions"] == [["kind": "LINK_REMOVED"]])
            let last = try await desk.run("removeCaseLink", ["seq": 2, "reason": "案号系误录"], as: .clerk)
            #expect(last[path: "errors.0.extensions.unmet.0.name"] == "caseExplained")
            try await desk.must(
                "removeCaseLink",
                ["seq": 2, "reason": "案号系误录", "noCaseReason": "尚未核实案号"],
                as: .clerk
            )
            #expect(
                try await desk.read("caseLinks { seq } noCaseReason") == ["caseLinks": [], "noCaseReason": "尚未核实案号"]
            )
        }
    }

    private static func assignees(_ court: TestCourt, _ petitioner: String) async throws -> [String] {
        let rows = try await court.query("SELECT assignees FROM dossiers.petitioner WHERE id = \(Int64(petitioner))")
        return try rows[0].decode("assignees", as: [Int64].self).map { String($0) }
    }

    private static func department(_ desk: Desk) async throws -> String? {
        try await desk.read("responsibleDept { code }")[path: "responsibleDept.code"].text
    }
}
