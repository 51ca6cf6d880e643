import CourtFormats
import GraphQLExecution
import GraphQLPostgres
import PluginKit
import Synchronization

/// An authenticated principal with what every request of theirs needs, made once and cached with the token.
final class Caller: Sendable {
    let principal: Principal
    let permissions: Set<String>
    /// Equal for callers with equal permissions; a key of the plan cache.
    let permissionsKey: CallerKey
    private let bound = Mutex<BoundContext?>(nil)

    init(principal: Principal, permissions: Set<String>) {
        self.principal = principal
        self.permissions = permissions
        permissionsKey = CallerKey(permissions.sorted().joined(separator: " "))
    }

    /// Who is asking, as far as rows depend on it (domain rules of scope, seal and assignment); encoded once a day.
    func context(on today: CalendarDate) -> BoundContext {
        bound.withLock { bound in
            if let bound, bound.context.today == today.daysSince2000 { return bound }
            let context = BoundContext(ReadContext(principal, today: today.daysSince2000))
            bound = context
            return context
        }
    }
}

extension CalendarDate {
    /// PostgreSQL's `date`: days since 2000-01-01, which is day 10,957 of the Unix epoch.
    var daysSince2000: Int32 { daysSinceEpoch - 10_957 }
}
