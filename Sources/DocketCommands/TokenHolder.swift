import CourtFormats
import GraphQLSchema
import PluginTools
import Postgres

/// Whom a new token is for, or who is taken to ask, checked against the database before anything is done for them.
struct TokenHolder {
    /// The name, the member of staff and the court of a token that can be made.
    struct Checked {
        let name: String
        let staffNo: String?
        let courtCode: String?
    }

    private let pool: PostgresPool

    init(_ pool: PostgresPool) { self.pool = pool }

    /// - Throws: a sentence on the first option that is wrong.
    func checked(name: String, staffNo: String?, courtCode: String?) async throws -> Checked {
        let name = try Self.checked(name)
        if let courtCode { try await requireCourt(courtCode) }
        if let staffNo {
            let post = try await post(of: staffNo)
            if let courtCode, courtCode != post {
                throw CommandFailure(
                    "\(staffNo) belongs to the court \(post), not to \(courtCode): leave out --court, or give another --staff."
                )
            }
        }
        return Checked(name: name, staffNo: staffNo, courtCode: courtCode)
    }

    /// The name stands in the audit log and in a tab-separated list.
    private static func checked(_ name: String) throws -> String {
        do { return try TextRule(maximumLength: 100).check(name) } catch {
            throw CommandFailure("--name is a text in one line of 1 to 100 characters: who or what the token is for.")
        }
    }

    private func requireCourt(_ code: String) async throws {
        let codes = try await pool.query("SELECT code FROM core.court ORDER BY code").map { row in
            try row.decode("code", as: String.self)
        }
        guard !codes.contains(code) else { return }
        let hint =
            codes.isEmpty
            ? " There is none yet: an administrator's token needs no court, and `docket import courts` brings them."
            : Suggestions.didYouMean(code, among: codes)
        throw CommandFailure("There is no court \"\(code)\" (法院代字) in this database.\(hint)")
    }

    /// The court of a member of staff in post.
    private func post(of staffNo: String) async throws -> String {
        let rows = try await pool.query("SELECT court_code, active FROM core.staff WHERE no = \(staffNo)")
        guard let row = rows.first else {
            let numbers = try await pool.query("SELECT no FROM core.staff WHERE active ORDER BY no").map { row in
                try row.decode("no", as: String.self)
            }
            let hint = numbers.isEmpty ? " There is no staff yet." : Suggestions.didYouMean(staffNo, among: numbers)
            throw CommandFailure("There is no member of staff \"\(staffNo)\" (工号) in this database.\(hint)")
        }
        guard try row.decode("active", as: Bool.self) else {
            throw CommandFailure("\(staffNo) is no longer in post.")
        }
        return try row.decode("court_code", as: String.self)
    }
}
