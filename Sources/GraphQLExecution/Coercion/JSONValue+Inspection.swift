import GraphQLLanguage

extension JSONValue {
    /// The value as error messages show it: what is deep or long is abridged.
    var inspected: String {
        var text = ""
        inspect(into: &text, depth: 1)
        return text
    }

    private static let maxDepth = 2
    private static let maxItems = 10
    /// Bytes after which nothing more is shown: as many errors as there are faults may show one value.
    private static let maxCount = 10_000

    private func inspect(into text: inout String, depth: Int) {
        switch self {
        case .array(let items): inspect(items, into: &text, depth: depth)
        case .object(let members): inspect(members, into: &text, depth: depth)
        case .double(let number): text += number.inspected
        case .bigInteger(let digits):
            // From 10²¹ on ECMAScript writes an exponent.
            let isLong = digits.utf8.count > 22 || digits.utf8.count == 22 && digits.utf8.first != UInt8(ascii: "-")
            text += isLong ? (Double(digits) ?? .infinity).inspected : digits
        case .string(let value):
            var json = JSONWriter()
            json.append(string: Self.abridged(value))
            text += String(decoding: json.bytes, as: UTF8.self)
        default:
            var json = JSONWriter()
            json.append(self)
            text += String(decoding: json.bytes, as: UTF8.self)
        }
    }

    private static func abridged(_ text: String) -> String {
        text.utf8.count <= maxCount ? text : String(text.unicodeScalars.prefix(maxCount / 4)) + "..."
    }

    private func inspect(_ items: [JSONValue], into text: inout String, depth: Int) {
        guard !items.isEmpty else { return text += "[]" }
        guard depth <= Self.maxDepth else { return text += "[Array]" }
        text += "["
        for (index, item) in items.prefix(Self.maxItems).enumerated() {
            if index > 0 { text += ", " }
            guard text.utf8.count < Self.maxCount else { return text += "...]" }
            item.inspect(into: &text, depth: depth + 1)
        }
        let rest = items.count - Self.maxItems
        if rest > 0 { text += ", ... \(rest) more item\(rest == 1 ? "" : "s")" }
        text += "]"
    }

    private func inspect(_ members: [Member], into text: inout String, depth: Int) {
        guard !members.isEmpty else { return text += "{}" }
        guard depth <= Self.maxDepth else { return text += "[Object]" }
        text += "{ "
        for (index, member) in members.enumerated() {
            if index > 0 { text += ", " }
            guard text.utf8.count < Self.maxCount else { return text += "... }" }
            text += "\(Self.abridged(member.name)): "
            member.value.inspect(into: &text, depth: depth + 1)
        }
        text += " }"
    }
}

extension Double {
    /// The shortest digits that read back as this number, in the layout of ECMAScript's `Number::toString`.
    fileprivate var inspected: String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
        guard self != 0 else { return "0" }
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let leading = (mantissa[0] + fraction).prefix { $0 == "0" }.count
        let digits = String((mantissa[0] + fraction).dropFirst(leading).trimmingZeros)
        // Where the decimal point stands, counted from the first digit.
        let point = mantissa[0].count - leading + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        let text =
            switch point {
            case digits.count...21: digits + String(repeating: "0", count: point - digits.count)
            case 1...21: "\(digits.prefix(point)).\(digits.dropFirst(point))"
            case -5...0: "0." + String(repeating: "0", count: -point) + digits
            default:
                String(digits.prefix(1)) + (digits.count > 1 ? ".\(digits.dropFirst())" : "")
                    + (point > 0 ? "e+\(point - 1)" : "e-\(1 - point)")
            }
        return self < 0 ? "-\(text)" : text
    }
}

extension Substring {
    fileprivate var trimmingZeros: Substring {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
