import GraphQLLanguage
import PluginKit

/// `@refusedWhen`: nothing may be given where another member says so.
struct RefusedWhenRule: InputRule {
    static let directive = InputRuleDirective(
        "refusedWhen",
        InputCondition.arguments,
        isRepeatable: true,
        """
        Must be left out where the member `field` of the same input is one of the values `is`, is none of `isNot`, or is
        not given (`missing`).
        """
    )
    static let scope = InputRuleScope.presence

    private let condition: InputCondition

    init?(_ directive: Directive) {
        guard let condition = InputCondition(directive) else { return nil }
        self.condition = condition
    }

    var text: String { "refused \(condition.text)" }

    func problem(on input: RuledInput) -> String? {
        if input.isNonNullValue { return input.mismatch("a nullable type") }
        return condition.problem(on: input)
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard !value.isGiven || !condition.holds(in: site.siblings) else {
            throw fault(.inputInvalid, "此处不得填写", at: site)
        }
        return value
    }
}
