import PluginKit
import Postgres

/// What a person may do how often, and what holds for how long: rows of `dossiers.limit_rule`, a court's own before the common one.
enum LimitRule: String {
    case reveals = "petitioner.reveals"
    case matches = "petitioner.matches"
    case exportRows = "export.rows"
    case exportHours = "export.hours"

    /// The amount for a court; nothing is allowed where no row says one.
    func amount(for court: String, in transaction: Transaction) async throws -> Int {
        let row = try await transaction.queryOne(
            "SELECT coalesce(dossiers.limit_of(\(rawValue), \(court)), 0) AS amount"
        )
        return Int(try row?.decode("amount", as: Int32.self) ?? 0)
    }
}
