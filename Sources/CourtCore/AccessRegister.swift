package import PluginKit
import Postgres

/// The access log (查阅记录): who has looked at which clear personal values, and why.
package enum AccessRegister {
    /// A reveal of one row's values.
    package struct Entry: Hashable, Sendable {
        /// As the audit log names it: `Petitioner`.
        package let objectType: String
        package let objectID: Int64
        /// Names of the fields, never values.
        package let fields: [String]
        package let purpose: AccessPurpose
        package let reason: String

        package init(objectType: String, objectID: Int64, fields: [String], purpose: AccessPurpose, reason: String) {
            self.objectType = objectType
            self.objectID = objectID
            self.fields = fields
            self.purpose = purpose
            self.reason = reason
        }
    }

    /// Reveals of one member of staff in a day, of whatever type.
    package static let dailyLimit = 50

    /// Logs a reveal in the command's transaction, within the day's limit of the person; RATE_LIMITED above it.
    package static func record(_ entry: Entry, by staff: Int64, in context: WriteContext) async throws {
        let principal = context.principal
        // One after the other, so that each counts those before it. 7265 is "re" for reveal, which keeps other locks apart.
        _ = try await context.transaction.query("SELECT pg_advisory_xact_lock(7265, hashint8(\(staff)))")
        let today = try await context.transaction.queryOne(
            """
            SELECT count(*) AS reveals FROM core.access_log
            WHERE staff_id = \(staff) AND at >= date_trunc('day', now(), 'Asia/Shanghai')
            """
        )
        guard let today, try today.decode("reveals", as: Int64.self) < Int64(dailyLimit) else {
            throw DomainError(.init("RATE_LIMITED"), "请求过于频繁：今日查阅已达\(dailyLimit)次")
        }
        try await context.transaction.execute(
            """
            INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
            VALUES (\(context.requestID), \(principal.tokenID), \(staff), \(principal.courtCode), \(entry.objectType),
                \(entry.objectID), \(entry.fields), \(entry.purpose.rawValue), \(entry.reason))
            """
        )
    }
}
