import DocketTesting
import PluginHost
import PluginKit
import Postgres

extension TestCourt {
    /// A token for a member of staff of any court by their number, with their own roles or these.
    func token(staff no: String, roles: Set<Role>? = nil) async throws -> String {
        try await TokenStore(database).create(
            name: "test \(no)",
            staffNo: no,
            courtCode: nil,
            roles: roles,
            validFor: .seconds(3_600)
        )
    }

    /// The staff id of a number.
    func staffID(_ no: String) async throws -> String {
        let rows = try await database.query("SELECT id FROM core.staff WHERE no = \(no)")
        return String(try rows[0].decode("id", as: Int64.self))
    }
}
