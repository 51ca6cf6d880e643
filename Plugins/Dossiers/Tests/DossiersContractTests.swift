import DocketTesting
import DossiersPlugin
import PluginKit
import Testing

/// The contract of plugins, kept by dossiers without letters.
@Suite("Dossiers alone")
struct DossiersContractTests {
    static let contract = PluginContract(
        [Dossiers.plugin()],
        except: {
            var exceptions = PluginContract.Exceptions()
            // It shows something, and logs that it did.
            exceptions.readers = ["revealPetitioner", "downloadMaterial"]
            exceptions.finalStates = [
                "Dossier": ["WITHDRAWN", "DESTROYED"], "RemedyAssessment": ["PRESENT"],
                "RiskNotice": ["CLOSED", "WITHDRAWN", "EXPIRED"], "Consultation": ["RECORDED", "WAIVED"],
                "SampleItem": ["ENTERED", "MISSED", "NOT_REQUIRED"], "IdentityConflict": ["DISMISSED"],
                "RightsRequest": ["EXECUTED", "WITHDRAWN"], "ExportRequest": ["REJECTED", "DOWNLOADED", "EXPIRED"],
            ]
            // Values that only some fields take.
            exceptions.samples = ["channel": "VISIT", "caseNos": ["（2017）晋03民终1675号"]]
            // It shows their numbers to whoever registered them, of what is sealed too.
            exceptions.ownerViews = ["dossiers.registration_receipt"]
            exceptions.clearTypes = ["RevealPetitionerPayload", "RevealedRepresentative", "ExportedPetitioner"]
            return exceptions
        }()
    )

    @Test("keep to the contract of plugins", arguments: PluginContract.Rule.allCases)
    func keeps(_ rule: PluginContract.Rule) async throws {
        let faults = try await Self.contract.faults(of: rule)
        #expect(faults == [])
    }
}
