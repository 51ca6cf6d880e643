import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import PluginKit
import Postgres

/// First answers by key: written in the command's own transaction, so that an answer exists exactly when its write does.
struct IdempotencyStore: Sendable {
    /// What values are sealed for; it keeps the name that the table had when the first ones were.
    private static let context = "core.idempotency"

    let keys: KeyRing

    /// Who may repeat a request: the member of staff, whatever token they use; else the token.
    static func owner(of principal: Principal) -> String {
        principal.staffID.map { "staff:\($0)" } ?? "token:\(principal.tokenID)"
    }

    /// A request under a key, which its owner may repeat.
    struct Claim: Sendable {
        let key: String
        let owner: String
        let mutation: String
        fileprivate let hash: [UInt8]
    }

    /// The claim of a request; nil for one without a key.
    func claim(of input: InputObject, mutation: String, by principal: Principal) throws -> Claim? {
        guard case .string(let key) = input["idempotencyKey"] else { return nil }
        guard key.utf8.count <= 200, (try? TextRule(maximumLength: 200).check(key)) == key else {
            throw DomainError(
                .inputInvalid,
                "请求编号应为1至200字节，无空白和控制字符",
                field: InputPath(["input", "idempotencyKey"])
            )
        }
        return Claim(
            key: key,
            owner: Self.owner(of: principal),
            mutation: mutation,
            hash: try inputHash(mutation, input)
        )
    }

    /// Claims a key ahead of the command's first statements: where another request has claimed it, they do not run.
    ///
    /// A second request under the same key waits for the first, and fails with `isClaimed`.
    func claimAhead(_ claim: Claim, in transaction: Transaction) {
        let statement: SQL = """
            INSERT INTO host.idempotency (caller, key, mutation, input_hash, payload)
            VALUES (\(claim.owner), \(claim.key), \(claim.mutation), \(claim.hash), ''::bytea)
            """
        transaction.ahead([statement.bound])
    }

    /// Whether a statement failed because the key had been claimed before.
    static func isClaimed(_ error: PostgresError) -> Bool {
        error.sqlState == "23505" && error.table == "idempotency" && error.constraint == "idempotency_pkey"
    }

    /// Claims a key for this request, or answers the first one's payload.
    ///
    /// A second request under the same key waits for the first; the same key with another input: IDEMPOTENCY_REUSED.
    func first(under claim: Claim, in transaction: Transaction) async throws -> Payload? {
        let claimed = try await transaction.execute(
            """
            INSERT INTO host.idempotency (caller, key, mutation, input_hash, payload)
            VALUES (\(claim.owner), \(claim.key), \(claim.mutation), \(claim.hash), ''::bytea) ON CONFLICT DO NOTHING
            """
        )
        guard claimed == 0 else { return nil }
        let row = try await transaction.queryOne(
            "SELECT input_hash, payload FROM host.idempotency WHERE caller = \(claim.owner) AND key = \(claim.key)"
        )
        guard let row else { throw PostgresError(.serverError, "the first request was rolled back", sqlState: "40001") }
        guard try row.decode("input_hash", as: [UInt8].self) == claim.hash else {
            throw DomainError(.idempotencyReused, "请求编号重复", field: InputPath(["input", "idempotencyKey"]))
        }
        guard let payload = PayloadRecord.decode(try keys.open(row.decode("payload"), context: Self.context)) else {
            throw FieldEncryptionError(.malformed, "an idempotency record is no payload")
        }
        return payload
    }

    /// Keeps the answer under its claimed key, with the command's last statements.
    func keep(_ payload: Payload, under claim: Claim, in transaction: Transaction) throws {
        let sealed = try keys.seal(PayloadRecord.encode(payload), context: Self.context)
        let statement: SQL = """
            UPDATE host.idempotency SET payload = \(sealed) WHERE caller = \(claim.owner) AND key = \(claim.key)
            """
        transaction.ahead([statement.bound])
    }

    /// A keyed hash: an input may hold personal data, which a plain hash would let be guessed.
    private func inputHash(_ mutation: String, _ input: InputObject) throws -> [UInt8] {
        var json = JSONWriter()
        json.append(JSONValue(.object(input.members)))
        return try keys.matchHash("\(mutation) \(String(decoding: json.bytes, as: UTF8.self))", context: Self.context)
    }
}
