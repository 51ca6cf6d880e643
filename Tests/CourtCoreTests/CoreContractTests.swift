import DocketTesting
import PluginKit
import Testing

/// The contract of plugins, kept by the core alone.
@Suite("The core")
struct CoreContractTests {
    @Test("keeps to the contract of plugins", arguments: PluginContract.Rule.allCases)
    func keeps(_ rule: PluginContract.Rule) async throws {
        let faults = try await PluginContract([]).faults(of: rule)
        #expect(faults == [])
    }
}
