import CoordinationPlugin
import DocketTesting
import PluginKit
import Testing

/// The contract of plugins, kept by coordination without dossiers and letters.
@Suite("Coordination alone")
struct CoordinationContractTests {
    static let contract = PluginContract(
        [Coordination.plugin()],
        except: {
            var exceptions = PluginContract.Exceptions()
            exceptions.finalStates = [
                "LinkageEvent": ["CLOSED"], "TechnicalIssue": ["CLOSED"], "UpperReport": ["RECEIVED"],
            ]
            // It shows a name, and logs that it did.
            exceptions.readers = ["revealIntervener"]
            exceptions.clearTypes = ["RevealIntervenerPayload"]
            // Shows each recorder their own receipts.
            exceptions.ownerViews = ["coordination.intervention_receipt"]
            return exceptions
        }()
    )

    @Test("keeps to the contract of plugins", arguments: PluginContract.Rule.allCases)
    func keeps(_ rule: PluginContract.Rule) async throws {
        let faults = try await Self.contract.faults(of: rule)
        #expect(faults == [])
    }
}
