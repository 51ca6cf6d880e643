import GraphQLLanguage
import PluginKit

/// `@requiredWhen`: a value must be given where another member says so.
struct RequiredWhenRule: InputRule {
    static let directive = InputRuleDirective(
        "requiredWhen",
        InputCondition.arguments,
        isRepeatable: true,
        """
        Must be given where the member `field` of the same input is one of the values `is` (enum values, true, false), is
        none of `isNot`, or is not given (`missing`).
        """
    )
    static let scope = InputRuleScope.presence

    private let condition: InputCondition

    init?(_ directive: Directive) {
        guard let condition = InputCondition(directive) else { return nil }
        self.condition = condition
    }

    var text: String { "required \(condition.text)" }

    func problem(on input: RuledInput) -> String? {
        if input.isNonNullValue { return input.mismatch("a nullable type") }
        return condition.problem(on: input)
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard value.isGiven || !condition.holds(in: site.siblings) else {
            throw fault(.textEmpty, "内容不能为空", at: site)
        }
        return value
    }
}
