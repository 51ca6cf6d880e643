package import PluginKit

/// What was told at a reception of lawyers and legal aid (告知记录), offered by the plugin that records it.
package protocol AidAdvice: PluginService {
    /// Whether whoever came was told: asked before a visit's registration is closed.
    func exists(registration: Int64, in context: WriteContext) async throws -> Bool
}
