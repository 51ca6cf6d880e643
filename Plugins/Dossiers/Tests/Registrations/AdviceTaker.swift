import CourtCore
import PluginKit
import Synchronization

/// A plugin that answers whether advice was recorded, as legal aid does.
enum AdviceTaker {
    static let told = Told()

    static var plugin: Plugin { Plugin(name: "advice", fragments: [], services: [Service()]) }

    /// Registrations whose visitors were told.
    final class Told: Sendable {
        private let registrations = Mutex<Set<Int64>>([])

        func insert(_ registration: Int64) { registrations.withLock { _ = $0.insert(registration) } }

        func contains(_ registration: Int64) -> Bool { registrations.withLock { $0.contains(registration) } }
    }

    private struct Service: AidAdvice {
        func exists(registration: Int64, in context: WriteContext) async throws -> Bool { told.contains(registration) }
    }
}
