import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// Dossiers with a case, as notices and consultations are made about.
enum CaseDossiers {
    static let caseNo = "（2016）晋03民终1675号"

    /// A dossier in force, of the handler who has a token.
    static func active(_ court: TestCourt, caseNo: String = Self.caseNo) async throws -> String {
        let id = try await draft(court, caseNo: caseNo)
        let desk = try Desk(court, "Dossier", id: id)
        try await desk.must("approveDossier", ["reviewDueOn": "2019-06-28"], as: .divisionHead)
        return id
    }

    static func draft(_ court: TestCourt, caseNo: String = Self.caseNo) async throws -> String {
        let person = try await court.run(
            "createPetitioner",
            ["kind": "NATURAL_PERSON", "name": "赵测"],
            selecting: "petitioner { id }"
        )
        let opened = try await court.run(
            "openDossier",
            [
                "title": "反复反映执行问题", "ground": "REPEATED_MATTER",
                "petitionerIds": [person[path: "data.createPetitioner.petitioner.id"]],
                "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID(of: .handler)),
                "caseLinks": [["caseNo": .string(caseNo), "relation": "SECOND_INSTANCE"]],
            ],
            selecting: "dossier { id }"
        )
        guard let id = opened[path: "data.openDossier.dossier.id"].text else { throw TestFault("\(opened)") }
        return id
    }

    static func seal(_ dossier: String, _ court: TestCourt) async throws {
        _ = try await court.query("UPDATE dossiers.dossier SET sealed = true WHERE id = \(Int64(dossier))")
    }

    static func department(_ code: String, of courtCode: String = "晋03", _ court: TestCourt) async throws -> String {
        let rows = try await court.query(
            "SELECT id FROM core.department WHERE court_code = \(courtCode) AND code = \(code)"
        )
        return String(try rows[rows.startIndex].decode("id", as: Int64.self))
    }
}
