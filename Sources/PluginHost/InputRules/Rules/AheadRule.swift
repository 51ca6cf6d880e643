import CourtFormats
import GraphQLLanguage
import PluginKit

/// `@ahead`: a date to come, within some months.
struct AheadRule: InputRule {
    static let directive = InputRuleDirective("ahead", "months: Int!", "A date after today, at most `months` ahead.")
    static let scope = InputRuleScope.value
    static let expires = true

    private let months: Int

    init?(_ directive: Directive) {
        guard let months = directive.number("months") else { return nil }
        self.months = months
    }

    var text: String { "after today, at most \(months) months ahead" }

    func problem(on input: RuledInput) -> String? {
        guard input.typeName == "Date" else { return input.mismatch("a Date") }
        return months < 1 ? "allows no date" : nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let date = value.date else { return value }
        guard date > site.today, date <= site.today.adding(months: months) else {
            throw fault(.dateOrder, "日期先后顺序错误：日期须在今日之后\(months)个月内", at: site)
        }
        return value
    }
}
