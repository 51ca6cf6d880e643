package import GraphQLSchema

/// Why a set of plugins cannot start together: every fault with plugin, file and line.
package struct CompositionFailure: Error, Sendable, CustomStringConvertible {
    package let diagnostics: [SchemaDiagnostic]

    package init(_ diagnostics: [SchemaDiagnostic]) { self.diagnostics = diagnostics }

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
