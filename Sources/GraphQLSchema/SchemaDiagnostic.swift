package import GraphQLLanguage

/// A problem of a schema, with the places in the fragments that cause it.
package struct SchemaDiagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    package let message: String
    /// The place to change first, then what it conflicts with; empty if nothing in the fragments caused it.
    package let provenance: [Provenance]
    /// Lines and columns of the nodes that cause it, in graphql-js' order.
    package let locations: [SourceLocation]

    package init(_ message: String, provenance: [Provenance] = [], locations: [SourceLocation] = []) {
        self.message = message
        self.provenance = provenance
        self.locations = locations
    }

    /// `letters: Letters.graphql:12: message (see dossiers: Dossiers.graphql:3)`.
    package var description: String {
        guard let first = provenance.first else { return message }
        let others = provenance.dropFirst().map(\.description).joined(separator: ", ")
        return "\(first): \(message)" + (others.isEmpty ? "" : " (see \(others))")
    }

    /// The problem as an error of the document that was to be a schema (GraphQL §7.1.6).
    package var graphQLError: GraphQLError { GraphQLError(message, locations: locations) }
}

/// Everything that is wrong with a schema; of composed fragments sorted by file and line.
package struct SchemaFailure: Error, Sendable, CustomStringConvertible {
    package let diagnostics: [SchemaDiagnostic]

    package init(diagnostics: [SchemaDiagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One problem a line.
    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Collects problems while the checks run.
struct Diagnostics {
    private(set) var all: [SchemaDiagnostic] = []

    /// Reports a problem with the nodes that cause it in graphql-js' order.
    ///
    /// `primary` is the index of the one to change first; the first there is when it has no place.
    mutating func report(_ message: String, at places: [Provenance?] = [], primary: Int = 0) {
        var known: [Provenance] = []
        let first = places.indices.contains(primary) ? [places[primary]] : []
        for case let place? in first + places where !known.contains(place) { known.append(place) }
        all.append(
            SchemaDiagnostic(message, provenance: known, locations: places.compactMap { $0?.location })
        )
    }

    mutating func append(contentsOf diagnostics: [SchemaDiagnostic]) { all += diagnostics }

    /// By plugin, file and line of the first place, otherwise as reported; those without a place first.
    var sorted: [SchemaDiagnostic] {
        typealias Key = (plugin: String, file: String, line: Int, position: Int)
        return all.enumerated()
            .map { position, diagnostic -> (key: Key, diagnostic: SchemaDiagnostic) in
                let place = diagnostic.provenance.first
                return ((place?.plugin ?? "", place?.file ?? "", place?.line ?? 0, position), diagnostic)
            }
            .sorted { $0.key < $1.key }
            .map(\.diagnostic)
    }
}
