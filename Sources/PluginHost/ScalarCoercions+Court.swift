import CourtFormats
import GraphQLExecution
import GraphQLLanguage

extension ScalarCoercions {
    /// The core's scalars.
    ///
    /// A court or region that is well formed but unknown is a rule's matter, not a scalar's.
    static let court = ScalarCoercions([
        "Date": { value throws(ScalarRejection) in
            guard case .string(let text) = value, CalendarDate(iso: text) != nil else {
                throw ScalarRejection("Date cannot represent a value that is no calendar date YYYY-MM-DD")
            }
            return value
        },
        "DateTime": { value throws(ScalarRejection) in
            guard case .string(let text) = value, Timestamp(iso8601: text) != nil else {
                throw ScalarRejection("DateTime cannot represent a value that is no ISO 8601 instant")
            }
            return value
        },
        "CourtCode": { value throws(ScalarRejection) in
            guard case .string = value else { throw ScalarRejection("CourtCode cannot represent a non string value") }
            return value
        },
        "RegionCode": { value throws(ScalarRejection) in
            guard case .string = value else { throw ScalarRejection("RegionCode cannot represent a non string value") }
            return value
        },
    ])
}
