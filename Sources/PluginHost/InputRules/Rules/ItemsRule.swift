import GraphQLLanguage
import PluginKit

/// `@items`: how many items a list may have.
struct ItemsRule: InputRule {
    static let directive = InputRuleDirective(
        "items",
        "min: Int! = 0, max: Int!",
        "How many items the list may have. Every list of a mutation's input says it."
    )
    static let scope = InputRuleScope.list

    private let minimum: Int
    private let maximum: Int

    init?(_ directive: Directive) {
        guard let maximum = directive.number("max") else { return nil }
        minimum = directive.number("min") ?? 0
        self.maximum = maximum
    }

    var text: String { minimum > 0 ? "\(minimum) to \(maximum) items" : "at most \(maximum) items" }

    func problem(on input: RuledInput) -> String? {
        guard input.isList else { return input.mismatch("a list") }
        return minimum < 0 || maximum < max(1, minimum) ? "allows no list" : nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard case .list(let items) = value else { return value }
        if items.isEmpty, minimum > 0 { throw fault(.textEmpty, "内容不能为空", at: site) }
        if items.count < minimum { throw fault(.inputInvalid, "不得少于\(minimum)项", at: site) }
        if items.count > maximum { throw fault(.inputInvalid, "不得超过\(maximum)项", at: site) }
        return value
    }
}
