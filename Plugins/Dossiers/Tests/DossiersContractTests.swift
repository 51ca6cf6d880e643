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
                "Dossier": ["ACTIVE"], "RiskNotice": ["CLOSED", "WITHDRAWN", "EXPIRED"],
                "Consultation": ["RECORDED", "WAIVED"],
            ]
            exceptions.futureStates = ["Dossier": ["CLOSED", "ARCHIVED", "DESTROYED"]]
            exceptions.clearTypes = ["RevealPetitionerPayload"]
            return exceptions
        }()
    )

    @Test("keep to the contract of plugins", arguments: PluginContract.Rule.allCases)
    func keeps(_ rule: PluginContract.Rule) async throws {
        let faults = try await Self.contract.faults(of: rule)
        #expect(faults == [])
    }
}
