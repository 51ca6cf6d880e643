package import GraphQLLanguage

/// How scalars and enums become response values (GraphQL §3.5 "Result Coercion", §6.4.3 CoerceResult): the built-in
/// ones, and a table of custom ones.
package struct ResultCoercions: Sendable {
    /// Coerces an internal value; never called with null.
    package typealias Coercion = @Sendable (JSONValue) throws(ScalarRejection) -> JSONValue

    private let custom: [String: Coercion]

    /// `custom` by scalar name; a custom scalar that is not in it passes its values through.
    package init(_ custom: [String: Coercion] = [:]) { self.custom = custom }

    subscript(name: String) -> Coercion? { custom[name] }
}
