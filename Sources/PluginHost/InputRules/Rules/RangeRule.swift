import GraphQLLanguage
import PluginKit

/// `@range`: from what number to what number.
struct RangeRule: InputRule {
    static let directive = InputRuleDirective(
        "range",
        "min: Int, max: Int",
        "The smallest and the largest number. Every number of a mutation's input says it."
    )
    static let scope = InputRuleScope.value

    private let minimum: Int?
    private let maximum: Int?

    init?(_ directive: Directive) {
        minimum = directive.number("min")
        maximum = directive.number("max")
    }

    var text: String {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?): "\(minimum) to \(maximum)"
        case (let minimum?, nil): "at least \(minimum)"
        case (nil, let maximum?): "at most \(maximum)"
        case (nil, nil): ""
        }
    }

    func problem(on input: RuledInput) -> String? {
        guard ["Int", "Float"].contains(input.typeName) else { return input.mismatch("a number") }
        if minimum == nil, maximum == nil { return "has neither min nor max" }
        if let minimum, let maximum, minimum > maximum { return "allows no number" }
        return nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        let number: Double
        switch value {
        case .integer(let integer): number = Double(integer)
        case .double(let double): number = double
        default: return value
        }
        if let minimum, number < Double(minimum) { throw fault(.inputInvalid, words, at: site) }
        if let maximum, number > Double(maximum) { throw fault(.inputInvalid, words, at: site) }
        return value
    }

    private var words: String {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?): "数值应为\(minimum)至\(maximum)"
        case (let minimum?, nil): "数值不得小于\(minimum)"
        default: "数值不得大于\(maximum ?? 0)"
        }
    }
}
