import CourtCore
import CourtFormats

/// How long an archived dossier is kept.
///
/// 《关于人民法院诉讼档案保管期限的规定》, article 3.
enum RetentionPeriod {
    /// The last day, counted from the end of the year of closing; nil where it is kept forever.
    static func lastDay(_ retention: RetentionClass, closedOn: CalendarDate) -> CalendarDate? {
        let years: Int? =
            switch retention {
            case .permanent: nil
            case .long60y: 60
            case .short30y: 30
            }
        return years.flatMap { CalendarDate(year: closedOn.components.year + $0, month: 12, day: 31) }
    }
}
