import CourtCore
import PluginKit
import Postgres

/// That personal data of letters is shown, or compared with what a caller knows: within the day's limit of the person, and only
/// with a line in the access log that commits together with the answer.
struct LetterReveal {
    /// Reveals of one member of staff in a day, those of petitioners included.
    static let dailyLimit = 50

    private let context: WriteContext
    private let staff: Int64

    init(_ context: WriteContext, staff: Int64) {
        self.context = context
        self.staff = staff
    }

    func log(
        _ object: String,
        _ id: Int64,
        court: String,
        fields: [String],
        for purpose: AccessPurpose,
        _ reason: String
    ) async throws {
        let transaction = context.transaction
        // The lock that reveals of petitioners take, too: each counts those before it.
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(7265, hashint8(\(staff)))")
        let today = try await transaction.queryOne(
            """
            SELECT count(*) AS reveals FROM core.access_log
            WHERE staff_id = \(staff) AND at >= date_trunc('day', now(), 'Asia/Shanghai')
            """
        )
        guard try today?.decode("reveals", as: Int64.self) ?? 0 < Int64(Self.dailyLimit) else {
            throw DomainError(.init("RATE_LIMITED"), "请求过于频繁：今日查阅已达\(Self.dailyLimit)次")
        }
        context.write(
            """
            INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
            VALUES (\(context.requestID), \(context.principal.tokenID), \(staff), \(court), \(object), \(id), \(fields),
                \(purpose.rawValue), \(reason))
            """
        )
    }
}
