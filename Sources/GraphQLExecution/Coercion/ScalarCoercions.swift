package import GraphQLLanguage

/// How scalars read their input values (GraphQL §3.5): the built-in ones, and a table of custom ones.
package struct ScalarCoercions: Sendable {
    /// Reads a scalar's input value; never called with null.
    package typealias Coercion = @Sendable (JSONValue) throws(ScalarRejection) -> JSONValue

    private let custom: [String: Coercion]

    /// `custom` by scalar name; a custom scalar that is not in it accepts any string, number or boolean.
    package init(_ custom: [String: Coercion] = [:]) { self.custom = custom }

    package subscript(name: String) -> Coercion {
        if let coercion = custom[name] { return coercion }
        return switch name {
        case "Int": Self.int
        case "Float": Self.float
        case "String": Self.string
        case "Boolean": Self.boolean
        case "ID": Self.id
        default: Self.anyScalar
        }
    }

    /// Whether the type system itself defines the scalar.
    static func isBuiltIn(_ name: String) -> Bool {
        switch name {
        case "Int", "Float", "String", "Boolean", "ID": true
        default: false
        }
    }
}

/// Why a scalar does not accept a value.
package struct ScalarRejection: Error, Hashable, Sendable {
    /// A phrase that does not contain the value, like `Int cannot represent non-integer value`.
    package let reason: String

    package init(_ reason: String) { self.reason = reason }
}

extension ScalarCoercions {
    /// Int (GraphQL §3.5.1).
    @Sendable private static func int(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        switch value {
        case .integer(let integer) where Int32(exactly: integer) != nil: return value
        case .integer: throw ScalarRejection("Int cannot represent non 32-bit signed integer value")
        case .double(let double) where double.rounded() == double:
            throw ScalarRejection("Int cannot represent non 32-bit signed integer value")
        default: throw ScalarRejection("Int cannot represent non-integer value")
        }
    }

    /// Float (GraphQL §3.5.2).
    @Sendable private static func float(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        switch value {
        case .integer(let integer): return .double(Double(integer))
        case .double(let double) where double.isFinite: return value
        default: throw ScalarRejection("Float cannot represent non numeric value")
        }
    }

    /// String (GraphQL §3.5.3).
    @Sendable private static func string(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        guard case .string = value else { throw ScalarRejection("String cannot represent a non string value") }
        return value
    }

    /// Boolean (GraphQL §3.5.4).
    @Sendable private static func boolean(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        guard case .boolean = value else { throw ScalarRejection("Boolean cannot represent a non boolean value") }
        return value
    }

    /// ID (GraphQL §3.5.5).
    @Sendable private static func id(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        switch value {
        case .string: return value
        case .integer(let integer): return .string(String(integer))
        default: throw ScalarRejection("ID cannot represent value")
        }
    }

    @Sendable private static func anyScalar(_ value: JSONValue) throws(ScalarRejection) -> JSONValue {
        switch value {
        case .null, .array, .object: throw ScalarRejection("A string, number or boolean is expected")
        case .boolean, .integer, .double, .string: return value
        }
    }
}
