import CourtFormats
import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// `@distinct`: nothing stands twice in a list.
struct DistinctRule: InputRule {
    static let directive = InputRuleDirective(
        "distinct",
        "by: String",
        """
        No item stands twice, or none with the same member `by`. Numbers of one case are the same, whichever of its
        documents they count.
        """
    )
    static let scope = InputRuleScope.list

    private let member: String?

    init?(_ directive: Directive) { member = directive.text("by") }

    var text: String { member.map { "no `\($0)` twice" } ?? "none twice" }

    func problem(on input: RuledInput) -> String? {
        guard input.isList else { return input.mismatch("a list") }
        guard let member else { return nil }
        guard case .input(let type) = input.schema.type(named: input.typeName), type.field(named: member) != nil else {
            return "names \"\(member)\", which its items do not have"
        }
        return nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard case .list(let items) = value else { return value }
        var errors = DomainErrors()
        var seen: Set<InputObject.Value> = []
        for (position, item) in items.enumerated() {
            guard let key = key(of: item, today: site.today), !seen.insert(key).inserted else { continue }
            let path = site.path.appending(String(position))
            errors.add(
                DomainError(.inputInvalid, "不得重复", field: member.map { path.appending($0) } ?? path)
            )
        }
        try errors.throwIfAny()
        return value
    }

    /// What an item is compared by; nil when it is not.
    private func key(of item: InputObject.Value, today: CalendarDate) -> InputObject.Value? {
        var value = item
        if let member {
            guard case .object(let members) = item, let found = InputObject(members: members)[member] else {
                return nil
            }
            value = found
        }
        guard let text = value.text else { return value }
        return .string((try? CaseNumber(parsing: text, today: today))?.withoutDocument.text ?? text)
    }
}
