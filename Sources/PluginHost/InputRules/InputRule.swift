import CourtFormats
import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// One rule of an input field or an argument of a mutation, as its directive declares it.
///
/// A rule says itself three times, from the same values: in the published description (`text`), while composing
/// (`problem`), and before the command runs (`check`).
protocol InputRule: Sendable {
    /// The directive that declares it.
    static var directive: InputRuleDirective { get }
    /// What a check looks at.
    static var scope: InputRuleScope { get }
    /// Whether a value that keeps the rule today may break it tomorrow, though it came first.
    static var expires: Bool { get }
    /// Whether a text that may be left out, and of which nothing can be seen, is none.
    static var takesBlankForNone: Bool { get }

    /// Reads the directive; nil for one that the composer refuses.
    init?(_ directive: Directive)

    /// The rule in a few English words: `10 to 200 characters`.
    var text: String { get }

    /// Why the rule cannot stand here; nil when it can.
    func problem(on input: RuledInput) -> String?

    /// What the rule makes of a value, or its faults; never with the value.
    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value
}

/// What a rule's check looks at.
enum InputRuleScope: Hashable {
    /// Whether there is a value: `.null` where there is none.
    case presence
    /// The list as a whole.
    case list
    /// The value, or each item of a list.
    case value
    /// The key, or all keys of a list, in the database.
    case row
}

/// Where a value stands while it is checked.
struct InputSite {
    let path: InputPath
    /// The members of the same object as they came.
    let siblings: InputObject
    /// The business date.
    let today: CalendarDate
}

extension InputRule {
    static var expires: Bool { false }
    static var takesBlankForNone: Bool { false }

    /// One fault at a place.
    func fault(_ code: DomainError.Code, _ message: String, at site: InputSite) -> DomainErrors {
        DomainErrors([DomainError(code, message, field: site.path)])
    }

    /// A form's fault as one of the input.
    func fault(_ error: FormatError, at site: InputSite) -> DomainErrors {
        fault(.init(error.code), error.message, at: site)
    }
}

/// All rules, in the order in which those of one field are checked and described.
enum InputRules {
    static let all: [any InputRule.Type] = [
        RequiredRule.self, RequiredWhenRule.self, RefusedWhenRule.self, ItemsRule.self, TextInputRule.self,
        FormatRule.self, IdentityNumberRule.self, ImpersonalRule.self, RangeRule.self, AllowedRule.self, PastRule.self,
        AheadRule.self,
        DistinctRule.self, RowRule.self, UncheckedRule.self,
    ]

    /// The rules that an element's directives declare.
    static func declared(by directives: [Directive]) -> [any InputRule] {
        all.flatMap { rule in
            directives.lazy.filter { $0.name.text == rule.directive.name }.compactMap {
                rule.init($0) as (any InputRule)?
            }
        }
    }
}
