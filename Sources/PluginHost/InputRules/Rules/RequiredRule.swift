import GraphQLLanguage
import PluginKit

/// `@required`: a value must be given, though the type says that it may be left out.
struct RequiredRule: InputRule {
    static let directive = InputRuleDirective(
        "required",
        "",
        "Must be given, though the type is nullable: what is missing is a fault of the field, not of the request."
    )
    static let scope = InputRuleScope.presence

    init?(_ directive: Directive) {}

    var text: String { "required" }

    func problem(on input: RuledInput) -> String? {
        input.isNonNullValue ? input.mismatch("a nullable type") : nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard value.isGiven else { throw fault(.textEmpty, "内容不能为空", at: site) }
        return value
    }
}
