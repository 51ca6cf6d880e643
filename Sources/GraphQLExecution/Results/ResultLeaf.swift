import GraphQLLanguage
import GraphQLSchema

/// A scalar or enum, as far as its results matter.
enum ResultLeaf: Sendable {
    case int, float, string, boolean, id
    case enumeration(EnumType)
    indirect case custom(String, ResultCoercions.Coercion?)

    init(_ type: TypeDefinition, coercions: ResultCoercions) {
        if case .enumeration(let enumeration) = type {
            self = .enumeration(enumeration)
            return
        }
        self =
            switch type.name {
            case "Int": .int
            case "Float": .float
            case "String": .string
            case "Boolean": .boolean
            case "ID": .id
            default: .custom(type.name, coercions[type.name])
            }
    }
}

extension ResultLeaf {
    /// Whether a value is its own result: of the types of most values, so that these are not copied.
    func isResult(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.string, .string), (.id, .string), (.boolean, .boolean): true
        case (.int, .integer(let number)): Int32(exactly: number) != nil
        default: false
        }
    }

    /// Coerces a value that is not null; throws the field's error.
    func coerce(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch self {
        case .int: return try Self.int(value)
        case .float: return try Self.float(value)
        case .string: return try Self.string(value)
        case .boolean: return try Self.boolean(value)
        case .id: return try Self.id(value)
        case .enumeration(let type):
            if case .string(let name) = value, type.value(named: name) != nil { return value }
            throw GraphQLError("Enum \"\(type.name)\" cannot represent value: \(value.inspected)")
        case .custom(let name, let coercion?):
            let result: JSONValue
            do throws(ScalarRejection) {
                result = try coercion(value)
            } catch {
                throw GraphQLError(error.reason)
            }
            guard result != .null else {
                throw GraphQLError(
                    "Expected `\(name).coerceOutputValue(\(value.inspected))` to return non-nullable value, returned: null"
                )
            }
            return result
        case .custom(_, nil): return value
        }
    }

    /// Int (GraphQL §3.5.1): whole numbers of 32 bits, their text included; true is 1.
    private static func int(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        let integer: Int
        switch value {
        case .boolean(let flag): return .integer(flag ? 1 : 0)
        case .integer(let number): integer = number
        case .string(let text):
            guard let number = text.wholeNumber else { throw unrepresentable("Int", "non-integer value", value) }
            integer = number
        case .bigInteger: integer = .max
        case .double(let number) where number.isFinite && number.rounded() == number:
            integer = Int(exactly: number) ?? .max
        default: throw unrepresentable("Int", "non-integer value", value)
        }
        guard Int32(exactly: integer) != nil else {
            throw unrepresentable("Int", "non 32-bit signed integer value", value)
        }
        return .integer(integer)
    }

    /// Float (GraphQL §3.5.2): finite numbers, their text included; true is 1.
    private static func float(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .boolean(let flag): return .integer(flag ? 1 : 0)
        case .string(let text):
            if let number = text.decimalNumber { return .double(number) }
        default:
            do throws(ScalarRejection) {
                return try BuiltInScalar.float.coerce(value)
            } catch {
                throw GraphQLError(InputFault.builtInScalar(error, found: value.inspected))
            }
        }
        throw unrepresentable("Float", "non numeric value", value)
    }

    /// String (GraphQL §3.5.3): texts, and the text of booleans and finite numbers.
    private static func string(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .string: return value
        case .boolean(let flag): return .string(flag ? "true" : "false")
        case .integer(let number): return .string(String(number))
        case .bigInteger(let digits): return .string(digits)
        case .double(let number) where number.isFinite: return .string(value.inspected)
        default: throw unrepresentable("String", "value", value)
        }
    }

    /// Boolean (GraphQL §3.5.4): booleans, and whether a finite number is other than 0.
    private static func boolean(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .boolean: return value
        case .integer(let number): return .boolean(number != 0)
        case .bigInteger: return .boolean(true)
        case .double(let number) where number.isFinite: return .boolean(number != 0)
        default: throw unrepresentable("Boolean", "a non boolean value", value)
        }
    }

    /// ID (GraphQL §3.5.5): texts and whole numbers.
    private static func id(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .string: return value
        case .integer(let number): return .string(String(number))
        case .bigInteger(let digits): return .string(digits)
        case .double(let number) where number.isFinite && number.rounded() == number:
            return .string(BuiltInScalar.integerDigits(of: number))
        default: throw unrepresentable("ID", "value", value)
        }
    }

    private static func unrepresentable(_ type: String, _ what: String, _ value: JSONValue) -> GraphQLError {
        GraphQLError("\(type) cannot represent \(what): \(value.inspected)")
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// The integer that the text spells in decimal digits; one that does not fit is the nearest that does.
    fileprivate var wholeNumber: Int? {
        let text = trimmed
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
        guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int(text) ?? (text.first == "-" ? .min : .max)
    }

    /// The finite number that the text spells in decimal digits.
    fileprivate var decimalNumber: Double? {
        let text = trimmed
        // `Double` also reads hexadecimal digits and names of numbers that are not finite.
        let isDecimal = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
