package import CourtFormats
import FieldEncryption
package import PluginKit
package import Postgres

/// Access tokens: the secret is shown once, when it is made; the database holds its SHA-256 only.
package struct TokenStore: Sendable {
    /// A token as it is listed: everything but the secret.
    package struct Listed: Sendable {
        package let id: Int64
        package let name: String
        package let courtCode: String?
        package let staffNo: String?
        package let roles: [String]
        package let expiresAt: Timestamp
        package let isRevoked: Bool
    }

    private static let secretPrefix = "docket_"

    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    /// Makes a token and answers its secret.
    ///
    /// With a member of staff it carries their court and, unless given, their roles.
    package func create(
        name: String,
        staffNo: String?,
        courtCode: String?,
        roles: Set<Role>?,
        validFor: Duration
    ) async throws -> String {
        let secret = Self.secretPrefix + Base64.encode(try SecureRandom.bytes(32), .urlSafe)
        let hash = try Digest.sha256(secret)
        let seconds = Double(validFor.components.seconds)
        let roleNames = roles.map { $0.map(\.rawValue).sorted() }
        let rows = try await pool.query(
            """
            INSERT INTO core.token (name, secret_hash, staff_id, court_code, roles, expires_at)
            SELECT \(name), \(hash), s.id, coalesce(s.court_code, \(courtCode)), coalesce(\(roleNames), s.roles),
                now() + \(seconds) * interval '1 second'
            FROM (SELECT \(staffNo)::text AS no) given LEFT JOIN core.staff s ON s.no = given.no AND s.active
            WHERE given.no IS NULL OR s.id IS NOT NULL
            RETURNING id
            """
        )
        guard !rows.isEmpty else { throw DomainError(.notFound, "工号\(staffNo ?? "")不存在或不在岗") }
        return secret
    }

    /// Every token, the newest first.
    package func list() async throws -> [Listed] {
        try await pool.query(
            """
            SELECT t.id, t.name, t.court_code, s.no, t.roles, t.expires_at, t.revoked_at IS NOT NULL AS revoked
            FROM core.token t LEFT JOIN core.staff s ON s.id = t.staff_id ORDER BY t.id DESC
            """
        ).map { row in
            Listed(
                id: try row.decode("id"),
                name: try row.decode("name"),
                courtCode: try row.decode("court_code"),
                staffNo: try row.decode("no"),
                roles: try row.decode("roles"),
                expiresAt: try row.decode("expires_at"),
                isRevoked: try row.decode("revoked")
            )
        }
    }

    /// Revokes a token; false when there is none or it was revoked before.
    package func revoke(_ id: Int64) async throws -> Bool {
        try await pool.execute("UPDATE core.token SET revoked_at = now() WHERE id = \(id) AND revoked_at IS NULL") > 0
    }

    /// Whether a text can be a token's secret: any other belongs to nobody, and need not be looked for.
    static func isSecret(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count == secretPrefix.utf8.count + 43, text.hasPrefix(secretPrefix) else { return false }
        return bytes.dropFirst(secretPrefix.utf8.count).allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// Who a token belongs to, with the courts they may read: their own and those below it; the whole province for a
    /// reader of the High Court; on a day, by which delegations are in force.
    func principal(
        bearing secret: String,
        on day: CalendarDate = Timestamp.now().businessDate
    ) async throws -> Principal? {
        let hash = try Digest.sha256(secret)
        let rows = try await pool.query("SELECT * FROM core.token_holder(\(hash), \(day))")
        return try rows.first.map { try principal($0) }
    }

    /// Who a token with these values would belong to; nil for an unknown member of staff or court.
    func principal(named name: String, staffNo: String?, courtCode: String?, roles: Set<Role>?) async throws
        -> Principal?
    {
        let roleNames = roles.map { $0.map(\.rawValue).sorted() }
        let rows = try await pool.query(
            """
            SELECT 0::bigint AS id, \(name)::text AS name, t.staff_id, t.court_code, d.id AS department_id, d.code AS department_code, t.roles,
                core.courts_below(t.court_code, t.roles) AS readable_courts, core.recusing_staff(t.staff_id, t.roles) AS recused_from,
                '{}'::bigint[] AS acts_for, '{}'::bigint[] AS acts_in, t.roles AS own_roles
            FROM (
                SELECT s.id AS staff_id, s.department_id, coalesce(s.court_code, given.court_code) AS court_code,
                    coalesce(given.roles, s.roles, '{}') AS roles
                FROM (SELECT \(staffNo)::text AS no, \(courtCode)::text AS court_code, \(roleNames)::text[] AS roles) given
                LEFT JOIN core.staff s ON s.no = given.no AND s.active
                WHERE given.no IS NULL OR s.id IS NOT NULL
            ) t
            JOIN core.court c ON c.code = t.court_code
            LEFT JOIN core.department d ON d.id = t.department_id
            """
        )
        return try rows.first.map { try principal($0) }
    }

    private func principal(_ row: Row) throws(PostgresError) -> Principal {
        Principal(
            tokenID: try row.decode("id"),
            client: try row.decode("name"),
            staffID: try row.decode("staff_id"),
            courtCode: try row.decode("court_code"),
            departmentCode: try row.decode("department_code"),
            roles: Set(try row.decode("roles", as: [String].self).compactMap(Role.init(rawValue:))),
            readableCourts: try row.decode("readable_courts"),
            recusedFrom: try row.decode("recused_from"),
            departmentID: try row.decode("department_id"),
            actsFor: try row.decode("acts_for"),
            actsIn: try row.decode("acts_in"),
            ownRoles: Set(try row.decode("own_roles", as: [String].self).compactMap(Role.init(rawValue:)))
        )
    }
}
