import PluginKit
import Postgres

/// The log of who looked at whom (查阅记录): a line for each look, committed with its answer, within the day's limit of a person.
struct AccessLog {
    /// What was looked at, as the log names it; each kind has a limit of its own.
    enum Kind: String {
        /// Clear values of one petitioner.
        case reveal = "Petitioner"
        /// Whether there is a petitioner.
        case match = "PetitionerMatch"
        /// Clear values in an approved export; not counted, as the export has a limit of its own.
        case export = "PetitionerExport"

        fileprivate var limit: LimitRule? {
            switch self {
            case .reveal: .reveals
            case .match: .matches
            case .export: nil
            }
        }
    }

    let kind: Kind
    let context: WriteContext

    /// Counts those before it, whatever token they were made with; RATE_LIMITED beyond the limit.
    func requireQuota(of staff: Int64) async throws {
        guard let rule = kind.limit else { return }
        let transaction = context.transaction
        let limit = try await rule.amount(for: context.principal.courtCode, in: transaction)
        // One after the other, so that each counts those before it. 7265 is "re" for reveal, which keeps other locks apart.
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(7265, hashint8(\(staff)))")
        let today = try await transaction.query(
            """
            SELECT count(*) AS looks FROM core.access_log
            WHERE staff_id = \(staff) AND object_type = \(kind.rawValue) AND at >= date_trunc('day', now(), 'Asia/Shanghai')
            """
        )
        guard try today[today.startIndex].decode("looks", as: Int64.self) < Int64(limit) else {
            throw DomainError(.rateLimited, "请求过于频繁：今日查阅已达\(limit)次")
        }
    }

    /// 0 where nobody was found.
    func write(_ petitioner: Int64, by staff: Int64, fields: [String], purpose: String, reason: String) {
        let principal = context.principal
        context.write(
            """
            INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
            VALUES (\(context.requestID), \(principal.tokenID), \(staff), \(principal.courtCode), \(kind.rawValue), \(petitioner),
                \(fields), \(purpose), \(reason))
            """
        )
    }
}
