package import GraphQLSchema

/// Everything that is wrong with a mapping: each with its plugin, file and line.
package struct MappingFailure: Error, Sendable, CustomStringConvertible {
    package let diagnostics: [SchemaDiagnostic]

    /// Sorts the problems by place; those without one stand first.
    package init(_ diagnostics: [SchemaDiagnostic]) {
        func key(_ diagnostic: SchemaDiagnostic) -> (String, String, Int, String) {
            let place = diagnostic.provenance.first
            return (place?.plugin ?? "", place?.file ?? "", place?.line ?? 0, diagnostic.message)
        }
        self.diagnostics = diagnostics.sorted { key($0) < key($1) }
    }

    /// One problem a line.
    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
