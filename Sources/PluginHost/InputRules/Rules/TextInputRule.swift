import CourtFormats
import GraphQLLanguage
import PluginKit

/// `@text`: how long a text may be, and whether it has lines.
struct TextInputRule: InputRule {
    static let directive = InputRuleDirective(
        "text",
        "min: Int! = 1, max: Int!, lines: Boolean! = false",
        """
        A text of `min` (characters that can be seen) to `max` (code points), in one line or with `lines`; kept without the
        blanks around it. One that may be left out and of which nothing can be seen is none.
        """
    )
    static let scope = InputRuleScope.value
    static let takesBlankForNone = true

    private let minimum: Int
    private let rule: TextRule

    init?(_ directive: Directive) {
        guard let maximum = directive.number("max") else { return nil }
        minimum = directive.number("min") ?? 1
        rule = TextRule(maximumLength: maximum, allowsLineBreaks: directive.flag("lines"))
    }

    var text: String {
        (minimum > 1 ? "\(minimum) to " : "at most ")
            + "\(rule.maximumLength) characters\(rule.allowsLineBreaks ? "" : " in one line")"
    }

    func problem(on input: RuledInput) -> String? {
        guard input.isText else { return input.mismatch("a text") }
        return minimum < 1 || rule.maximumLength < minimum ? "allows no text" : nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let text = value.text else { return value }
        let checked: String
        do { checked = try rule.check(text) } catch { throw fault(error, at: site) }
        guard checked.visibleCount >= minimum else {
            throw fault(.textTooShort, "少于最小长度\(minimum)", at: site)
        }
        return .string(checked)
    }
}
