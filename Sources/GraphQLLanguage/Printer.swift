extension Document {
    /// The document as graphql-js' `print` writes it, without comments; reading it again gives the same document.
    package var printed: String {
        var parts: [String] = []
        var endsWithoutBraces = false
        for definition in definitions {
            if case .operation(let operation) = definition {
                parts.append(operation.printed(allowsShortForm: !endsWithoutBraces))
            } else {
                parts.append(definition.printed)
            }
            endsWithoutBraces = definition.endsWithoutBraces
        }
        return parts.joined(separator: "\n\n")
    }
}

extension Definition {
    package var printed: String {
        switch self {
        case .operation(let operation): operation.printed
        case .fragment(let fragment): fragment.printed
        case .schema(let schema): schema.printed
        case .type(let type): type.printed
        case .directive(let directive): directive.printed
        case .directiveExtension(let directive): directive.printed
        }
    }

    /// Whether braces behind this definition would be read as its own.
    fileprivate var endsWithoutBraces: Bool {
        switch self {
        case .schema(let schema): schema.operations.isEmpty
        case .type(let type):
            switch type.body {
            case .object(_, let fields), .interface(_, let fields): fields.isEmpty
            case .enumeration(let values): values.isEmpty
            case .input(let fields): fields.isEmpty
            case .scalar, .union: false
            }
        case .operation, .fragment, .directive, .directiveExtension: false
        }
    }
}

extension Description {
    package var printed: String { isBlock ? BlockString.printed(text) : StringLiteral.printed(text) }
}

extension Value {
    package var printed: String {
        switch kind {
        case .variable(let name): return "$\(name)"
        case .int(let digits), .float(let digits): return digits
        case .string(let text, let isBlock): return isBlock ? BlockString.printed(text) : StringLiteral.printed(text)
        case .boolean(let flag): return flag ? "true" : "false"
        case .null: return "null"
        case .enumeration(let name): return name
        case .list(let items):
            let parts = items.map(\.printed)
            let line = "[\(parts.joined(separator: ", "))]"
            guard PrintedLayout.isTooLong(line) else { return line }
            return "[\n\(PrintedLayout.indented(parts.joined(separator: "\n")))\n]"
        case .object(let fields):
            let parts = fields.map { "\($0.name.text): \($0.value.printed)" }
            let line = "{ \(parts.joined(separator: ", ")) }"
            return PrintedLayout.isTooLong(line) ? PrintedLayout.block(parts) : line
        }
    }
}

extension Argument {
    package var printed: String { "\(name.text): \(value.printed)" }
}

extension Directive {
    package var printed: String {
        "@\(name.text)" + PrintedLayout.wrapped("(", arguments.map(\.printed).joined(separator: ", "), ")")
    }
}

/// A string between double quotes.
enum StringLiteral {
    /// The text with quotes, backslashes and control characters escaped.
    static func printed(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{8}": literal += "\\b"
            case "\u{C}": literal += "\\f"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": literal += "\\u\(hexadecimal(scalar.value, digits: 4))"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
