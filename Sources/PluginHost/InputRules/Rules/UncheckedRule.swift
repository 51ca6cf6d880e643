import GraphQLLanguage
import PluginKit

/// `@unchecked`: a value that the command checks itself, for what no directive can say.
struct UncheckedRule: InputRule {
    static let directive = InputRuleDirective(
        "unchecked",
        "why: String!",
        "Checked by the command, and why: the text of a file, a form that depends on other members."
    )
    static let scope = InputRuleScope.value

    private let why: String

    init?(_ directive: Directive) {
        guard let why = directive.text("why") else { return nil }
        self.why = why
    }

    var text: String { why }

    func problem(on input: RuledInput) -> String? { why.isEmpty ? "says not why" : nil }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value { value }
}
