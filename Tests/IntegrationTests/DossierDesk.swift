import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

/// Drafting and approving a dossier.
enum DossierDesk {
    static let open = "mutation($input: OpenDossierInput!) { openDossier(input: $input) { dossier { id } } }"
    static let approve = """
        mutation($input: ApproveDossierInput!) {
            approveDossier(input: $input) { dossier { status openedOn reviewDueOn openApprovedBy { no } version } }
        }
        """

    /// A complete draft about the petitioner of the batch's first letter.
    static func input(_ court: TestCourt) async throws -> JSONValue {
        let letter = try await LetterDesk(court, item: 1)
        let petitioners = await letter.read("registration { petitioners { petitioner { id } } }")
        return [
            "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
            "petitionerIds": [petitioners[path: "registration.petitioners.0.petitioner.id"]],
            "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID("晋03-04")),
        ]
    }

    /// A dossier that the clerk drafted.
    static func draft(_ court: TestCourt) async throws -> String {
        let answer = await court.send(open, ["input": try await input(court)])
        return try #require(answer[path: "data.openDossier.dossier.id"].text, "\(answer)")
    }

    static func approval(_ dossier: String, version: Int = 1, reviewDueOn: String = "2019-06-29") -> JSONValue {
        ["dossierId": .string(dossier), "version": .integer(version), "reviewDueOn": .string(reviewDueOn)]
    }
}
