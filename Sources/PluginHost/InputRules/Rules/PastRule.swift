import CourtFormats
import FragmentExpansion
import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// `@past`: a date that has come, and how it lies to other dates.
struct PastRule: InputRule {
    static let directive = InputRuleDirective(
        "past",
        "notBefore: [String!], notAfter: String",
        """
        A date that has come, of 1949 or later. `notBefore` names dates that it may not lie before: members of the same
        input (of a case number counts the year), or fields of the row that a `@change` input changes, which are compared
        once the row is locked. `notAfter` names a member of the input.
        """
    )
    static let scope = InputRuleScope.value

    private let earlier: [String]
    private let later: String?

    init?(_ directive: Directive) {
        earlier = directive.texts("notBefore") ?? []
        later = directive.text("notAfter")
    }

    var text: String {
        let bounds = earlier.map { "`\($0)`" }.joined(separator: " or ")
        return "not after \(later.map { "`\($0)`" } ?? "today")" + (bounds.isEmpty ? "" : ", nor before \(bounds)")
    }

    func problem(on input: RuledInput) -> String? {
        guard input.typeName == "Date" else { return input.mismatch("a Date") }
        for name in earlier where !Self.isDate(input.sibling(name)) {
            let field = input.changed?.fields?.first { $0.name == name }
            guard field?.type.namedType != "Date" else { continue }
            return "names \"\(name)\", which is no date beside it, nor of the row that is changed"
        }
        guard let later, input.sibling(later)?.type.namedType != "Date" else { return nil }
        return "names \"\(later)\", which is no date beside it"
    }

    private static func isDate(_ sibling: SchemaInputValue?) -> Bool {
        guard let sibling else { return false }
        return sibling.type.namedType == "Date"
            || InputRules.declared(by: sibling.directives).contains { ($0 as? FormatRule)?.form == .caseNumber }
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let date = value.date else { return value }
        if let later = later.flatMap({ site.siblings[$0]?.date }), date > later { throw order(at: site) }
        if date > site.today { throw fault(.dateInFuture, "日期不能晚于今日", at: site) }
        guard date.year >= CaseNumber.firstYear else { throw order(at: site) }
        // A date of the input's own name is the row's.
        for name in earlier where name != site.path.segments.last {
            guard let bound = site.siblings[name]?.text else { continue }
            if let bound = CalendarDate(iso: bound) {
                if date < bound { throw order(at: site) }
            } else if let number = try? CaseNumber(parsing: bound, today: site.today), date.year < number.year {
                throw order(at: site)
            }
        }
        return value
    }

    private func order(at site: InputSite) -> DomainErrors { fault(.dateOrder, "日期先后顺序错误", at: site) }
}
