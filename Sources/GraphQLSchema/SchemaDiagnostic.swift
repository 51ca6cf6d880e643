/// A problem of a schema, with the places in the fragments that cause it.
package struct SchemaDiagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    package let message: String
    /// The place to change first, then what it conflicts with; empty if nothing in the fragments caused it.
    package let provenance: [Provenance]

    package init(_ message: String, provenance: [Provenance] = []) {
        self.message = message
        self.provenance = provenance
    }

    /// `letters: Letters.graphql:12: message (see dossiers: Dossiers.graphql:3)`.
    package var description: String {
        guard let first = provenance.first else { return message }
        let others = provenance.dropFirst().map(\.description).joined(separator: ", ")
        return "\(first): \(message)" + (others.isEmpty ? "" : " (see \(others))")
    }
}

/// Everything that is wrong with a schema, sorted by file and line.
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

    mutating func report(_ message: String, at places: Provenance?...) {
        report(message, at: places)
    }

    mutating func report(_ message: String, at places: [Provenance?]) {
        var known: [Provenance] = []
        for case let place? in places where !known.contains(place) { known.append(place) }
        all.append(SchemaDiagnostic(message, provenance: known))
    }

    /// By plugin, file and line of the first place, otherwise as reported; those without a place first.
    var sorted: [SchemaDiagnostic] {
        all.enumerated()
            .sorted { left, right in
                func key(_ item: (offset: Int, element: SchemaDiagnostic)) -> (String, String, Int, Int) {
                    let place = item.element.provenance.first
                    return (place?.plugin ?? "", place?.file ?? "", place?.line ?? 0, item.offset)
                }
                return key(left) < key(right)
            }
            .map(\.element)
    }

    func throwIfAny() throws(SchemaFailure) {
        if !all.isEmpty { throw SchemaFailure(diagnostics: sorted) }
    }
}
