package import GraphQLLanguage

/// How custom scalars read their input values (GraphQL §3.5.6).
package struct ScalarCoercions: Sendable {
    /// Reads a scalar's input value; never called with null.
    package typealias Coercion = @Sendable (JSONValue) throws(ScalarRejection) -> JSONValue

    private let custom: [String: Coercion]

    /// `custom` by scalar name; a custom scalar that is not in it accepts every value as it is.
    package init(_ custom: [String: Coercion] = [:]) { self.custom = custom }

    /// The coercion of a custom scalar, nil where it accepts every value.
    subscript(name: String) -> Coercion? { custom[name] }
}

/// Why a scalar does not accept a value.
package struct ScalarRejection: Error, Hashable, Sendable {
    /// A phrase that does not contain the value, like `Int cannot represent non-integer value`.
    package let reason: String
    /// What stands behind the value in brackets; empty for nothing.
    let note: String

    package init(_ reason: String) { self.init(reason, note: "") }

    init(_ reason: String, note: String) {
        self.reason = reason
        self.note = note
    }
}
