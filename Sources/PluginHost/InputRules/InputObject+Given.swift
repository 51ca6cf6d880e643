import CourtFormats
import PluginKit

extension InputObject.Value {
    /// Whether something was given: null, a text of which nothing can be seen and an empty list are nothing.
    var isGiven: Bool {
        switch self {
        case .null: false
        case .string(let text): !text.isBlank
        case .list(let items): !items.isEmpty
        case .boolean, .integer, .double, .object: true
        }
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// A date, of a text that is one.
    var date: CalendarDate? { text.flatMap(CalendarDate.init(iso:)) }
}
