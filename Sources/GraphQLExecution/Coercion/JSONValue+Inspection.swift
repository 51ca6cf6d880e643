import GraphQLLanguage

extension JSONValue {
    /// The value as error messages show it: what is deep or long is abridged.
    var inspected: String { inspected(depth: 1) }

    private static let maxDepth = 2
    private static let maxItems = 10

    private func inspected(depth: Int) -> String {
        switch self {
        case .array(let items):
            guard !items.isEmpty else { return "[]" }
            guard depth <= Self.maxDepth else { return "[Array]" }
            var parts = items.prefix(Self.maxItems).map { $0.inspected(depth: depth + 1) }
            let rest = items.count - parts.count
            if rest > 0 { parts.append("... \(rest) more item\(rest == 1 ? "" : "s")") }
            return "[\(parts.joined(separator: ", "))]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            guard depth <= Self.maxDepth else { return "[Object]" }
            let parts = members.map { "\($0.name): \($0.value.inspected(depth: depth + 1))" }
            return "{ \(parts.joined(separator: ", ")) }"
        case .double(let number): return number.inspected
        case .bigInteger(let digits):
            // From 10²¹ on ECMAScript writes an exponent.
            return digits.drop { $0 == "-" }.count > 21 ? (Double(digits) ?? .infinity).inspected : digits
        default:
            var json = JSONWriter()
            json.append(self)
            return String(decoding: json.bytes, as: UTF8.self)
        }
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
