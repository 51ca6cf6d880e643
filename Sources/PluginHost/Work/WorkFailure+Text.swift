import CourtFormats
import PluginKit
import Postgres

extension WorkFailure {
    /// What is kept of a failure, and shown to an administrator: codes and the domain's own words, never a value.
    static func text(of error: any Error) -> String {
        switch error {
        case let error as DomainError: error.description
        case let errors as DomainErrors: errors.errors.map(\.description).joined(separator: "; ")
        case let error as FormatError: "\(error.message) [\(error.code)]"
        case let error as PostgresError:
            ["PostgreSQL: \(error.code)", error.sqlState, error.constraint].compactMap(\.self).joined(separator: " ")
        case let error as WorkFailure: error.description
        default: "\(type(of: error))"
        }
    }
}
