import CourtFormats
import GraphQLLanguage
import PluginKit

/// `@format`: a text of a fixed form, kept in the one way in which it is written.
struct FormatRule: InputRule {
    /// The forms that there are.
    enum Form: String, CaseIterable {
        case caseNumber = "CASE_NUMBER"
        case residentID = "RESIDENT_ID"
        case creditCode = "USCC"
        case mobile = "MOBILE"
        case landline = "LANDLINE"
        case email = "EMAIL"
        case region = "REGION"
        case court = "COURT"
        case number = "NUMBER"

        /// After `is`.
        var text: String {
            switch self {
            case .caseNumber: "a case number, standard or legacy"
            case .residentID: "a resident's ID number, 18 characters"
            case .creditCode: "a unified social credit code"
            case .mobile: "a mobile number"
            case .landline: "a landline number with its area code"
            case .email: "an e-mail address"
            case .region: "a code of GB/T 2260, in force or retired"
            case .court: "a court's code"
            case .number: "an official number, whatever its brackets, widths and spaces"
            }
        }

        /// The value as it is written.
        func read(_ text: String, today: CalendarDate) throws(FormatError) -> String {
            switch self {
            case .caseNumber: try CaseNumber(parsing: text, today: today).text
            case .residentID: try ResidentID(parsing: text, today: today).text
            case .creditCode: try UnifiedSocialCreditCode(parsing: text).text
            case .mobile: try PhoneNumber(mobile: text).text
            case .landline: try LandlineNumber(parsing: text).text
            case .email: try EmailAddress(parsing: text).text
            case .region: try RegionCode(parsing: text).text
            case .court: try CourtCode(parsing: text).text
            case .number: text.foldedNumber
            }
        }
    }

    static let formatsSDL = "enum InputFormat { \(Form.allCases.map(\.rawValue).joined(separator: " ")) }"

    static let directive = InputRuleDirective(
        "format",
        "as: InputFormat!",
        """
        A text of this form, kept as it is written officially: a case number in full-width brackets, digits without
        spaces. NUMBER is an official number (文号) as it is looked up, `core.folded_number` in SQL; it needs @text, too.
        """
    )
    static let scope = InputRuleScope.value
    static let takesBlankForNone = true

    let form: Form

    init?(_ directive: Directive) {
        guard let form = directive.argument("as")?.enumName.flatMap(Form.init(rawValue:)) else { return nil }
        self.form = form
    }

    var text: String { form.text }

    func problem(on input: RuledInput) -> String? {
        guard input.isText else { return input.mismatch("a text") }
        let hasText = input.has(TextInputRule.self)
        return form == .number && !hasText ? "as NUMBER needs @text beside it" : nil
    }

    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value {
        guard let text = value.text else { return value }
        do { return .string(try form.read(text, today: site.today)) } catch { throw fault(error, at: site) }
    }
}
