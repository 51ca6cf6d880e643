import PluginHost
public import PluginKit
import Postgres

extension TestCourt {
    /// A token for a member of staff of any court by their number, with their own roles or these.
    public func token(staff number: String, roles: Set<Role>? = nil) async throws -> String {
        try await TokenStore(database).create(
            name: "test \(number)",
            staffNo: number,
            courtCode: nil,
            roles: roles,
            validFor: .seconds(3_600)
        )
    }

    /// A token without a post, as an administrator or a system has, of a court or of none.
    public func token(court code: String?, roles: Set<Role>) async throws -> String {
        try await TokenStore(database).create(
            name: "test \(code ?? "without court")",
            staffNo: nil,
            courtCode: code,
            roles: roles,
            validFor: .seconds(3_600)
        )
    }

    /// The key of the member of staff with a number.
    public func staffID(_ number: String) async throws -> String {
        let rows = try await database.query("SELECT id FROM core.staff WHERE no = \(number)")
        guard let row = rows.first else { throw TestFault("there is no member of staff \(number)") }
        return String(try row.decode("id", as: Int64.self))
    }

    /// The key of the member of staff behind a role's token.
    public func staffID(of role: Role) async throws -> String {
        let answer = await send("{ viewer { id } }", as: role)
        guard let id = answer[path: "data.viewer.id"].text else { throw TestFault("\(role) has no post: \(answer)") }
        return id
    }
}
