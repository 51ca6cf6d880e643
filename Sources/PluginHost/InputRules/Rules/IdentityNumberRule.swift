import CourtFormats
import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// `@identityNumber`: the number of a document of identity, whose form its kind says.
struct IdentityNumberRule: InputRule {
    static let directive = InputRuleDirective(
        "identityNumber",
        "holder: String!, document: String!",
        """
        The number of the document of identity that the member `document` names (RESIDENT_ID, USCC, …; where it is left
        out RESIDENT_ID for a NATURAL_PERSON, USCC for others), whose holder is of the kind `holder`: a person and an
        organisation have documents of their own (else ID_DOC_TYPE_MISMATCH at `document`), ANONYMOUS has none.
        """
    )
    static let scope = InputRuleScope.value
    static let takesBlankForNone = true

    /// The longest number of another document.
    private static let limit = 40

    private let holder: String
    private let document: String

    init?(_ directive: Directive) {
        guard let holder = directive.text("holder"), let document = directive.text("document") else { return nil }
        self.holder = holder
        self.document = document
    }

    var text: String {
        "of the form that `\(document)` says, at most \(Self.limit) characters of another document; "
            + "`\(holder)` and `\(document)` agree"
    }

    func problem(on input: RuledInput) -> String? {
        guard input.isText else { return input.mismatch("a text") }
        for (name, value) in [(holder, "NATURAL_PERSON"), (document, "RESIDENT_ID")] {
            guard let sibling = input.sibling(name),
                case .enumeration(let type) = input.schema.type(named: sibling.type.namedType),
                type.values.contains(where: { $0.name == value })
            else { return "names \"\(name)\", which is no enum beside it with \(value)" }
        }
        return nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let text = value.text else { return value }
        let holder = site.siblings[holder]?.text
        let isPerson = holder == "NATURAL_PERSON"
        let document = site.siblings[document]?.text ?? (isPerson ? "RESIDENT_ID" : "USCC")
        guard holder != "ANONYMOUS", isPerson == (document != "USCC") || document == "OTHER" else {
            let path = InputPath(site.path.segments.dropLast() + [self.document])
            throw DomainErrors([DomainError(.init("ID_DOC_TYPE_MISMATCH"), "证件类型与信访人类型不符", field: path)])
        }
        do throws(FormatError) {
            switch document {
            case "RESIDENT_ID": return .string(try ResidentID(parsing: text, today: site.today).text)
            case "USCC": return .string(try UnifiedSocialCreditCode(parsing: text).text)
            default: return .string(try TextRule(maximumLength: Self.limit).check(text))
            }
        } catch { throw fault(error, at: site) }
    }
}
