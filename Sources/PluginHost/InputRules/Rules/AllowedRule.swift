import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// `@allowed`: which of an enum's values this input takes.
struct AllowedRule: InputRule {
    static let directive = InputRuleDirective(
        "allowed",
        "values: [String!]!",
        "The values of the enum that this input takes."
    )
    static let scope = InputRuleScope.value

    private let values: [String]

    init?(_ directive: Directive) {
        guard let values = directive.texts("values") else { return nil }
        self.values = values
    }

    var text: String { "only \(values.joined(separator: ", "))" }

    func problem(on input: RuledInput) -> String? {
        guard case .enumeration(let type) = input.schema.type(named: input.typeName) else {
            return input.mismatch("an enum")
        }
        if values.isEmpty { return "allows no value" }
        let known = Set(type.values.map(\.name))
        return values.first { !known.contains($0) }.map { "names \"\($0)\", which is no value of \(type.name)" }
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let name = value.text, !values.contains(name) else { return value }
        throw fault(.valueNotAllowed, "取值无效，允许：\(values.joined(separator: "、"))", at: site)
    }
}
