import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Dossiers of accusations")
struct DossierSealTests {
    @Test("are the inspectors' from the first day, and hidden from everybody else, counts too")
    func sealed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.accusation(court)
            for role in [Role.clerk, .handler, .divisionHead, .president, .archivist] {
                #expect(try await desk.read("id", as: role) == .null, "\(role)")
                let list = await court.send("{ dossiers { totalCount } }", as: role)
                #expect(list[path: "data.dossiers.totalCount"] == 0)
            }
            let approval: JSONValue = ["reviewDueOn": "2019-06-29"]
            #expect(try await desk.run("approveDossier", approval, as: .divisionHead).codes == ["NOT_FOUND"])
            let own = try await desk.run("approveDossier", approval, as: .inspector)
            #expect(own[path: "errors.0.extensions.unmet.0.name"] == "otherApprover")
            let second = try await court.token(staff: "晋03-13", roles: [.inspector])
            #expect(try await desk.must("approveDossier", approval, bearing: second) == "ACTIVE")
            let read = try await desk.read("handler { no } responsibleDept { code }", as: .inspector)
            #expect(read == ["handler": ["no": "晋03-10"], "responsibleDept": ["code": "JC"]])
            let stats = #"{ dossierStats(court: "晋03", asOf: "2018-06-29") { dossierCount } }"#
            #expect(await court.send(stats)[path: "data.dossierStats.dossierCount"] == 0)
            #expect(await court.send(stats, as: .inspector)[path: "data.dossierStats.dossierCount"] == 1)
            let handler = try await court.staffID(of: .handler)
            let unfit = try await desk.run(
                "changeDossierHandler",
                ["handlerId": .string(handler), "reason": "原承办人调离岗位"],
                as: .inspector
            )
            #expect(unfit[path: "errors.0.extensions.unmet.0.name"] == "handlerFit")
        }
    }

    @Test("are drafted by inspectors only, who draft no others, and by none of the accused")
    func drafting() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let sealed: [JSONValue.Member] = [.init("matterClass", "ACCUSATION"), .init("handlerId", .null)]
            let clerk = try await DossierMaker.open(court, sealed)
            #expect(clerk[path: "errors.0.extensions.unmet.0.name"] == "drafterFit")
            let inspector = try await DossierMaker.open(court, as: .inspector)
            #expect(inspector[path: "errors.0.extensions.unmet.0.name"] == "drafterFit")
            let own = try await court.staffID(of: .inspector)
            let accused: JSONValue.Member = .init("accusedStaffIds", [.string(own)])
            let recused = try await DossierMaker.open(court, sealed + [accused], as: .inspector)
            #expect(recused.codes == ["RECUSAL_REQUIRED"])
            let named = try await DossierMaker.open(court, [accused])
            #expect(named.codes == ["ACCUSED_NOT_ALLOWED"])
            let unknown: JSONValue.Member = .init("accusedStaffIds", ["999999"])
            let absent = try await DossierMaker.open(court, sealed + [unknown], as: .inspector)
            #expect(absent.codes == ["NOT_FOUND"])
            #expect(absent[path: "errors.0.extensions.field"] == "input.accusedStaffIds.0")
            #expect(try await DossierMaker.open(court, [.init("handlerId", .null)]).codes == ["TEXT_EMPTY"])
        }
    }

    @Test("are hidden from an inspector whom they accuse")
    func accused() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let accused = try await court.staffID("晋03-09")
            let desk = try await DossierMaker.accusation(court, [.init("accusedStaffIds", [.string(accused)])])
            let list = "{ dossiers { totalCount } }"
            let token = try await court.token(staff: "晋03-09", roles: [.inspector])
            #expect(await court.send(list, bearing: token)[path: "data.dossiers.totalCount"] == 0)
            #expect(await court.send(list, as: .inspector)[path: "data.dossiers.totalCount"] == 1)
            let words: JSONValue = ["words": "反复反映"]
            let search = "query($words: String) { dossiers(filter: { text: $words }) { totalCount } }"
            #expect(await court.send(search, words, bearing: token)[path: "data.dossiers.totalCount"] == 0)
            #expect(await court.send(search, words, as: .inspector)[path: "data.dossiers.totalCount"] == 1)
            _ = desk
        }
    }

    @Test("alone name a petitioner who is known from sealed matters only")
    func petitioners() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let hidden = try await DossierMaker.petitioner(court)
            _ = try await court.query("UPDATE dossiers.petitioner SET sealed = true WHERE id = \(Int64(hidden))")
            let named: JSONValue.Member = .init("petitionerIds", [.string(hidden)])
            let refused = try await DossierMaker.open(court, [named])
            #expect(refused.codes == ["NOT_FOUND"])
            #expect(refused[path: "errors.0.extensions.field"] == "input.petitionerIds.0", "\(refused)")
            let desk = try await DossierMaker.accusation(court, [named])
            let read = try await desk.read("petitioners { petitioner { id } }", as: .inspector)
            #expect(read["petitioners"] == [["petitioner": ["id": .string(hidden)]]])
        }
    }
}
