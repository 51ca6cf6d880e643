import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// A field of an input with what its description says, and values that break it.
struct RuledField {
    /// A value that breaks a rule, or just keeps it.
    struct Attempt {
        let why: String
        let overrides: [[String]: JSONValue?]
        let path: String
        let codes: [String]
        let isBreach: Bool
    }

    let mutation: String
    /// The mutation's input.
    let input: InputObjectType
    let value: SchemaInputValue
    /// Where it stands below the input, by names.
    let names: [String]
    /// The same, with positions, as a fault names it.
    let path: String
    /// A value of the type, or of a list's items, that keeps the rules.
    let sample: JSONValue
    let schema: Schema

    var text: String { value.description ?? "" }

    private var isList: Bool { value.type.nullable.listItem != nil }

    /// The values by which a rule is broken, made of what the description says of it.
    func attempts(to directive: Directive) -> [Attempt] {
        let code = directive.argument("code")?.stringText
        switch directive.name.text {
        case "text": return texts(code)
        case "format": return formats(code)
        case "identityNumber":
            return says(#/[Oo]f the form that/#) ? [attempt("no ID number", "x", code ?? "ID_NUMBER_LENGTH")] : []
        case "impersonal":
            let isSaid = says(#/without ID or telephone numbers/#)
            return isSaid ? [attempt("a telephone number", "电话15471693388", code ?? "PII_IN_TEXT")] : []
        case "range": return ranges(code ?? "INPUT_INVALID")
        case "items": return items(code)
        case "distinct": return twice(code ?? "INPUT_INVALID")
        case "past", "ahead": return dates()
        case "allowed": return others(code ?? "VALUE_NOT_ALLOWED")
        case "required": return says(#/[Rr]equired/#) ? [attempt("left out", nil, code ?? "TEXT_EMPTY")] : []
        case "requiredWhen":
            return conditions(#/[Rr]equired (with|unless|without) `(\w+)`(?: is)? ?([A-Z_, ]*)/#, code ?? "TEXT_EMPTY")
        case "refusedWhen":
            return conditions(
                #/[Rr]efused (with|unless|without) `(\w+)`(?: is)? ?([A-Z_, ]*)/#,
                code ?? "INPUT_INVALID"
            )
        case "row":
            let key = JSONValue.string("999999999")
            // Whoever names none is told so whatever else the row must be.
            let absent = value.type.namedType == "CourtCode" ? "COURT_CODE_UNKNOWN" : "NOT_FOUND"
            return says(#/[Nn]ames a `/#) ? [attempt("no row", isList ? [key] : key, absent)] : []
        default: return []
        }
    }

    private func says(_ words: Regex<Substring>) -> Bool { text.contains(words) }

    private func attempt(
        _ why: String,
        _ given: JSONValue?,
        _ code: String,
        below: String = "",
        breaks isBreach: Bool = true,
        with others: [String: JSONValue?] = [:]
    ) -> Attempt {
        var overrides: [[String]: JSONValue?] = [names: given]
        if let given, given != .null, others.isEmpty, let (name, value) = allowance {
            overrides[place(beside: name)] = value
        }
        for (name, value) in others { overrides[place(beside: name)] = .some(value) }
        return Attempt(why: why, overrides: overrides, path: path + below, codes: [code], isBreach: isBreach)
    }

    /// What must stand beside it, so that it may be given at all.
    private var allowance: (name: String, value: JSONValue)? {
        text.firstMatch(of: #/[Rr]efused unless `(\w+)` is ([A-Z_]+)/#).map { (String($0.1), .string(String($0.2))) }
    }

    private func place(beside name: String) -> [String] { Array(names.dropLast()) + [name] }

    /// The same of a value, or of a list's item.
    private func item(_ why: String, _ given: JSONValue, _ code: String, breaks isBreach: Bool = true) -> Attempt {
        attempt(why, isList ? [given] : given, code, below: isList ? ".0" : "", breaks: isBreach)
    }

    private func texts(_ code: String?) -> [Attempt] {
        guard let match = text.firstMatch(of: #/(?:(\d+) to|[Aa]t most) (\d+) characters( in one line)?/#),
            let maximum = Int(match.2)
        else { return [] }
        func long(_ count: Int) -> JSONValue { .string(String(repeating: "长", count: count)) }
        let tooLong = code ?? "TEXT_TOO_LONG"
        let isOneLine = match.3 != nil
        var attempts = [
            item("longer", long(maximum + 1), tooLong), item("as long", long(maximum), tooLong, breaks: false),
            item("lines", "核对来信人身份\n核对来信人身份", code ?? "TEXT_CONTROL_CHARS", breaks: isOneLine),
        ]
        if let minimum = match.1.flatMap({ Int($0) }) {
            let tooShort = code ?? "TEXT_TOO_SHORT"
            attempts.append(item("shorter", long(minimum - 1), tooShort))
            attempts.append(item("as short", long(minimum), tooShort, breaks: false))
        }
        return attempts
    }

    private func formats(_ code: String?) -> [Attempt] {
        let forms = [
            "case number": "CASE_NO_FORMAT", "resident's ID": "ID_NUMBER_LENGTH", "mobile number": "MOBILE_INVALID",
            "credit code": "USCC_INVALID", "landline number": "LANDLINE_INVALID", "e-mail": "EMAIL_INVALID",
            "GB/T 2260": "REGION_CODE_UNKNOWN", "court's code": "COURT_CODE_UNKNOWN",
        ]
        if text.contains("official number") { return [item("any brackets", "[2018] 1", "TEXT_EMPTY", breaks: false)] }
        return forms.filter { text.contains($0.key) }.map { item("no \($0.key)", "x", code ?? $0.value) }
    }

    private func ranges(_ code: String) -> [Attempt] {
        var attempts: [Attempt] = []
        if let match = text.firstMatch(of: #/(-?\d+) to (-?\d+)(?: characters| items)?/#), let least = Int(match.1),
            let most = Int(match.2)
        {
            attempts = [item("less", .integer(least - 1), code), item("more", .integer(most + 1), code)]
        } else if let match = text.firstMatch(of: #/[Aa]t least (-?\d+)/#), let least = Int(match.1) {
            attempts = [item("less", .integer(least - 1), code)]
        } else if let match = text.firstMatch(of: #/[Aa]t most (-?\d+)/#), let most = Int(match.1) {
            attempts = [item("more", .integer(most + 1), code)]
        }
        return attempts
    }

    private func items(_ code: String?) -> [Attempt] {
        guard let match = text.firstMatch(of: #/(?:(\d+) to|[Aa]t most) (\d+) items/#), let most = Int(match.2) else {
            return []
        }
        let many = JSONValue.array(Array(repeating: sample, count: most + 1))
        var attempts = [attempt("more", many, code ?? "INPUT_INVALID")]
        if match.1 != nil { attempts.append(attempt("none", [], code ?? "TEXT_EMPTY")) }
        return attempts
    }

    private func twice(_ code: String) -> [Attempt] {
        if let match = text.firstMatch(of: #/no `(\w+)` twice/#) {
            let item = JSONValue.object([.init(String(match.1), "（2017）晋03民终1675号")])
            return [attempt("twice", [item, item], code, below: ".1.\(match.1)")]
        }
        // A text will do for a text; a number or an enum's value must be one to be read at all.
        let item: JSONValue = ["String", "ID"].contains(value.type.namedType) ? "1" : sample
        return says(#/[Nn]one twice/#) ? [attempt("twice", [item, item], code, below: ".1")] : []
    }

    private func dates() -> [Attempt] {
        var attempts: [Attempt] = []
        if says(#/[Nn]ot after today/#) { attempts.append(attempt("to come", "2999-01-01", "DATE_IN_FUTURE")) }
        if let match = text.firstMatch(of: #/[Nn]ot after `(\w+)`/#) {
            attempts.append(attempt("later", "2018-06-03", "DATE_ORDER", with: [String(match.1): "2018-06-02"]))
        }
        if let match = text.firstMatch(of: #/nor before `(\w+)`/#), sibling(String(match.1)) != nil {
            attempts.append(attempt("earlier", "1950-01-01", "DATE_ORDER"))
        }
        if says(#/[Aa]fter today, at most/#) {
            attempts.append(attempt("today", .string(TestCourt.today), "DATE_ORDER"))
            attempts.append(attempt("far ahead", "2999-01-01", "DATE_ORDER"))
        }
        return attempts
    }

    private func others(_ code: String) -> [Attempt] {
        guard let match = text.firstMatch(of: #/[Oo]nly ([A-Z_, ]+)/#),
            case .enumeration(let type) = schema.type(named: value.type.namedType),
            let other = type.values.first(where: { !match.1.contains($0.name) })
        else { return [] }
        return [attempt("another value", .string(other.name), code)]
    }

    private func conditions(
        _ words: Regex<(Substring, Substring, Substring, Substring)>,
        _ code: String
    ) -> [Attempt] {
        guard let match = text.firstMatch(of: words) else { return [] }
        let name = String(match.2)
        let values = match.3.split(separator: ", ").map(String.init)
        let isRefused = match.0.lowercased().hasPrefix("refused")
        // A text will do for a text; a date or an enum's value must be one to be read at all.
        let isText = ["String", "ID"].contains(value.type.namedType)
        let any: JSONValue = isText ? (isList ? ["1"] : "核对来信人身份以便书面答复") : (isList ? [sample] : sample)
        let given: JSONValue? = isRefused ? any : Optional.none
        switch match.1 {
        case "with":
            return values.map { attempt("with \($0)", given, code, with: [name: .string($0)]) }
        case "unless":
            guard case .enumeration(let type) = schema.type(named: sibling(name)?.type.namedType ?? "") else {
                return []
            }
            return type.values.filter { !values.contains($0.name) }.map {
                attempt("with \($0.name)", given, code, with: [name: .string($0.name)])
            }
        default: return [attempt("without \(name)", given, code, with: [name: Optional.none])]
        }
    }

    private func sibling(_ name: String) -> SchemaInputValue? {
        siblings.first { $0.name == name && $0.name != value.name }
    }

    /// The fields of the object in which it stands.
    private var siblings: [SchemaInputValue] {
        var owner = input
        for name in names.dropLast() {
            guard let field = owner.field(named: name),
                case .input(let inner) = schema.type(named: field.type.namedType)
            else { return [] }
            owner = inner
        }
        return owner.fields
    }
}
