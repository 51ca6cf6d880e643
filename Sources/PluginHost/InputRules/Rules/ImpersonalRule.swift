import CourtFormats
import GraphQLLanguage
import PluginKit

/// `@impersonal`: no text from which a person could be found by a number.
struct ImpersonalRule: InputRule {
    static let directive = InputRuleDirective(
        "impersonal",
        "",
        "The text holds no ID number and no telephone number, however it is spaced."
    )
    static let scope = InputRuleScope.value

    init?(_ directive: Directive) {}

    var text: String { "without ID or telephone numbers" }

    func problem(on input: RuledInput) -> String? {
        input.isText ? nil : input.mismatch("a text")
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let text = value.text, PersonalNumbers.isContained(in: text) else { return value }
        throw fault(.personalDataInText, "不得含有身份证号码或电话号码", at: site)
    }
}
