import CourtFormats
package import PluginKit

extension Principal {
    /// Whether an administrator's acts reach a court: their own and those below it; every court without one.
    package func administers(_ court: String) -> Bool {
        guard !courtCode.isEmpty else { return true }
        guard let here = try? CourtCode(parsing: courtCode), let there = try? CourtCode(parsing: court) else {
            return false
        }
        return there.isWithin(here)
    }
}

extension ImportFile {
    /// The row is of a court that whoever imports administers.
    mutating func requireAdministered(_ row: Row, _ column: String, by principal: Principal) {
        guard !row[column].isEmpty, !principal.administers(row[column]) else { return }
        report(row.line, column, code: "FORBIDDEN", "无权维护该法院的数据，只能维护本院及下级法院", value: row[column])
    }
}
