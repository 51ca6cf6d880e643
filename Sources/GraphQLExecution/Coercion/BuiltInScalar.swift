import GraphQLLanguage

/// The scalars that the type system itself defines, and how they read input (GraphQL §3.5.1–§3.5.5).
enum BuiltInScalar: String {
    case int = "Int"
    case float = "Float"
    case string = "String"
    case boolean = "Boolean"
    case id = "ID"

    /// Input coercion of a variable's value; never called with null.
    func coerce(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        switch (self, value) {
        case (.int, .integer(let integer)) where Int32(exactly: integer) != nil: value
        case (.int, .integer), (.int, .bigInteger): throw .noInt32
        case (.int, .double(let number)) where number.isFinite && number.rounded() == number: throw .noInt32
        case (.float, .integer(let integer)): try Self.float(integer)
        case (.float, .bigInteger(let digits)): try Self.float(digits)
        case (.float, .double(let number)) where number.isFinite: value
        case (.string, .string), (.boolean, .boolean), (.id, .string): value
        case (.id, .integer(let integer)): .string(String(integer))
        case (.id, .bigInteger(let digits)): .string(digits)
        case (.id, .double(let number)) where number.isFinite && number.rounded() == number:
            .string(Int(exactly: number).map(String.init) ?? Self.integerDigits(of: number))
        default: throw ScalarRejection(refusal(ofLiteral: false))
        }
    }

    /// Input coercion of a literal; never called with a variable or null.
    func coerce(literal: Value) throws(ScalarRejection) -> JSONValue {
        switch (self, literal.kind) {
        case (.int, .int(let digits)):
            guard let integer = Int32(digits) else { throw .noInt32 }
            return .integer(Int(integer))
        case (.float, .int(let digits)), (.float, .float(let digits)):
            // An infinity stands for digits beyond the largest finite number.
            guard let number = Double(digits), number.isFinite else {
                throw ScalarRejection(refusal(ofLiteral: true))
            }
            return .double(number)
        case (.string, .string(let text, _)), (.id, .string(let text, _)), (.id, .int(let text)): return .string(text)
        case (.boolean, .boolean(let flag)): return .boolean(flag)
        default: throw ScalarRejection(refusal(ofLiteral: true))
        }
    }

    private func refusal(ofLiteral isLiteral: Bool) -> String {
        switch self {
        case .int: "Int cannot represent non-integer value"
        case .float: "Float cannot represent non numeric value"
        case .string: "String cannot represent a non string value"
        case .boolean: "Boolean cannot represent a non boolean value"
        case .id where isLiteral: "ID cannot represent a non-string and non-integer value"
        case .id: "ID cannot represent value"
        }
    }
}

extension BuiltInScalar {
    private static func float(_ integer: Int) throws(ScalarRejection) -> JSONValue {
        guard let number = Double(exactly: integer) else { throw .imprecise }
        return .double(number)
    }

    private static func float(_ digits: String) throws(ScalarRejection) -> JSONValue {
        guard let number = Double(digits), number.isFinite else {
            throw ScalarRejection("Float cannot represent non numeric value", note: "value is too large")
        }
        guard integerDigits(of: number) == digits else { throw .imprecise }
        return .double(number)
    }

    /// All decimal digits of an integral number beyond the range of `Int`.
    static func integerDigits(of number: Double) -> String {
        // significand × 2^shift, doubled in decimal, least significant digit first.
        let shift = Int(number.exponent) - Double.significandBitCount
        var digits = String(number.significandBitPattern | 1 << Double.significandBitCount).utf8.reversed().map {
            $0 - 48
        }
        for _ in 0..<shift {
            var carry: UInt8 = 0
            for index in digits.indices {
                let doubled = digits[index] * 2 + carry
                digits[index] = doubled % 10
                carry = doubled / 10
            }
            if carry > 0 { digits.append(carry) }
        }
        return (number < 0 ? "-" : "") + String(decoding: digits.reversed().map { $0 + 48 }, as: UTF8.self)
    }
}

extension ScalarRejection {
    fileprivate static let noInt32 = ScalarRejection("Int cannot represent non 32-bit signed integer value")
    fileprivate static let imprecise = ScalarRejection(
        "Float cannot represent non numeric value",
        note: "value would lose precision"
    )
}
