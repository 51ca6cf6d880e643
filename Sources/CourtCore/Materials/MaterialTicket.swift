import CourtFormats
import FieldEncryption
package import PluginKit
package import Postgres

/// The right to one upload or download: used once, within minutes, by whom it was given to.
///
/// Its secret's hash is all that is kept.
package struct MaterialTicket: Sendable {
    package enum Action: String, Sendable {
        case upload = "UPLOAD"
        case download = "DOWNLOAD"
    }

    /// What stands in the path.
    let secret: String
    let expiresAt: Timestamp

    /// Gives a ticket to who runs a command.
    static func issue(
        _ action: Action,
        for material: Int64,
        purpose: String? = nil,
        _ context: WriteContext
    ) async throws -> MaterialTicket {
        let holder = context.principal.holder
        let open = try await context.transaction.query(
            "SELECT count(*) AS tickets FROM core.material_ticket WHERE holder = \(holder) AND expires_at > now()"
        )[0]
        guard try open.decode("tickets", as: Int64.self) < Int64(MaterialRule.maximumTickets) else {
            let message = "未用的上传、下载凭据过多（上限\(MaterialRule.maximumTickets)个），请先使用或等待其过期"
            throw DomainError(.materialTickets, message)
        }
        let secret = Base64.encode(try SecureRandom.bytes(32), .urlSafe)
        let row = try await context.transaction.query(
            """
            INSERT INTO core.material_ticket (secret_hash, action, material_id, holder, purpose, expires_at)
            VALUES (\(try Digest.sha256(secret)), \(action.rawValue), \(material), \(holder), \(purpose),
                now() + \(Double(MaterialRule.ticketMinutes)) * interval '1 minute')
            RETURNING expires_at
            """
        )[0]
        return MaterialTicket(secret: secret, expiresAt: try row.decode("expires_at"))
    }

    /// A ticket that was used.
    package struct Used: Sendable {
        package let material: Int64
        package let purpose: String?
    }

    /// Uses a ticket with the transaction; nil for one that is unknown, used, expired, another's, or for another act.
    package static func use(
        _ secret: String,
        for action: Action,
        by principal: Principal,
        in transaction: Transaction
    ) async throws -> Used? {
        // What cannot be one is not looked for.
        guard secret.utf8.count == 43, Base64.decode(secret, .urlSafe)?.count == 32 else { return nil }
        let row = try await transaction.queryOne(
            """
            DELETE FROM core.material_ticket WHERE secret_hash = \(try Digest.sha256(secret)) AND action = \(action.rawValue)
                AND holder = \(principal.holder) AND expires_at > now()
            RETURNING material_id, purpose
            """
        )
        guard let row else { return nil }
        return Used(material: try row.decode("material_id"), purpose: try row.decode("purpose"))
    }
}
